import Testing
import Workflow

/// The usual road, one office at a time, each step a day after the last.
extension Story {
    static func drafted(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        try Story(policy: policy).then(Cast.secretary, .draft(application))
    }

    static func submitted(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        try drafted(application, policy: policy).then(Cast.secretary, .submit)
    }

    static func inReview(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        try submitted(application, policy: policy).later(days: 1).then(Cast.clerk, .admit)
    }

    static func inApproval(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        try inReview(application, policy: policy).later(days: 1).then(Cast.officer, .verify(Papers.visit))
    }

    /// Awarded what was asked for; endorsed first when the ladder wants it.
    static func onNotice(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        var story = try inApproval(application, policy: policy).later(days: 1)
        let amount = application.requested
        if policy.leaderEndorses(amount) { try story.take(Cast.leader, .endorse(Endorsement(amount: amount))) }
        return try story.then(Cast.director, .award(Award(amount: amount)))
    }

    static func inExecution(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        let story = try onNotice(application, policy: policy)
        guard let endsOn = story.project?.notice?.endsOn else { return story }
        return try story.on(endsOn.adding(days: 1)).then(Cast.clerk, .concludeNotice(NoticeProof(proof: "公示栏照片")))
    }

    static func started(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        try inExecution(application, policy: policy).then(Cast.secretary, .recordStart(Papers.start))
    }

    static func inAcceptance(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        try started(application, policy: policy).inspected()
    }

    static func completed(_ application: Application = Papers.application, policy: Policy = .secretaryActsNow) throws
        -> Story
    {
        try inAcceptance(application, policy: policy).accepted()
    }

    func inspected() throws -> Story {
        try later(days: 1).then(
            Cast.secretary, .requestInspection(InspectionRequest(documents: [Papers.afterPhoto])))
    }

    func accepted() throws -> Story {
        try later(days: 1).then(
            Cast.panelist, .accept(Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])))
    }

    func paid(_ amount: Money, invoice: String? = nil) throws -> Story {
        try then(Cast.finance, .disburse(Papers.payment(amount, invoice: invoice)))
    }

    func settled(_ actual: Money) throws -> Story { try then(Cast.finance, .settle(Settlement(actual: actual))) }

    func closedOut() throws -> Story { try then(Cast.clerk, .closeOut(CloseOut(publication: "村务公开栏 7 天"))) }
}
