import Testing
import Workflow

/// Whose turn it is: the state's own, and at the end first finance, then the clerk.
struct TurnTests {
    @Test(arguments: State.allCases.filter { $0 != .completed }) func theStatesOwn(_ state: State) throws {
        #expect(try Story.at(state).told().summary.turn == state.turn)
    }

    @Test func completedIsFinancesUntilAllIsPaid() throws {
        let story = try Story.completed()
        #expect(try story.told().summary.turn == .finance)
        let settled = try story.settled(yuan(80_000))
        #expect(try settled.told().summary.turn == .finance)
        #expect(try settled.paid(yuan(79_999)).told().summary.turn == .finance)
        #expect(try settled.paid(yuan(80_000)).told().summary.turn == .clerk)
    }

    /// Paid in full but not settled: the surplus is still held.
    @Test func withoutASettlementItStaysFinances() throws {
        #expect(try Story.completed().paid(yuan(100_000)).told().summary.turn == .finance)
    }

    @Test func withoutMoneySettlingAtNothingPassesIt() throws {
        let story = try Story.completed(Papers.application(asking: .zero))
        #expect(try story.told().summary.turn == .finance)
        #expect(try story.settled(.zero).told().summary.turn == .clerk)
    }

    /// Whoever's turn it is can do something, and the last of them can close.
    @Test func theClerksTurnMeansItCanBeClosed() throws {
        let story = try Story.completed().paid(yuan(100_000)).settled(yuan(100_000))
        #expect(try story.told().summary.turn == .clerk)
        #expect(try story.closedOut().told().summary.turn == nil)
    }

    /// Money an audit takes back after the settlement is no debt: the file stays the clerk's to close.
    @Test func moneyTakenBackLaterLeavesTheTurnToTheClerk() throws {
        let story = try Story.at(.completed).settled(yuan(10_000))
            .then(Cast.finance, .recover(Recovery(amount: yuan(500), reason: "审计追回")))
        #expect(try story.told().summary.turn == .clerk)
    }
}
