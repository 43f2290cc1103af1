import Boot
import Testing
import Workflow

@testable import UseCases

/// Bad files: each fault is named with its line, and the good rows around it stand.
struct LedgerReadingTests {
    static let header = LedgerColumn.allCases.map(\.rawValue).joined(separator: ",")

    /// A good row; `changes` replaces fields by column.
    static func row(_ number: Int, _ changes: [LedgerColumn: String] = [:]) -> String {
        let good: [LedgerColumn: String] = [
            .serial: "\(number)", .number: "云书办〔2026〕\(number)号", .area: "东片", .unit: "云岭村", .title: "路灯更新",
            .category: "人居环境", .channel: "走访", .works: "更换路灯80盏", .requested: "11.3", .ownContribution: "0",
            .awarded: "0", .submittedOn: "2026-11-02", .admittedOn: "2026-11-03", .stage: "审核中", .officer: "指导员甲",
        ]
        return LedgerColumn.allCases.map { changes[$0] ?? good[$0] ?? "" }.joined(separator: ",")
    }

    static func ledger(_ lines: [String]) -> Ledger {
        Ledger(CSVReader.read(([header] + lines).joined(separator: "\r\n") + "\r\n"))
    }

    static let faults: [(LedgerColumn, String, code: String)] = [
        (.submittedOn, "2026-02-30", "noSuchDay"), (.admittedOn, "昨天", "noSuchDay"),
        (.awardedOn, "20260305", "noSuchDay"), (.requested, "十万", "amountUnreadable"),
        (.requested, "1.1234567", "amountUnreadable"), (.requested, "-1", "amountOutOfRange"),
        (.requested, "100000.01", "amountOutOfRange"), (.paid, "99999999999999999999", "amountOutOfRange"),
        (.requested, "", "missing"), (.number, "", "missing"), (.title, "　", "missing"), (.stage, "在建", "wordUnknown"),
        (.satisfaction, "很好", "wordUnknown"),
    ]

    @Test(arguments: faults.indices) func aBadFieldKeepsOnlyItsOwnRowOut(_ index: Int) {
        let (column, text, code) = Self.faults[index]
        let ledger = Self.ledger([Self.row(1), Self.row(2, [column: text]), Self.row(3)])
        #expect(ledger.rows.map(\.line) == [2, 4])
        #expect(ledger.findings.map(\.line) == [3])
        #expect(ledger.findings.map(\.fault.code) == [code])
        #expect(ledger.findings.map(\.fault.column) == [column])
    }

    @Test func allFaultsOfARowAreSaidAtOnce() {
        let ledger = Self.ledger([Self.row(1, [.submittedOn: "2026-13-01", .requested: "x", .stage: "?"])])
        #expect(Set(ledger.findings.map(\.fault.code)) == ["noSuchDay", "amountUnreadable", "wordUnknown"])
        #expect(ledger.rows.isEmpty)
    }

    @Test func aNumberTwiceKeepsTheFirst() {
        let ledger = Self.ledger([Self.row(1), Self.row(1, [.title: "另一个"]), Self.row(2)])
        #expect(ledger.rows.map(\.title) == ["路灯更新", "路灯更新"])
        #expect(ledger.findings.map(\.fault) == [.numberTwice(first: 2)])
    }

    @Test func aRaggedLineIsCounted() {
        let ledger = Self.ledger([Self.row(1), "2,云书办〔2026〕2号,东片", Self.row(3) + ",多余"])
        #expect(ledger.rows.count == 1)
        #expect(ledger.findings.map(\.fault) == [.ragged(found: 3, expected: 24), .ragged(found: 25, expected: 24)])
    }

    @Test func missingColumnsAreNamedTogether() {
        let ledger = Ledger(CSVReader.read("序号,项目编号,项目名称,奇怪的列\n1,云书办〔2026〕1号,路灯,x\n"))
        #expect(ledger.rows.isEmpty)
        #expect(
            ledger.findings.map(\.fault.code) == ["columnMissing", "columnUnknown"])
        #expect(
            ledger.findings.first?.fault
                == .columnMissing([.unit, .category, .works, .requested, .submittedOn, .stage]))
    }

    @Test func anOpenQuoteSwallowsOneLineAndNotTheRest() {
        let ledger = Self.ledger([Self.row(1), Self.row(2, [.works: "\"更换路灯80盏"]), Self.row(3), Self.row(4)])
        #expect(ledger.rows.map(\.line) == [2, 4, 5])
        #expect(ledger.findings.map(\.fault) == [.quoteOpen])
        #expect(ledger.findings.map(\.line) == [3])
    }

    @Test func textAfterAClosingQuoteIsSaid() {
        let ledger = Self.ledger([Self.row(1, [.works: "\"更换\"路灯80盏"]), Self.row(2)])
        #expect(ledger.rows.map(\.line) == [3])
        #expect(ledger.findings.map(\.fault) == [.quoteStray])
    }

    @Test func quotedCommasQuotesAndNewLinesAreText() {
        let ledger = Self.ledger([Self.row(1, [.works: "\"平整,\"\"硬底化\"\"\r\n新增车位86个\""]), Self.row(2)])
        #expect(ledger.findings.isEmpty)
        #expect(ledger.rows.first?.works == "平整,\"硬底化\"\n新增车位86个")
        #expect(ledger.rows.map(\.line) == [2, 4])
    }

    @Test func anEmptyFileAndAHeaderAloneAreSaid() {
        #expect(Ledger(CSVReader.read("")).findings.first?.fault.isError == true)
        #expect(Self.ledger([]).findings.map(\.fault) == [.empty])
    }

    @Test func widthAndSpacesOfTheHeaderDoNotMatter() {
        let header = Self.header.replacing("(", with: "（").replacing(")", with: "）").replacing("备注", with: " 备注 ")
        let ledger = Ledger(CSVReader.read(header + "\n" + Self.row(1) + "\n"))
        #expect(ledger.findings.isEmpty)
        #expect(ledger.rows.count == 1)
    }
}
