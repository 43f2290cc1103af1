/// Something on a project that waits for somebody beside the step whose turn it is: what an objection, an asked
/// amendment or a call for help leaves open.
public struct PendingItem: Hashable, Codable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case blocker, consultation, dispatch, objection, amendment

        public var chinese: String {
            switch self {
            case .blocker: "堵点"
            case .consultation: "会诊"
            case .dispatch: "派单"
            case .objection: "异议"
            case .amendment: "变更"
            }
        }
    }

    public let kind: Kind
    /// Counted from 1 in the order raised; of amendments there is one at a time.
    public let number: Int
    public let words: String
    /// The day it was raised; nil for an amendment, whose day only the log keeps.
    public let since: CivilDate?
    /// The last day to meet or to answer, where one was set.
    public let by: CivilDate?
    public let mustAct: Role
    /// What an amendment asks for, and the award it began with.
    public let asked: Money?
    public let original: Money?

    public init(
        kind: Kind, number: Int, words: String, since: CivilDate?, by: CivilDate? = nil, mustAct: Role,
        asked: Money? = nil, original: Money? = nil
    ) {
        self.kind = kind
        self.number = number
        self.words = words
        self.since = since
        self.by = by
        self.mustAct = mustAct
        self.asked = asked
        self.original = original
    }

    /// Whether the day set for it has passed.
    public func isOverdue(on today: CivilDate) -> Bool { by.map { today > $0 } ?? false }
}

extension Project {
    /// Everything still open, kind by kind, each in the order raised.
    public var pending: [PendingItem] {
        open(blockers, where: { $0.clearedOn == nil }) { number, blocker in
            PendingItem(
                kind: .blocker, number: number, words: blocker.words, since: blocker.raisedOn, mustAct: blocker.mustAct)
        }
            + open(consultations, where: { $0.decision == nil }) { number, called in
                PendingItem(
                    kind: .consultation, number: number, words: called.question, since: called.calledOn,
                    by: called.meetBy, mustAct: called.mustAct)
            }
            + open(dispatches, where: { $0.feedback == nil }) { number, sent in
                PendingItem(
                    kind: .dispatch, number: number, words: "\(sent.department)：\(sent.task)", since: sent.sentOn,
                    by: sent.by, mustAct: .clerk)
            }
            + open(objections, where: { $0.ruling == nil }) { number, objection in
                PendingItem(
                    kind: .objection, number: number, words: objection.words, since: objection.raisedOn,
                    mustAct: .director)
            }
            + (amendment.map {
                [
                    PendingItem(
                        kind: .amendment, number: 1, words: $0.reason, since: nil, mustAct: .director, asked: $0.amount,
                        original: money.originalAward)
                ]
            } ?? [])
    }

    private func open<Record>(
        _ records: [Record], where isOpen: (Record) -> Bool, _ item: (Int, Record) -> PendingItem
    ) -> [PendingItem] {
        records.enumerated().filter { isOpen($1) }.map { item($0 + 1, $1) }
    }
}

extension ConsultationRecord {
    /// Whoever has to bring it to a decision: the guidance officer, and after an adjournment the leader.
    public var mustAct: Role { adjournments > 0 ? .leader : .guidanceOfficer }
}

extension ProjectSummary {
    /// The oldest open item of a kind.
    public func open(_ kind: PendingItem.Kind) -> PendingItem? { pending.first { $0.kind == kind } }

    /// Words and day of the oldest open blocker.
    public var blocker: String? { open(.blocker)?.words }
    public var blockerSince: CivilDate? { open(.blocker)?.since }

    /// Everybody a running project may be waiting for, each once: whose turn it is, whom its open items name, and the
    /// leader while an award or amendment has no endorsement (whether it needs one the policy's ladder decides).
    public var waitsFor: [Role] {
        guard !state.isEnd else { return [] }
        var roles = turn.map { [$0] } ?? []
        roles += pending.map(\.mustAct)
        if endorsable != nil { roles.append(.leader) }
        return Role.allCases.filter(roles.contains)
    }

    /// The amount the leader has not endorsed yet; nil where no award or amendment is to be decided.
    var endorsable: Money? {
        let amount = state == .inApproval ? requested : open(.amendment)?.asked
        guard let amount, (endorsed ?? .zero) < amount else { return nil }
        // Before the award any endorsement is the leader's word on it, be it for less than was asked.
        return state == .inApproval && endorsed != nil ? nil : amount
    }

    /// Whether the ladder sends what is to be decided to the leader first.
    public func needsEndorsement(_ policy: Policy) -> Bool {
        guard let amount = endorsable, policy.leaderEndorses(amount) else { return false }
        guard state != .inApproval, let original = open(.amendment)?.original else { return true }
        return AmendmentInTurn.isMaterial(amount, original: original, policy)
    }
}
