import Testing
import Workflow

/// Under each preset: every situation that can be reached can still reach an end. Nothing is stuck for ever.
struct EveryEndTests {
    /// What later steps depend on; two stories that agree in it can go on in the same ways.
    private struct Key: Hashable {
        let state: State
        let isStarted: Bool
        let isAmending: Bool
        let isExtended: Bool
        let isPauseUsedUp: Bool
        let isSettled: Bool
        let isHeld: Bool
        let isPaid: Bool
        let isBlocked: Bool
        let isObjected: Bool
        let isConsulted: Bool

        init(_ project: Project, _ policy: Policy) {
            state = project.state
            isStarted = project.start != nil
            isAmending = project.amendment != nil
            isExtended = project.clock.originalDueOn != nil
            isPauseUsedUp = project.clock.pausedDays >= policy.pauseCapDays
            isSettled = project.money.settled != nil
            isHeld = project.money.encumbered > .zero
            isPaid = project.money.outstanding > .zero
            isBlocked = project.openBlocker != nil
            isObjected = project.objections.contains { $0.ruling == nil }
            isConsulted = project.consultations.contains { $0.decision == nil }
        }
    }

    @Test(arguments: [
        (Policy.secretaryActsNow, Papers.application), (.openWithOneThing, OpenWithOneThingTests.application),
        (.peoplesBusiness, PeoplesBusinessTests.application),
    ])
    func nothingIsStuck(_ policy: Policy, _ application: Application) throws {
        var first = Story(policy: policy)
        first.people[PeoplesBusinessTests.third.id] = PeoplesBusinessTests.third
        first = try first.then(Cast.secretary, .draft(application))
        var stories = [first]
        var numbers = [Key(try first.told(), policy): 0]
        var before: [Int: Set<Int>] = [:]
        var next = 0
        while next < stories.count {
            for reached in steps(stories[next]) {
                let key = Key(try reached.told(), policy)
                let number = numbers[key] ?? stories.count
                if number == stories.count {
                    numbers[key] = number
                    stories.append(reached)
                }
                before[number, default: []].insert(next)
            }
            next += 1
        }
        var ending = Set(stories.indices.filter { stories[$0].project?.state.isEnd == true })
        var frontier = Array(ending)
        while let number = frontier.popLast() {
            for earlier in before[number] ?? [] where ending.insert(earlier).inserted { frontier.append(earlier) }
        }
        let stuck = stories.indices.filter { !ending.contains($0) }.map { stories[$0].states }
        #expect(stuck.isEmpty)
        let states = Set(stories.compactMap { $0.project?.state })
        let unreached: Set<State> = policy.noticeWorkingDays == nil ? [.onNotice] : []
        #expect(Set(State.allCases).subtracting(states) == unreached)
        #expect(stories.count > 100, "\(policy.programme): \(stories.count)")
    }

    /// Every step anybody can take two weeks later, with good particulars.
    private func steps(_ story: Story) -> [Story] {
        let later = story.later(days: 14)
        guard let project = story.project else { return [] }
        return project.state.commands.sorted { $0.rawValue < $1.rawValue }.flatMap { kind in
            Role.allCases.compactMap { role in try? later.then(Cast.holder(of: role), command(kind, later, project)) }
                .prefix(1)
        }
    }

    private func command(_ kind: Command.Kind, _ story: Story, _ project: Project) -> Command {
        let open = project.objections.firstIndex { $0.ruling == nil }
        return switch kind {
        case .edit: .edit(project.application)
        case .award: .award(Award(amount: project.application.requested))
        case .resolveObjection:
            .resolveObjection(
                ObjectionRuling(objection: (open ?? 0) + 1, upheld: project.objections.count > 1, reason: "属实"))
        case .requestAmendment: .requestAmendment(Amendment(amount: project.money.awarded, reason: "换料"))
        case .carryForward: .comment(Remark(words: "一年之内"))
        case .requestInspection: .requestInspection(InspectionRequest(documents: PeoplesBusinessTests.photos))
        case .accept:
            .accept(Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist, PeoplesBusinessTests.third]))
        case .disburse:
            .disburse(
                Papers.payment(
                    project.state == .completed
                        ? project.money.encumbered : project.money.awarded.share(permille: 100)))
        case .settle: .settle(Settlement(actual: project.money.outstanding + project.money.encumbered))
        case .recover: .recover(Recovery(amount: project.money.outstanding, reason: "多付"))
        case .clearBlocker:
            .clearBlocker(
                BlockerCleared(blocker: (project.blockers.firstIndex { $0.clearedOn == nil } ?? 0) + 1, words: "已迁"))
        case .decideConsultation:
            .decideConsultation(
                ConsultationDecision(
                    consultation: (project.consultations.firstIndex { $0.decision == nil } ?? 0) + 1, decision: "先迁",
                    owner: "站长", doneBy: story.day))
        case .draft, .submit, .admit, .verify, .return, .endorse, .decline, .object, .concludeNotice, .recordStart,
            .reportProgress, .decideAmendment, .extend, .suspend, .resume, .demandRectification, .correctPayment,
            .returnRetention, .recordReceipt, .recordSpending, .sweep, .closeOut, .reopen,
            .withdraw, .terminate, .raiseBlocker, .consult, .adjournConsultation, .dispatch, .signDispatch,
            .answerDispatch, .recomputeDue, .chase, .comment:
            Samples.command(kind, in: story, by: Cast.clerk)
        }
    }
}
