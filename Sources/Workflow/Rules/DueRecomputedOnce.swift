/// Only a due day that was computed without a holiday table is computed again.
///
/// Refusal: `dueNotProvisional`. SQL: none.
public enum DueRecomputedOnce {
    public static func check(_ project: Project) throws(Refusal) -> CivilDate {
        guard project.clock.dueProvisional, let nominal = project.clock.dueNominal else { throw .dueNotProvisional }
        return nominal
    }
}
