import Testing
import Workflow

/// The arrows between states: what the documents show is what can be walked.
struct ArrowTests {
    /// Arrows that depend on what was written, beside the plain ones of the table.
    private func otherwise() throws -> Set<[State]> {
        let noNotice = Policy.with { $0.noticeWorkingDays = nil }
        let straight = try Story.onNotice(policy: noNotice)
        let upheld = try Story.onNotice().then(Cast.clerk, .object(Objection(words: "位置不当")))
            .then(Cast.director, .resolveObjection(ObjectionRuling(objection: 1, upheld: true, reason: "属实")))
        #expect(straight.project?.state == .inExecution)
        #expect(upheld.project?.state == .inApproval)
        return Set(
            [straight, upheld].flatMap { story in zip(story.states, story.states.dropFirst()).map { [$0, $1] } })
    }

    @Test func declaredArrowsAreExactlyThoseSeen() throws {
        var seen = try otherwise()
        for (state, row) in LifeTable.moves {
            for next in row.values where next != state { seen.insert([state, next]) }
        }
        let declared = Set(State.allCases.flatMap { state in state.successors.map { [state, $0] } })
        #expect(declared == seen)
    }

    @Test func declaredCommandsAreExactlyThoseOfTheTable() {
        for state in State.allCases {
            #expect(state.commands == Set((LifeTable.moves[state] ?? [:]).keys), "\(state)")
        }
    }

    @Test func everyStateIsReachedAndReachesAnEnd() {
        #expect(reachable(from: .draft) == Set(State.allCases))
        for state in State.allCases {
            #expect(!reachable(from: state).filter(\.isEnd).isEmpty, "\(state)")
        }
    }

    private func reachable(from start: State) -> Set<State> {
        var found: Set<State> = [start]
        var frontier = [start]
        while let state = frontier.popLast() {
            for next in (LifeTable.moves[state] ?? [:]).values where found.insert(next).inserted {
                frontier.append(next)
            }
        }
        return found
    }

    /// Money must not shut the way: a project that paid too much and got some back can still be closed out.
    @Test func moneyRecoveredAfterSettlementDoesNotBlockCloseOut() throws {
        let story = try Story.at(.completed).settled(yuan(10_000))
            .then(Cast.finance, .recover(Recovery(amount: yuan(500), reason: "审计追回")))
            .closedOut()
        #expect(story.project?.state == .closedOut)
    }

    @Test func reopenedProjectsCloseAgain() throws {
        let story = try Story.at(.closedOut).then(Cast.director, .reopen(Reasoned(reason: "群众反映灯不亮"))).closedOut()
        #expect(story.project?.state == .closedOut)
        #expect(story.project?.clock.closedOn == story.day)
    }

    @Test func turnAndStageFitTheDesign() {
        let turns: [State: Role?] = [
            .draft: .secretary, .submitted: .clerk, .returned: .secretary, .inReview: .guidanceOfficer,
            .inApproval: .director, .onNotice: .clerk, .inExecution: .secretary, .suspended: .director,
            .inAcceptance: .panelMember, .inRectification: .secretary, .completed: .finance, .closedOut: nil,
            .declined: nil, .withdrawn: nil, .terminated: nil,
        ]
        for state in State.allCases {
            #expect(state.turn == turns[state] ?? nil, "\(state)")
            #expect(state.isEnd == [.closedOut, .declined, .withdrawn, .terminated].contains(state), "\(state)")
        }
    }
}
