import Testing
import Workflow

struct CloseOutCompleteTests {
    private let close = Command.closeOut(CloseOut(publication: "村务公开栏"))

    private func missing(_ story: Story, _ command: Command? = nil) -> [String] {
        guard case .notReadyToClose(let items) = story.refusal(Cast.clerk, command ?? close) else { return [] }
        return items.map(\.field)
    }

    @Test func settledPaidAndPublishedCloses() throws {
        #expect(try Story.at(.completed).settled(yuan(10_000)).closedOut().project?.state == .closedOut)
    }

    @Test func everythingMissingIsNamedAtOnce() throws {
        let story = try Story.completed().then(Cast.officer, .raiseBlocker(Blocker(words: "灯不亮", mustAct: .clerk)))
        #expect(missing(story, .closeOut(CloseOut(publication: " "))) == ["settled", "publication", "blockers"])
    }

    @Test func whatIsHeldIsPaidFirst() throws {
        let story = try Story.at(.completed).settled(yuan(60_000))
        #expect(missing(story) == ["disbursed"])
        #expect(try missing(story.paid(yuan(49_999))) == ["disbursed"])
        #expect(try missing(story.paid(yuan(50_000))).isEmpty)
    }

    /// An audit that takes money back after the settlement must not leave a project that can never be closed.
    @Test func moneyRecoveredLaterDoesNotHoldItOpen() throws {
        let story = try Story.at(.completed).settled(yuan(10_000))
            .then(Cast.finance, .recover(Recovery(amount: yuan(500), reason: "审计追回")))
        #expect(missing(story).isEmpty)
    }

    @Test func aProjectWithoutMoneySettlesAtNothing() throws {
        let story = try Story.completed(Papers.application(asking: .zero)).settled(.zero)
        #expect(missing(story).isEmpty)
    }
}
