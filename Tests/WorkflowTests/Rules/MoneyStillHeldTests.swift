import Testing
import Workflow

struct MoneyStillHeldTests {
    @Test(arguments: [Command.carryForward(Reasoned(reason: "年末")), .sweep(Reasoned(reason: "年末"))])
    func onlyWhatIsHeld(_ command: Command) throws {
        let story = try Story.inExecution()
        let person = command.kind == .sweep ? Cast.director : Cast.finance
        #expect(story.refusal(person, command) == nil)
        let zero = try Story.inExecution(Papers.application(asking: .zero))
        #expect(zero.refusal(person, command) == .nothingHeld)
    }

    @Test func whatIsSweptIsNotPromisedAnyMore() throws {
        let story = try Story.at(.inExecution)
        let swept = try story.then(Cast.director, .sweep(Reasoned(reason: "闲置")))
        #expect(swept.free == story.free.map { $0 + yuan(90_000) })
        #expect(swept.project?.money.awarded == yuan(10_000))
        #expect(swept.refusal(Cast.finance, .disburse(Papers.payment(yuan(1))))?.code == .advanceExceedsLimit)
    }

    @Test func carriedMoneyIsHeldByTheNextYear() throws {
        let story = try Story.at(.inExecution)
        let carried = try story.then(Cast.finance, .carryForward(Reasoned(reason: "年末")))
        #expect(carried.project?.money.fundYear == 2027 && carried.free == story.free)
        var none = story
        none.nextFundIsOpen = false
        #expect(none.refusal(Cast.finance, .carryForward(Reasoned(reason: "年末"))) == .fundMissing)
    }
}
