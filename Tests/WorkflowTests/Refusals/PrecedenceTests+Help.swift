import Testing
import Workflow

/// The same for extensions, emergencies, consultations and due days counted again.
extension PrecedenceTests {
    @Test(arguments: [(Refusal.Code.extensionNotLater, "2026-04-02"), (.extensionTooLong, "2026-05-31")])
    func extending(_ code: Refusal.Code, _ date: String) throws {
        let base = Step(story: try .inExecution(), person: Cast.director)
        try check(
            base,
            [
                role, silent,
                (
                    .dutiesNotSeparate,
                    { if $0.person == Cast.director { $0.person = Cast.giving(Cast.officer, [.director]) } }
                ),
                (.incomplete, { $0.longer.reason = "" }),
                (.alreadyExtended, { $0.story = try $0.story.then(Cast.director, .extend(Step.oneDayMore)) }),
                (code, { $0.longer.newDueOn = day(date) }),
            ]
        ) { ($0.story, .extend($0.longer)) }
    }

    @Test func emergencySubmission() throws {
        let late: (inout Step) -> Void = { $0.application.emergencyOn = day("2026-02-01") }
        let base = Step(story: Story(), person: Cast.secretary)
        try check(
            base,
            [
                role, silent, (.incomplete, { $0.application.need = "" }),
                (.categoryUnknown, { $0.application.category = "道路" }), (.emergencyPapersLate, late),
            ]
        ) { (try Story.drafted($0.application), .submit) }
        try check(
            base,
            [
                role, (.effectiveInFuture, { $0.application.emergencyOn = day("2026-03-03") }),
                (.incomplete, { $0.application.need = "" }), (.categoryUnknown, { $0.application.category = "道路" }),
            ]
        ) { (try Story.drafted($0.application), .submit) }
    }

    @Test func consultationDecided() throws {
        let base = Step(story: try .ready(for: .decideConsultation, in: .inExecution), person: Cast.clerk)
        try check(
            base,
            [
                role, (.dayOutOfOrder, { $0.decision.doneBy = day("2026-03-01") }),
                (.incomplete, { $0.decision.owner = " " }), (.itemUnknown, { $0.decision.consultation = 2 }),
            ]
        ) { ($0.story, .decideConsultation($0.decision)) }
    }

    @Test func consultationAdjourned() throws {
        let called = try Story.ready(for: .adjournConsultation, in: .inExecution)
        let once = try called.then(Cast.clerk, Samples.command(.adjournConsultation, in: called, by: Cast.clerk))
        let base = Step(story: called, person: Cast.clerk)
        try check(
            base,
            [
                role, (.dayOutOfOrder, { $0.adjournment.meetBy = day("2026-03-01") }),
                (.incomplete, { $0.adjournment.reason = " " }), (.adjournmentEscalated, { $0.story = once }),
            ]
        ) { ($0.story, .adjournConsultation($0.adjournment)) }
    }

    @Test func countingAgain() throws {
        let base = Step(story: try .ready(for: .recomputeDue, in: .inExecution), person: Cast.clerk)
        try check(
            base,
            [
                role, (.commandNotInState, { $0.story = try Story.at(.closedOut) }), future,
                (
                    .dueNotProvisional,
                    { $0.story = try $0.story.project?.state == .closedOut ? $0.story : .inExecution() }
                ),
            ]
        ) { ($0.story, .recomputeDue) }
    }
}

extension PrecedenceTests.Step {
    fileprivate static let oneDayMore = Extension(newDueOn: day("2026-04-03"), reason: "雨季")
}
