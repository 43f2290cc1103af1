/// A movement of the fund's money between two of its accounts: double entry, so its two entries sum to zero.
public struct Movement: Hashable, Sendable {
    public let kind: Kind
    public let amount: Money
    /// Takes an earlier movement of this kind back as a whole (更正): between the same accounts, the other way.
    public let isReversal: Bool

    public init(_ kind: Kind, _ amount: Money, isReversal: Bool = false) {
        self.kind = kind
        self.amount = amount
        self.isReversal = isReversal
    }

    /// Where the amount leaves and where it arrives.
    public var accounts: (from: Account, to: Account) {
        let (from, to) = kind.accounts
        return isReversal ? (to, from) : (from, to)
    }

    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// 指标下达: the town's money enters the fund; a year's appropriation may come in instalments.
        case appropriate
        /// 占用: an award holds money.
        case encumber
        /// 释放结余: what a settlement or a smaller amended award no longer needs.
        case release
        /// 撤销占用: what an ended project or an upheld objection no longer holds.
        case void
        /// 拨付: held money is paid.
        case disburse
        /// 收回: paid money comes back.
        case recover
        /// 结转下年: held money leaves a year that ends.
        case carryForward
        /// 上年结转: the same money is held by the next year's fund.
        case bringForward
        /// 统筹收回: free money goes back to the treasury.
        case sweep

        /// Where an ordinary movement's amount leaves and where it arrives.
        public var accounts: (from: Account, to: Account) {
            switch self {
            case .appropriate: (.source, .free)
            case .encumber: (.free, .encumbered)
            case .release, .void: (.encumbered, .free)
            case .disburse: (.encumbered, .disbursed)
            case .recover: (.recovered, .free)
            case .carryForward: (.encumbered, .carriedForward)
            case .bringForward: (.broughtForward, .encumbered)
            case .sweep: (.free, .swept)
            }
        }

        public var chinese: String {
            switch self {
            case .appropriate: "指标下达"
            case .encumber: "占用"
            case .release: "释放结余"
            case .void: "撤销占用"
            case .disburse: "拨付"
            case .recover: "收回"
            case .carryForward: "结转下年"
            case .bringForward: "上年结转"
            case .sweep: "统筹收回"
            }
        }
    }

    /// A fund's accounts.
    /// appropriated + brought forward − carried forward − swept − encumbered − disbursed + recovered = free.
    public enum Account: String, CaseIterable, Codable, Sendable {
        case source, free, encumbered, disbursed, recovered, carriedForward, broughtForward, swept
    }
}

extension Event {
    /// The movements this event makes, given the project before it. Nothing where no money moves.
    public func movements(before project: Project?) -> [Movement] {
        let held = project?.money.encumbered ?? .zero
        let found: [Movement] =
            switch self {
            case .awarded(let award): [Movement(.encumber, award.amount)]
            case .objectionResolved(let ruling): ruling.upheld ? [Movement(.void, held)] : []
            case .amendmentDecided(let ruling): Self.amended(project, ruling)
            case .disbursed(let payment): [Movement(.disburse, payment.amount)]
            case .settled(let settlement): Self.surplus(project, settlement, held)
            case .recovered(let recovery): [Movement(.recover, recovery.amount)]
            case .declined, .withdrawn, .terminated, .swept: [Movement(.void, held)]
            case .paymentCorrected(let corrected): Self.corrected(project, corrected.correction)
            case .retentionReturned(let back): Self.returned(project, back)
            case .carriedForward(let carried):
                [Movement(.carryForward, carried.amount), Movement(.bringForward, carried.amount)]
            case .drafted, .edited, .submitted, .admitted, .verified, .returned, .endorsed, .objected,
                .noticeConcluded, .startRecorded, .progressReported, .amendmentRequested, .extended, .suspended,
                .resumed, .inspectionRequested, .accepted, .rectificationDemanded, .receiptRecorded,
                .spendingRecorded, .closedOut, .reopened, .blockerRaised, .blockerCleared, .consulted,
                .consultationDecided, .consultationAdjourned, .dispatched,
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

    private static func corrected(_ project: Project?, _ correction: PaymentCorrection) -> [Movement] {
        guard let record = project?.money.payments.numbered(correction.number) else { return [] }
        return [
            Movement(.disburse, record.payment.amount, isReversal: true),
            Movement(.disburse, correction.payment.amount),
        ]
    }

    private static func returned(_ project: Project?, _ back: RetentionReturn) -> [Movement] {
        guard let retention = project?.money.retention else { return [] }
        return [Movement(.disburse, back.payment.amount), Movement(.release, retention.amount - back.payment.amount)]
    }

    private static func surplus(_ project: Project?, _ settlement: Settlement, _ held: Money) -> [Movement] {
        guard let project else { return [] }
        return [Movement(.release, held - (settlement.actual - project.money.outstanding))]
    }

    /// The entry of the same log whose movement this event takes back; nil for every other event.
    public func reverses(in project: Project?) -> Int? {
        guard case .paymentCorrected(let corrected) = self else { return nil }
        return project?.money.payments.numbered(corrected.correction.number)?.sequence
    }
}
