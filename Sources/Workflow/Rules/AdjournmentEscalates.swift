/// A consultation is adjourned once; after that only the leader may adjourn it again.
///
/// Refusal: `adjournmentEscalated`. SQL: none.
public enum AdjournmentEscalates {
    static let free = 1

    public static func check(_ consultation: ConsultationRecord, _ context: Context) throws(Refusal) {
        guard consultation.adjournments >= free else { return }
        guard context.by.holds(.leader, over: context.place, on: context.effectiveOn) else {
            throw .adjournmentEscalated
        }
    }
}
