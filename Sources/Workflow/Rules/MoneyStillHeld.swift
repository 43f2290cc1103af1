/// Only money that is still held is carried over into the next year, or taken back unused before the settlement.
///
/// Refusal: `nothingHeld`. SQL: `encumbrance_not_negative`.
public enum MoneyStillHeld {
    public static func check(_ project: Project) throws(Refusal) {
        guard project.money.encumbered > .zero else { throw .nothingHeld }
    }
}
