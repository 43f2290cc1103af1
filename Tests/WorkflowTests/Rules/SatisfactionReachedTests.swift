import Testing
import Workflow

struct SatisfactionReachedTests {
    private func refusal(
        _ good: Int, _ fair: Int, _ bad: Int, grade: Satisfaction.Grade? = nil, late: Int = 0, reason: String? = nil
    ) throws -> Refusal? {
        var acceptance = Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])
        acceptance.satisfaction = Satisfaction(
            satisfied: good, basicallySatisfied: fair, dissatisfied: bad, grade: grade)
        return try Story.inAcceptance().refusal(Cast.panelist, .accept(acceptance), late: late, reason: reason)
    }

    @Test func halfIsEnough() throws {
        #expect(try refusal(1, 1, 2) == nil)
        #expect(try refusal(499, 0, 501) == .satisfactionBelowThreshold(permille: 499, needed: 500))
        #expect(try refusal(0, 0, 1) == .satisfactionBelowThreshold(permille: 0, needed: 500))
    }

    /// Just short of half is not rounded up to it.
    @Test func theShareIsRoundedDown() throws {
        #expect(try refusal(4999, 0, 5001) == .satisfactionBelowThreshold(permille: 499, needed: 500))
    }

    @Test func withoutAnswersNothingIsProven() throws {
        #expect(try refusal(0, 0, 0)?.code == .incomplete)
        #expect(try refusal(0, 0, 0)?.field == "satisfaction")
    }

    @Test(arguments: [(-1, 0, 2), (5, 0, -5), (Int.max, 1, 0), (Int.max, Int.max, Int.max), (Int.min, -1, 0)])
    func impossibleCountsAreRefusedNotTrapped(_ good: Int, _ fair: Int, _ bad: Int) throws {
        #expect(try refusal(good, fair, bad)?.code == .incomplete)
        #expect(try refusal(good, fair, bad, grade: .satisfied, late: 9, reason: "旧台账")?.code == .incomplete)
    }

    /// An old ledger's grade stands in for lost counts, in a late entry only: a reason alone makes nothing late.
    @Test func aGradeAloneIsForOldLedgers() throws {
        #expect(try refusal(0, 0, 0, grade: .satisfied, late: 9, reason: "旧台账") == nil)
        #expect(
            try refusal(0, 0, 0, grade: .dissatisfied, late: 9, reason: "旧台账")
                == .satisfactionBelowThreshold(permille: 0, needed: 500))
        #expect(try refusal(0, 0, 0, grade: .satisfied)?.code == .incomplete)
        #expect(try refusal(0, 0, 0, grade: .satisfied, reason: "旧台账")?.code == .incomplete)
    }

    /// Where counts and grade disagree, the counts stand.
    @Test func countsGoBeforeTheGrade() throws {
        #expect(
            try refusal(0, 0, 9, grade: .satisfied, late: 9, reason: "旧台账")
                == .satisfactionBelowThreshold(permille: 0, needed: 500))
    }
}
