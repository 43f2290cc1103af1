import Seeds
import Testing
import Workflow

struct ReconciliationTests {
    static let day = CivilDate(dayNumber: 20_700)

    static func line(
        _ number: Int, _ days: Int, _ fen: Int64, _ payee: String? = "宏达建筑工程公司", words: String = "",
        references: [String] = [], _ direction: CashLine.Direction = .out, booksOnly: Bool = false
    ) -> CashLine {
        CashLine(
            number: number, day: day.adding(days: days), direction: direction, amount: Money(fen: fen), payee: payee,
            words: words, references: references, isBooksOnly: booksOnly)
    }

    private static func outcomes(_ bank: [CashLine], _ ledger: [CashLine]) -> [Reconciliation.Outcome] {
        Reconciliation(bank: bank, ledger: ledger).rows.map(\.outcome)
    }

    @Test func thePayeesNameMayBeCutOrSpacedAndTheBankMayBeThreeDaysLate() {
        let ledger = [Self.line(1, 0, 100), Self.line(2, 1, 200), Self.line(3, 2, 300, nil)]
        let bank = [
            Self.line(2, 3, 100, "宏达建筑"), Self.line(3, 1, 200, "宏达 建筑工程公司"), Self.line(4, 2, 300, "甲"),
        ]
        #expect(Self.outcomes(bank, ledger) == [.matched, .matched, .matched])
    }

    @Test func oneThingDiffers() {
        let ledger = [
            Self.line(1, 0, 100), Self.line(2, 1, 200), Self.line(3, 2, 333),
            Self.line(4, 3, 400, references: ["FP-2026-1"]),
        ]
        let bank = [
            Self.line(2, 9, 100), Self.line(3, 1, 200, "别的公司"), Self.line(4, 2, 330),
            Self.line(5, 20, 401, "谁", words: "付 FP-2026-1 款"),
        ]
        #expect(
            Self.outcomes(bank, ledger) == [
                .differing([.day(bank: Self.day.adding(days: 9), ledger: Self.day)]),
                .differing([.payee(bank: "别的公司", ledger: "宏达建筑工程公司")]),
                .differing([.amount(bank: Money(fen: 330), ledger: Money(fen: 333))]),
                .differing([
                    .amount(bank: Money(fen: 401), ledger: Money(fen: 400)),
                    .day(bank: Self.day.adding(days: 20), ledger: Self.day.adding(days: 3)),
                    .payee(bank: "谁", ledger: "宏达建筑工程公司"),
                ]),
            ])
    }

    @Test func whatOnlyOneSideHasIsSaid() {
        let ledger = [
            Self.line(1, 0, 100), Self.line(2, 4, 555, "乙方丙方公司"), Self.line(3, -20, 9), Self.line(4, 30, 9),
            Self.line(5, 2, 777, nil, .in, booksOnly: true),
        ]
        let bank = [Self.line(2, 0, 100), Self.line(3, 5, 42, "银行手续费"), Self.line(4, 6, 100, nil, .in)]
        let found = Reconciliation(bank: bank, ledger: ledger)
        #expect(found.rows.map(\.outcome) == [.matched, .onlyAtBank, .onlyAtBank, .onlyInLedger])
        #expect(found.rows.last?.ledger?.number == 2, "days outside the bank's and appropriations are not missed")
        #expect(!found.agrees && found.total(\.bank, .out) == Money(fen: 142) && found.count(.onlyAtBank) == 2)
        #expect(found.from == Self.day && found.to == Self.day.adding(days: 6))
    }

    @Test func twoAlikeArePairedOnceEachAndTheNamedOneFirst() {
        let ledger = [
            Self.line(1, 0, 100, references: ["云书办〔2026〕1号"]), Self.line(2, 0, 100, references: ["云书办〔2026〕12号"]),
        ]
        let bank = [Self.line(2, 0, 100, words: "云书办〔2026〕12号"), Self.line(3, 0, 100), Self.line(4, 0, 100)]
        let rows = Reconciliation(bank: bank, ledger: ledger).rows
        #expect(rows.map { $0.ledger?.number } == [2, 1, nil])
        #expect(rows.map(\.outcome) == [.matched, .matched, .onlyAtBank])
    }

    /// Whatever the two sides hold, every line is said exactly once and a match agrees.
    @Test func everyLineIsSaidExactlyOnce() {
        var generator = SplitMix64(seed: 7)
        for round in 0..<300 {
            func lines(_ count: Int) -> [CashLine] {
                (0..<count).map { number in
                    Self.line(
                        number, generator.below(40), Int64(1 + generator.below(6)),
                        generator.pick([nil, "甲乙丙丁公司", "戊己庚辛公司"]), generator.chance(80) ? .out : .in)
                }
            }
            let (bank, ledger) = (lines(generator.below(25)), lines(generator.below(25)))
            let found = Reconciliation(bank: bank, ledger: ledger)
            #expect(found.rows.compactMap(\.bank) == bank, "seed 7, round \(round)")
            let shown = found.rows.compactMap { $0.ledger?.number }
            #expect(Set(shown).count == shown.count, "seed 7, round \(round)")
            for row in found.rows where row.outcome == .matched {
                #expect(row.bank?.amount == row.ledger?.amount && row.bank?.direction == row.ledger?.direction)
            }
            let missed = ledger.filter { line in
                (found.from...found.to).contains(line.day) && !shown.contains(line.number)
            }
            #expect(bank.isEmpty || missed.isEmpty, "seed 7, round \(round)")
        }
    }
}
