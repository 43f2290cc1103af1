import Testing
import Workflow

/// 30 % at the start, 30 % half built, 40 % after the settlement, of 100,000 yuan.
struct TrancheReachedTests {
    static let plan = [
        Tranche(permille: 300, after: .started), Tranche(permille: 300, after: .halfBuilt),
        Tranche(permille: 400, after: .settled),
    ]
    private let policy = Policy.with {
        $0.money.tranches = plan
        $0.advancePermille = 1000
    }

    private func refusal(_ amount: Int64, in story: Story) -> Refusal? {
        story.refusal(Cast.finance, .disburse(Papers.payment(yuan(amount))))
    }

    private func late(_ amount: Int64, _ limit: Int64, _ event: TrancheEvent) -> Refusal {
        .trancheNotReached(yuan(amount), limit: yuan(limit), waitsFor: event)
    }

    @Test func eachWaitsForItsEvent() throws {
        let awarded = try Story.inExecution(policy: policy)
        #expect(refusal(1, in: awarded) == late(1, 0, .started))
        let started = try awarded.then(Cast.secretary, .recordStart(Papers.start))
        #expect(refusal(30_000, in: started) == nil)
        #expect(refusal(30_001, in: started) == late(30_001, 30_000, .halfBuilt))
        let half = try started.paid(yuan(30_000))
            .then(Cast.secretary, .reportProgress(ProgressReport(milestone: .halfBuilt)))
        #expect(refusal(30_000, in: half) == nil)
        #expect(refusal(30_001, in: half) == late(30_001, 30_000, .settled))
        let settled = try half.paid(yuan(30_000)).inspected().accepted().settled(yuan(100_000))
        #expect(refusal(40_000, in: settled) == nil)
    }

    @Test func theAwardsOwnPlanComesBeforeThePolicys() throws {
        let award = Award(amount: yuan(100_000), tranches: [Tranche(permille: 1000, after: .accepted)])
        let story = try Story.inApproval(policy: policy).then(Cast.director, .award(award))
        #expect(story.project?.money.tranches == award.tranches)
        let ends = try #require(story.project?.notice?.endsOn)
        let building = try story.on(ends.adding(days: 1))
            .then(Cast.clerk, .concludeNotice(NoticeProof(proof: "照片"))).then(
                Cast.secretary, .recordStart(Papers.start))
        #expect(refusal(1, in: building) == late(1, 0, .accepted))
        #expect(try refusal(100_000, in: building.inspected().accepted()) == nil)
    }

    @Test func aPlanPaysTheWholeAndNothingTwice() throws {
        let award = Award(amount: yuan(100_000), tranches: [Tranche(permille: 900, after: .accepted)])
        #expect(try Story.inApproval().refusal(Cast.director, .award(award))?.field == "tranches")
        #expect(!policy.with { $0.money.tranches = award.tranches ?? [] }.problems.isEmpty)
        #expect(policy.problems.isEmpty)
    }
}

extension Policy {
    fileprivate func with(_ change: (inout Policy) -> Void) -> Policy {
        var policy = self
        change(&policy)
        return policy
    }
}
