import Testing
import Workflow

/// An independent bookkeeper: it watches entries and movements go by and keeps its own account of what must hold.
/// It uses nothing the project computes, and compares with the project afterwards.
struct Auditor {
    private var balances: [Movement.Account: Int64] = [:]
    private var last: Project?
    private var submittedOn: CivilDate?
    private var originalDueOn: CivilDate?
    private var hands: [Event.Kind: PersonID] = [:]
    private(set) var faults: [String] = []

    init(appropriated: Money) { post(Movement(.appropriate, appropriated)) }

    mutating func watch(_ entry: Entry, movements: [Movement], after project: Project) {
        for movement in movements {
            expect(movement.amount > .zero, "an empty movement \(movement)")
            post(movement)
        }
        hands[entry.event.kind] = entry.by
        books(project)
        days(project)
        road(project, entry)
        if project.state == .completed { fourHands() }
        last = project
    }

    /// Both years' funds are one purse here: what leaves one arrives in the other.
    private mutating func post(_ movement: Movement) {
        let (from, to) = movement.accounts
        expect(!movement.isReversal || movement.kind == .disburse, "a \(movement.kind) taken back")
        balances[from, default: 0] -= movement.amount.fen
        balances[to, default: 0] += movement.amount.fen
    }

    /// What the fund's accounts say and what the project says is the same money.
    private mutating func books(_ project: Project) {
        let money = project.money
        let (free, held) = (balances[.free] ?? 0, balances[.encumbered] ?? 0)
        let (paid, back) = (balances[.disbursed] ?? 0, -(balances[.recovered] ?? 0))
        let sum = balances.values.reduce(0, +)
        expect(sum == 0, "entries do not sum to zero")
        expect(
            free >= 0 && held >= 0 && back >= 0 && back <= paid,
            "a balance is out of range: \(free) \(held) \(paid) \(back)")
        expect(held == money.encumbered.fen, "held \(held), project says \(money.encumbered.fen)")
        expect(paid == money.disbursed.fen, "paid \(paid), project says \(money.disbursed.fen)")
        expect(back == money.recovered.fen, "recovered \(back), project says \(money.recovered.fen)")
        let appropriated = -(balances[.source] ?? 0)
        expect(appropriated - held - paid + back == free, "the fund's equation is broken")
        expect(money.awarded.fen <= (money.cap?.fen ?? 0), "awarded above the cap")
        if let settled = money.settled {
            expect(held <= settled.fen - paid + back, "more held than owed after the settlement")
            expect(settled.fen <= money.awarded.fen, "settled above the award")
            expect(
                money.retention.map { $0.amount.fen <= held && $0.amount.fen * 1000 <= settled.fen * 30 } ?? true,
                "kept too much back")
        } else if !project.state.isEnd {
            expect(held == money.awarded.fen - paid, "held is not the award less what was paid")
        }
        // What was retained is returned after the file is closed.
        let kept = money.retention?.amount.fen ?? 0
        if project.state.isEnd { expect(held == kept, "an ended project still holds money") }
        expect((balances[.carriedForward] ?? 0) == -(balances[.broughtForward] ?? 0), "carried out and not in")
        expect(money.payments.reduce(0) { $0 + $1.payment.amount.fen } == paid, "the payments are not what was paid")
        for source in project.sources { expect(source.spent <= source.received, "spent what had not arrived") }
    }

    /// Days never move backwards; the first submission and the first due day never change.
    private mutating func days(_ project: Project) {
        let clock = project.clock
        if let before = last?.clock {
            expect(inOrder(before.stateSince, clock.stateSince), "the state's day moved backwards")
            expect(inOrder(before.dueOn, clock.dueOn), "the due day moved backwards")
        }
        if let submittedOn { expect(clock.submittedOn == submittedOn, "the submission moved") }
        if let originalDueOn { expect(clock.originalDueOn == originalDueOn, "the original due day moved") }
        submittedOn = clock.submittedOn
        originalDueOn = clock.originalDueOn
        expect(inOrder(clock.submittedOn, clock.dueOn), "due before submitted")
        let road = [clock.submittedOn, clock.admittedOn, clock.verifiedOn, clock.executionOn, clock.inspectionOn]
        let walked = road.compactMap { $0 }
        expect(walked == walked.sorted(), "stages out of order: \(walked)")
        for blocker in project.blockers {
            expect(inOrder(blocker.raisedOn, blocker.clearedOn ?? blocker.raisedOn), "cleared before raised")
        }
    }

    private mutating func road(_ project: Project, _ entry: Entry) {
        let version = last?.version ?? 0
        expect(project.version == version + 1 && entry.sequence == project.version, "a gap in the versions")
        guard let before = last?.state else {
            expect(project.state == .draft, "begun as \(project.state)")
            return
        }
        expect(
            before == project.state || before.successors.contains(project.state),
            "no arrow from \(before) to \(project.state)")
    }

    private mutating func fourHands() {
        let duties = [Event.Kind.submitted, .verified, .awarded, .accepted].compactMap { hands[$0] }
        expect(duties.count == 4 && Set(duties).count == 4, "completed by \(duties)")
    }

    private mutating func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
        if !holds { faults.append(fault()) }
    }
}

/// In order, or nothing to compare.
private func inOrder(_ earlier: CivilDate?, _ later: CivilDate?) -> Bool {
    guard let earlier, let later else { return true }
    return earlier <= later
}
