/// A movement of the fund's money between two of its accounts: double entry, so its two entries sum to zero.
public struct Movement: Hashable, Sendable {
    public let kind: Kind
    public let amount: Money

    public init(_ kind: Kind, _ amount: Money) {
        self.kind = kind
        self.amount = amount
    }

    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// 指标下达: the town's money enters the fund.
        case appropriate
        /// 占用: an award holds money.
        case encumber
        /// 释放: surplus, or what an ended project no longer holds.
        case release
        /// 拨付: held money is paid.
        case disburse
        /// 收回: paid money comes back.
        case recover

        /// Where the amount leaves and where it arrives.
        public var accounts: (from: Account, to: Account) {
            switch self {
            case .appropriate: (.source, .free)
            case .encumber: (.free, .encumbered)
            case .release: (.encumbered, .free)
            case .disburse: (.encumbered, .disbursed)
            case .recover: (.recovered, .free)
            }
        }
    }

    /// A fund's accounts. appropriation − encumbered − disbursed + recovered = free.
    public enum Account: String, CaseIterable, Codable, Sendable {
        case source, free, encumbered, disbursed, recovered
    }
}

extension Event {
    /// The movements this event makes, given the project before it. Nothing where no money moves.
    public func movements(before project: Project?) -> [Movement] {
        let held = project?.money.encumbered ?? .zero
        let found: [Movement] =
            switch self {
            case .awarded(let award): [Movement(.encumber, award.amount)]
            case .objectionResolved(let ruling): ruling.upheld ? [Movement(.release, held)] : []
            case .amendmentDecided(let ruling): Self.amended(project, ruling)
            case .disbursed(let payment): [Movement(.disburse, payment.amount)]
            case .settled(let settlement): Self.surplus(project, settlement, held)
            case .recovered(let recovery): [Movement(.recover, recovery.amount)]
            case .declined, .withdrawn, .terminated: [Movement(.release, held)]
            case .drafted, .edited, .submitted, .admitted, .verified, .returned, .endorsed, .objected,
                .noticeConcluded, .startRecorded, .progressReported, .amendmentRequested, .extended, .suspended,
                .resumed, .inspectionRequested, .accepted, .rectificationDemanded, .closedOut, .reopened,
                .blockerRaised, .blockerCleared, .consulted, .consultationDecided, .consultationAdjourned, .dispatched,
                .dispatchSigned, .dispatchAnswered, .dueRecomputed, .dutyExceptionUsed, .documented, .chased,
                .commented:
                []
            }
        return found.filter { $0.amount > .zero }
    }

    private static func amended(_ project: Project?, _ ruling: AmendmentRuling) -> [Movement] {
        guard ruling.approved, let project, let amendment = project.amendment else { return [] }
        return amendment.amount > project.money.awarded
            ? [Movement(.encumber, amendment.amount - project.money.awarded)]
            : [Movement(.release, project.money.awarded - amendment.amount)]
    }

    private static func surplus(_ project: Project?, _ settlement: Settlement, _ held: Money) -> [Movement] {
        guard let project else { return [] }
        return [Movement(.release, held - (settlement.actual - project.money.outstanding))]
    }
}
