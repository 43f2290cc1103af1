import Testing
import Workflow

/// The league table: fewest red, then fewest yellow, then most completed.
struct RankingTests {
    private func tally(_ unit: String, red: Int = 0, yellow: Int = 0, completed: Int = 0) -> UnitTally {
        UnitTally(area: "东片区", unit: unit, byLight: [.red: red, .yellow: yellow, .blue: completed], awarded: .zero)
    }

    @Test func oneMeritAfterTheOther() {
        let ranked = [
            tally("甲", red: 1, completed: 9), tally("乙", yellow: 1, completed: 9), tally("丙", completed: 1),
            tally("丁", completed: 2),
        ].ranked()
        #expect(ranked.map(\.tally.unit) == ["丁", "丙", "乙", "甲"] && ranked.map(\.rank) == [1, 2, 3, 4])
    }

    @Test func equalsShareARankInTheirFixedOrder() {
        let ranked = [tally("甲", red: 1), tally("乙"), tally("丙"), tally("丁", red: 1)].ranked()
        #expect(ranked.map(\.tally.unit) == ["乙", "丙", "甲", "丁"] && ranked.map(\.rank) == [1, 1, 3, 3])
        #expect([UnitTally]().ranked().isEmpty)
    }
}
