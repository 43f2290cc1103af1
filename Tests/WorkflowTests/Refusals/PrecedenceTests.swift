import Testing
import Workflow

/// Input that breaks several rules at once is refused by the first of them in the order of precedence.
///
/// Each case lists spoilers in that order; every combination of them is tried, and the earliest must answer.
struct PrecedenceTests {
    /// A step about to be taken, which spoilers change.
    struct Step {
        var story: Story
        var person: Person
        var late = 0
        var reason: String?
        var application = Papers.application
        var acceptance = Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])
        var payment = Papers.payment(yuan(1_000))
        var award = Award(amount: yuan(100_000))
        var visit = Papers.visit
        var documents = [Papers.afterPhoto]
        var suspension = Suspension(reason: "台风", evidence: "预警")
        var amendment = Amendment(amount: yuan(105_000), reason: "增加")
    }

    private typealias Spoiler = (code: Refusal.Code, spoil: (inout Step) throws -> Void)

    private let role: Spoiler = (.roleNotPermitted, { $0.person = Cast.auditor })
    private let future: Spoiler = (.effectiveInFuture, { $0.late = -1 })
    private let silent: Spoiler = (.lateEntryUnexplained, { $0.late = 2 })

    /// Runs every combination of the spoilers; a later spoiler must not hide an earlier one.
    private func check(
        _ base: Step, _ spoilers: [Spoiler], _ command: (Step) throws -> (Story, Command),
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let order = Refusal.Code.allCases
        let places = spoilers.map { order.firstIndex(of: $0.code) ?? -1 }
        #expect(places == places.sorted(), "the case itself is out of order", sourceLocation: location)
        for mask in 0..<(1 << spoilers.count) {
            let chosen = spoilers.indices.filter { mask & (1 << $0) != 0 }
            var step = base
            for index in chosen { try spoilers[index].spoil(&step) }
            let (story, command) = try command(step)
            let refusal = story.refusal(step.person, command, late: step.late, reason: step.reason)
            let codes = chosen.map { spoilers[$0].code }
            #expect(refusal?.code == codes.first, "\(codes)", sourceLocation: location)
        }
    }

    @Test func submission() throws {
        let base = Step(story: Story(), person: Cast.secretary)
        try check(
            base,
            [
                role, silent, (.incomplete, { $0.application.need = "" }),
                (.categoryUnknown, { $0.application.category = "道路" }),
                (.budgetDoesNotAddUp, { $0.application.sources.append(Source(kind: .donation, promised: yuan(1))) }),
                (
                    .requestExceedsCap,
                    {
                        $0.application.requested = yuan(600_000)
                        $0.application.budget[0].amount = yuan(590_000)
                    }
                ),
            ]
        ) { (try Story.drafted($0.application), .submit) }
    }

    @Test func siteVisit() throws {
        let base = Step(story: try .inReview(), person: Cast.officer)
        try check(
            base,
            [
                role,
                (
                    .commandNotInState,
                    { $0.story = try $0.story.then(Cast.clerk, .return(Return(sections: ["budget"], reason: "缺"))) }
                ),
                (.effectiveInFuture, { $0.visit.visitedOn = day("2027-01-01") }),
                (.incomplete, { $0.visit.opinion = " " }),
            ]
        ) { ($0.story, .verify($0.visit)) }
        var both = Step(story: try .inReview(), person: Cast.giving(Cast.secretary, [.guidanceOfficer]))
        both.visit.opinion = ""
        #expect(both.story.refusal(both.person, .verify(both.visit))?.code == .dutiesNotSeparate)
    }

    @Test func award() throws {
        let base = Step(story: try .inApproval(Papers.application(asking: yuan(450_000))), person: Cast.director)
        try check(
            base,
            [
                role, silent,
                (
                    .dutiesNotSeparate,
                    { if $0.person == Cast.director { $0.person = Cast.giving(Cast.officer, [.director]) } }
                ),
                (.awardExceedsRequest, { $0.award.amount = yuan(450_001) }),
                (.endorsementMissing, { $0.award.amount = max($0.award.amount, yuan(300_001)) }),
                (.fundExhausted, { $0.story.free = .zero }),
            ]
        ) { ($0.story, .award($0.award)) }
    }

    @Test func amendment() throws {
        let base = Step(story: try .at(.inExecution), person: Cast.secretary)
        try check(
            base,
            [
                role, future, (.incomplete, { $0.amendment.reason = "" }),
                (.awardExceedsCap, { $0.amendment.amount = yuan(500_001) }),
                (
                    .amendmentPending,
                    {
                        $0.story = try $0.story.then(
                            Cast.secretary, .requestAmendment(Amendment(amount: yuan(99_000), reason: "减少")))
                    }
                ),
            ]
        ) { ($0.story, .requestAmendment($0.amendment)) }
    }

    @Test func inspection() throws {
        let base = Step(story: try .started(), person: Cast.secretary)
        try check(
            base,
            [
                role, silent, (.incomplete, { $0.documents = [] }),
                (.startMissing, { $0.story = try Story.inExecution() }),
                (
                    .amendmentPending,
                    {
                        $0.story = try $0.story.then(
                            Cast.secretary, .requestAmendment(Amendment(amount: yuan(99_000), reason: "减少")))
                    }
                ),
            ]
        ) { ($0.story, .requestInspection(InspectionRequest(documents: $0.documents))) }
    }

    @Test func pause() throws {
        let base = Step(story: try .inExecution(), person: Cast.director)
        try check(
            base,
            [
                role, (.incomplete, { $0.suspension.evidence = "" }),
                (
                    .amendmentPending,
                    {
                        $0.story = try $0.story.then(
                            Cast.secretary, .requestAmendment(Amendment(amount: yuan(99_000), reason: "减少")))
                    }
                ),
                (
                    .suspensionBackdated,
                    {
                        $0.late = 4
                        $0.reason = "停电"
                    }
                ),
                (.pauseUsedUp, { $0.story.policy.pauseCapDays = 0 }),
            ]
        ) { ($0.story, .suspend($0.suspension)) }
    }

    @Test func acceptance() throws {
        let base = Step(story: try .inAcceptance(), person: Cast.panelist)
        let verifying = Cast.giving(Cast.officer, [.panelMember])
        try check(
            base,
            [
                role, silent,
                (.dutiesNotSeparate, { if $0.person == Cast.panelist { $0.person = verifying } }),
                (.incomplete, { $0.acceptance.quantities = [] }),
                (.panelNotIndependent, { $0.acceptance.panel.append(Cast.director.id) }),
            ]
        ) { ($0.story, .accept($0.acceptance)) }
        try check(
            base,
            [
                (.incomplete, { $0.acceptance.quantities = [] }),
                (.panelTooSmall, { $0.acceptance.panel = [$0.person.id] }),
                (
                    .satisfactionBelowThreshold,
                    { $0.acceptance.satisfaction = Satisfaction(satisfied: 0, basicallySatisfied: 0, dissatisfied: 1) }
                ),
            ]
        ) { ($0.story, .accept($0.acceptance)) }
    }

    /// Who may not judge is told so before being asked for papers; whoever may hears of all that is missing at once.
    @Test func dutiesAreSaidBeforeTheSurvey() throws {
        var acceptance = Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])
        acceptance.satisfaction = Satisfaction(satisfied: 0, basicallySatisfied: 0, dissatisfied: 0)
        acceptance.quantities = []
        let story = try Story.inAcceptance()
        let verifier = Cast.giving(Cast.officer, [.panelMember])
        #expect(story.refusal(verifier, .accept(acceptance)) == .dutiesNotSeparate(.accept, .verify))
        guard case .incomplete(let items) = story.refusal(Cast.panelist, .accept(acceptance)) else {
            Issue.record("not refused as incomplete")
            return
        }
        #expect(items.map(\.field) == ["quantities", "satisfaction"])
    }

    @Test func payment() throws {
        let base = Step(story: try .at(.inExecution).paid(yuan(1), invoice: "044001"), person: Cast.finance)
        try check(
            base,
            [
                role, silent,
                (
                    .dutiesNotSeparate,
                    { if $0.person == Cast.finance { $0.person = Cast.giving(Cast.director, [.finance]) } }
                ),
                (.incomplete, { $0.payment.payee = "" }),
                (.amountOutOfRange, { $0.payment.amount = .zero }),
                (.invoiceReused, { $0.payment.invoice = "044001" }),
            ]
        ) { ($0.story, .disburse($0.payment)) }
        try check(
            base,
            [
                (.incomplete, { $0.payment.voucher = "" }),
                (.advanceExceedsLimit, { $0.payment.amount = yuan(95_000) }),
                (.invoiceReused, { $0.payment.invoice = "044001" }),
            ]
        ) { ($0.story, .disburse($0.payment)) }
    }
}
