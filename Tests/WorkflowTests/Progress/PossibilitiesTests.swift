import Testing
import Workflow

struct PossibilitiesTests {
    private static let people =
        Cast.everyone + [Cast.person(50, "全能", Role.allCases), Cast.giving(Cast.secretary, Role.allCases)]

    /// The panel as the service offers it: in office and independent.
    private func story(_ state: State) throws -> Story {
        var story = try Story.at(state)
        story.people = Cast.directory([Cast.panelist, Cast.secondPanelist])
        return story
    }

    @Test(arguments: State.allCases) func everyCommandIsAnswered(_ state: State) throws {
        let story = try story(state)
        let project = try story.told()
        for person in Self.people {
            let found = possibilities(project, story.context(person), story.policy)
            #expect(found.map(\.command) == Command.Kind.allCases.filter { $0 != .draft })
            for possibility in found {
                let isPermitted = possibility.command.permitted.contains { person.holds($0, on: story.day) }
                let isInState = state.commands.contains(possibility.command)
                if !isPermitted { #expect(possibility.refusal == .roleNotPermitted(possibility.command)) }
                if isPermitted, !isInState {
                    #expect(possibility.refusal == .commandNotInState(possibility.command, state))
                }
                if possibility.refusal == nil { #expect(isPermitted && isInState) }
            }
        }
    }

    /// Whoever's turn it is finds something open that is more than a remark.
    @Test(arguments: State.allCases.filter { $0.turn != nil }) func theTurnIsNotEmptyHanded(_ state: State) throws {
        let story = try story(state)
        let role = try #require(state.turn)
        let remarks: Set<Command.Kind> = [.raiseBlocker, .clearBlocker, .consult, .dispatch, .chase, .comment, .edit]
        // The notice runs by itself; the clerk can act on it once it has ended.
        let asked = state == .onNotice ? story.later(days: 30) : story
        let found = possibilities(try asked.told(), asked.context(Cast.holder(of: role)), asked.policy)
        #expect(found.contains { $0.refusal == nil && !remarks.contains($0.command) }, "\(state)")
    }

    /// What is offered is what would be done: the probe's yes is decide's yes.
    @Test func anOfferHolds() throws {
        let story = try story(.inAcceptance)
        let found = possibilities(try story.told(), story.context(Cast.panelist), story.policy)
        #expect(found.first { $0.command == .accept }?.refusal == nil)
        let alone = Cast.directory([Cast.panelist])
        var lonely = story
        lonely.people = alone
        let few = possibilities(try lonely.told(), lonely.context(Cast.panelist), lonely.policy)
        #expect(few.first { $0.command == .accept }?.refusal == .panelTooSmall(1, least: 2))
    }

    @Test func aProjectNobodyCanMoveIsAnswered() throws {
        let story = try story(.withdrawn)
        let found = possibilities(try story.told(), story.context(Self.people[11]), story.policy)
        #expect(found.allSatisfy { $0.refusal != nil })
    }
}
