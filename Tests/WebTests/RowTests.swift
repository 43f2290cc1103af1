import Testing
import Workflow

@testable import Web

/// Repeated fields as rows of controls: what stands in one row belongs together, also where rows are left empty.
struct RowTests {
    private static let budget = FieldTables.application.filter { $0.name == "budget" }

    @Test func emptyRowsAreNoRows() throws {
        let form = Form(texts: [
            "budget.what": ["灯杆", "", "  ", "安装"], "budget.amount": ["１．２", "", "", "0.3万元"],
        ])
        let records = try FormFieldReader.read(form, Self.budget).records("budget")
        #expect(records.map { $0.text("what") } == ["灯杆", "安装"])
        #expect(try records.map { try $0.money("amount").fen } == [1_200_000, 300_000])
        let empty = Form(texts: ["budget.what": ["", ""], "budget.amount": ["", ""]])
        #expect(try FormFieldReader.read(empty, Self.budget).records("budget").isEmpty)
    }

    @Test func whatARowLacksIsNamedWithItsNumber() {
        let form = Form(texts: ["budget.what": ["灯杆", "安装"], "budget.amount": ["", "很多"]])
        let problem = #expect(throws: Problem.self) { try FormFieldReader.read(form, Self.budget) }
        #expect(problem?.errors.count == 2)
        #expect(problem?.detail.contains("第1行缺金额") == true)
    }

    /// What was written comes back row by row, with a free row below.
    @Test func whatWasWrittenStaysInItsRow() throws {
        let words = Words(.zh, file: "")
        let texts = ["budget.what": ["a", "", "c"], "budget.amount": ["1", "2", "x"]]
        let view = FieldView(Self.budget[0], scope: "draft", texts: texts, words)
        #expect(
            view.isRows && view.rows.map { $0.cells.map(\.value) } == [["a", "1"], ["", "2"], ["c", "x"], ["", ""]])
        let ids = view.rows.flatMap { $0.cells.map(\.id) }
        #expect(Set(ids).count == ids.count)
    }

    @Test(arguments: [
        ("1.2", 1_200_000), ("１．２", 1_200_000), ("1.2万元", 1_200_000), ("1.2 万", 1_200_000), ("12000元", 1_200_000),
        ("¥12,000", 1_200_000), ("￥12000.50元", 1_200_050), ("0", 0),
    ]) func amountsAreUnderstoodAsTyped(_ text: String, _ fen: Int64) { #expect(Money(typed: text)?.fen == fen) }

    @Test(arguments: ["", "元", "万元", "¥", "-1", "1.2万万", "很多", "1.2.3", "¥1万元x"])
    func whatIsNoAmountIsNone(_ text: String) { #expect(Money(typed: text) == nil) }
}
