import UseCases
import Workflow

/// An independent reader of the finished logs. It shares no rule with the core: its table of steps, its sums and its
/// lists of duties were written by hand from the design, so that both would have to be wrong in the same way.
struct Auditor {
    var found: [String] = []

    /// From the start of the works to the closing.
    private static let works = ["inExecution", "suspended", "inAcceptance", "inRectification", "completed"].map {
        (from: $0, to: "=")
    }

    /// event → states it may be seen in → state after it ("=" keeps the state).
    private static let steps: [Event.Kind: [(from: String, to: String)]] = [
        .drafted: [("", "draft")],
        .edited: [("draft", "="), ("returned", "=")],
        .submitted: [("draft", "submitted"), ("returned", "submitted")],
        .admitted: [("submitted", "inReview")],
        .verified: [("inReview", "inApproval")],
        .returned: [("submitted", "returned"), ("inReview", "returned"), ("inApproval", "returned")],
        .endorsed: [("inApproval", "="), ("inExecution", "=")],
        .awarded: [("inApproval", "onNotice")],
        .declined: [("submitted", "declined"), ("inApproval", "declined")],
        .objected: [("onNotice", "=")],
        .objectionResolved: [("onNotice", "=|inApproval")],
        .noticeConcluded: [("onNotice", "inExecution")],
        .startRecorded: [("inExecution", "=")],
        .progressReported: [("inExecution", "="), ("inRectification", "=")],
        .amendmentRequested: [("inExecution", "=")],
        .amendmentDecided: [("inExecution", "=")],
        .extended: [("inExecution", "="), ("inAcceptance", "="), ("inRectification", "=")],
        .suspended: [("inExecution", "suspended")],
        .resumed: [("suspended", "inExecution")],
        .inspectionRequested: [("inExecution", "inAcceptance"), ("inRectification", "inAcceptance")],
        .accepted: [("inAcceptance", "completed")],
        .rectificationDemanded: [("inAcceptance", "inRectification")],
        .disbursed: [("inExecution", "="), ("completed", "=")],
        .settled: [("completed", "=")],
        .recovered: [
            ("inExecution", "="), ("suspended", "="), ("inAcceptance", "="), ("inRectification", "="),
            ("completed", "="), ("terminated", "="),
        ],
        .paymentCorrected: works,
        .receiptRecorded: works,
        .spendingRecorded: works,
        .retentionReturned: [("completed", "="), ("closedOut", "=")],
        .swept: [("inExecution", "="), ("suspended", "=")],
        // The simulated town has no fund of a next year.
        .carriedForward: [],
        .closedOut: [("completed", "closedOut")],
        .reopened: [("closedOut", "completed")],
        .withdrawn: ["draft", "submitted", "returned", "inReview", "inApproval"].map { ($0, "withdrawn") },
        .terminated: ["onNotice", "inExecution", "suspended", "inRectification"].map { ($0, "terminated") },
    ]

    mutating func read(_ id: ProjectID, _ row: SimulatedStore.Row) {
        var state = ""
        var lastDay: CivilDate?
        var due: CivilDate?
        var hands: [String: Set<PersonID>] = [:]
        for (index, entry) in row.entries.enumerated() {
            if entry.sequence != index + 1 { found.append("\(id): gap before entry \(entry.sequence)") }
            state = step(id, entry, from: state)
            if let last = lastDay, entry.effectiveOn < last { found.append("\(id): day moved backwards") }
            lastDay = max(lastDay ?? entry.effectiveOn, entry.effectiveOn)
            due = promise(id, entry, due)
            hands[entry.event.kind.rawValue, default: []].insert(entry.by)
        }
        guard let newest = row.versions.last else { return }
        if newest.state.rawValue != state { found.append("\(id): row says \(newest.state), log says \(state)") }
        if newest.version != row.entries.count { found.append("\(id): version \(newest.version)") }
        if state == "completed" || state == "closedOut" { completed(id, row, hands) }
    }

    private mutating func step(_ id: ProjectID, _ entry: Entry, from state: String) -> String {
        // Help for stuck projects and a recomputed due day change no state; they never appear at an end.
        guard let steps = Self.steps[entry.event.kind] else {
            if ["", "closedOut", "declined", "withdrawn", "terminated"].contains(state) {
                found.append("\(id): \(entry.event.kind) at an end")
            }
            return state
        }
        guard let step = steps.first(where: { $0.from == state }) else {
            found.append("\(id): \(entry.event.kind) in \(state)")
            return state
        }
        if case .objectionResolved(let ruling) = entry.event { return ruling.upheld ? "inApproval" : state }
        return step.to == "=" ? state : step.to
    }

    /// A due day is never moved to an earlier day, except by the arrival of a holiday table.
    private mutating func promise(_ id: ProjectID, _ entry: Entry, _ due: CivilDate?) -> CivilDate? {
        let next: CivilDate?
        if case .submitted(let submitted) = entry.event {
            next = submitted.due?.dueOn
        } else if case .resumed(let resumed) = entry.event {
            next = resumed.due.dueOn
        } else if case .extended(let extended) = entry.event {
            next = extended.newDueOn
        } else if case .dueRecomputed(let recomputed) = entry.event {
            return recomputed.due.dueOn
        } else {
            return due
        }
        if let due, let next, next < due { found.append("\(id): due day moved from \(due) to \(next)") }
        return next ?? due
    }

    /// Nothing is completed without submission, verification, award and acceptance by different persons.
    private mutating func completed(_ id: ProjectID, _ row: SimulatedStore.Row, _ hands: [String: Set<PersonID>]) {
        func last(_ kind: Event.Kind) -> PersonID? { row.entries.last { $0.event.kind == kind }?.by }
        let duties = [last(.submitted), last(.verified), last(.awarded), last(.accepted)]
        if duties.contains(nil) { found.append("\(id): completed without all four duties") }
        let people = duties.compactMap { $0 }
        if Set(people).count != people.count { found.append("\(id): one person held two duties: \(people)") }
        if let payer = last(.disbursed), payer == last(.submitted) || payer == last(.awarded) {
            found.append("\(id): payer decided or applied")
        }
    }

    /// Recomputes the fund from the events alone and compares with the movements written.
    mutating func money(_ store: SimulatedStore) {
        var free = SimulatedTown.appropriated.fen
        for (_, movement) in store.ledger where !movement.isReversal {
            switch movement.kind {
            case .encumber: free -= movement.amount.fen
            case .release, .void, .recover: free += movement.amount.fen
            case .appropriate, .disburse, .carryForward, .bringForward, .sweep: break
            }
            if free < 0 { found.append("the fund fell to \(free) fen") }
        }
        for (id, row) in store.rows {
            guard let newest = row.versions.last else { continue }
            var paid: Int64 = 0
            var payments: [Int64] = []
            for entry in row.entries {
                if case .disbursed(let payment) = entry.event {
                    paid += payment.amount.fen
                    payments.append(payment.amount.fen)
                }
                if case .paymentCorrected(let corrected) = entry.event {
                    let index = corrected.correction.number - 1
                    paid += corrected.correction.payment.amount.fen - payments[index]
                    payments[index] = corrected.correction.payment.amount.fen
                }
                if case .recovered(let recovery) = entry.event { paid -= recovery.amount.fen }
            }
            var held: Int64 = 0
            for (project, movement) in store.ledger where project == id {
                switch movement.kind {
                case .encumber: held += movement.amount.fen
                case .release, .void: held -= movement.amount.fen
                case .disburse: held -= movement.isReversal ? -movement.amount.fen : movement.amount.fen
                case .appropriate, .recover, .carryForward, .bringForward, .sweep: break
                }
            }
            if held != newest.money.encumbered.fen { found.append("\(id): holds \(held), row says otherwise") }
            if paid != newest.money.outstanding.fen { found.append("\(id): paid \(paid), row says otherwise") }
            if held < 0 || paid < 0 || paid > newest.money.awarded.fen { found.append("\(id): overspent") }
            if newest.state.isEnd, held != 0 { found.append("\(id): ended with \(held) fen held") }
        }
    }
}
