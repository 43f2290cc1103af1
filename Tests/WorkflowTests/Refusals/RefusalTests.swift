import Testing
import Workflow

struct RefusalTests {
    /// Refusals that are about the whole step and no field of it.
    private static let withoutField: Set<Refusal.Code> = [
        .roleNotPermitted, .commandNotInState, .dutiesNotSeparate, .noticeRunning, .objectionOpen, .startMissing,
        .amendmentPending, .amendmentMissing, .alreadyExtended, .suspensionBackdated, .pauseUsedUp, .settledAlready,
        .fundMissing, .dueNotProvisional, .adjournmentEscalated, .ownMoneyOutstanding, .retentionMissing,
        .retentionNotDue, .nothingHeld, .fundYearClosed,
    ]

    @Test(arguments: Refusal.Code.allCases) func everyRefusalHappens(_ code: Refusal.Code) throws {
        let refusal = try #require(try RefusalSamples.refusal(code))
        #expect(refusal.code == code)
        #expect((refusal.field == nil) == Self.withoutField.contains(code))
        #expect(refusal.field != "")
    }

    @Test(arguments: Refusal.Code.allCases) func itSaysWhyInTwoLanguages(_ code: Refusal.Code) throws {
        let refusal = try #require(try RefusalSamples.refusal(code))
        #expect(refusal.chinese.hasSuffix("。"))
        #expect(refusal.english.hasSuffix("."))
        #expect(refusal.chinese.contains { Self.isHan($0) })
        #expect(!refusal.english.replacing("“", with: "").contains { "，。：；、".contains($0) })
        // A half-width comma or colon belongs between digits or Latin letters, never beside a Chinese character.
        let marks = Array(refusal.chinese)
        for (before, after) in zip(marks, marks.dropFirst()) {
            let isHalfWidth = { (mark: Character) in ",:;!?".contains(mark) }
            #expect(!(isHalfWidth(after) && Self.isHan(before) || isHalfWidth(before) && Self.isHan(after)))
            #expect(!(before == "%" && isHalfWidth(after)), "\(refusal.chinese)")
        }
        #expect(marks.count < 80, "a clerk reads it on a phone")
    }

    @Test func everyRuleNamesRefusalsInTheOrderOfPrecedence() throws {
        let order = Refusal.Code.allCases
        func place(_ code: Refusal.Code) -> Int { order.firstIndex(of: code) ?? -1 }
        for row in ruleIndex {
            #expect(row.refusals == row.refusals.sorted { place($0) < place($1) }, "\(row.stem)")
        }
        let last = ruleIndex.map { row in row.refusals.map(place).max() ?? -1 }
        // Two rules share their first refusal with another: they stand where their own one belongs.
        #expect(last == last.sorted())
        #expect(Set(ruleIndex.flatMap(\.refusals)) == Set(order))
    }

    private static func isHan(_ mark: Character) -> Bool {
        mark.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }
}
