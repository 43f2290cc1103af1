import Boot
import Testing
import UseCases
import Workflow

/// The shipped bank statement beside the shipped ledger.
struct DemoBankTests {
    @Test func itLacksOnePaymentAndDiffersInOne() throws {
        let bank = BankSheet(try Shipped.demoBank())
        #expect(bank.faults.isEmpty && bank.skipped == 0)
        let rows = try Shipped.demoLedger().rows.filter { $0.paid > .zero }
        let ledger = rows.compactMap { row -> CashLine? in
            guard let day = row.days.completed ?? row.days.started else { return nil }
            return CashLine(
                number: row.line, day: day, direction: .out, amount: row.paid, payee: nil, references: [row.number])
        }
        #expect(ledger.count == bank.lines.count + 1)
        let found = Reconciliation(bank: bank.lines, ledger: ledger)
        #expect(found.count(.matched) == ledger.count - 2)
        let missing = try #require(found.rows.first { $0.outcome == .onlyInLedger })
        #expect(missing.ledger?.references == ["云书办〔2026〕23号"])
        let differing = try #require(found.rows.first { $0.outcome.kind == .differing })
        #expect(
            differing.outcome
                == .differing([.amount(bank: Money(fen: 5_560_000), ledger: Money(fen: 5_650_000))]))
        #expect(found.count(.onlyAtBank) == 0)
    }
}
