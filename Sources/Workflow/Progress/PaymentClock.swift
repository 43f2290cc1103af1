/// The payment clock of a project that was accepted: by when the rest is paid, and whether that day was kept.
public struct PaymentClock: Hashable, Sendable {
    /// The last day, as the policy counts it: 30 calendar days after acceptance for small and medium enterprises.
    public let dueOn: CivilDate
    /// The day of the last payment, once everything but a retention is paid.
    public let paidOn: CivilDate?
    /// Calendar days left; negative once late. Counted to the day of payment where it was paid.
    public let daysLeft: Int

    public var isLate: Bool { daysLeft < 0 }
}

extension Project {
    /// nil before acceptance, and where the fund pays nothing.
    public func paymentClock(on today: CivilDate, _ policy: Policy) -> PaymentClock? {
        guard let accepted = clock.completedOn, money.awarded > .zero else { return nil }
        let dueOn = accepted.adding(days: policy.money.paymentDays)
        let paidOn = isPaidInFull ? max(clock.paidOn ?? accepted, accepted) : nil
        return PaymentClock(dueOn: dueOn, paidOn: paidOn, daysLeft: dueOn.days(since: paidOn ?? today))
    }

    /// Settled, and nothing left to pay but what was retained.
    public var isPaidInFull: Bool { money.settled != nil && money.payable == .zero }
}
