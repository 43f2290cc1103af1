import Testing

@testable import Sheets
@testable import Workflow

struct SheetTests {
    static let sheet = Sheet(
        name: "表", title: "表", notes: ["金额单位：元"],
        columns: [Sheet.Column("名称"), Sheet.Column("笔数", isSummed: true), Sheet.Column("金额", isSummed: true)],
        rows: [
            [.text("=HYPERLINK(\"http://x\")"), .number(2), .money(Money(fen: 11_300_050))],
            [.text("路灯，\"新\",二组"), .number(3), .money(Money(fen: -50))],
            [.text("  +86 电话"), .nothing, .nothing],
        ])

    @Test func totalsAddUpWhatCanBeAddedUp() {
        #expect(Self.sheet.totals == [.text("合计"), .number(5), .money(Money(fen: 11_300_000))])
    }

    @Test func csvIsQuotedAndNeverAFormula() {
        let text = String(decoding: SheetCSV.file(Self.sheet), as: UTF8.self)
        #expect(
            text == "\u{FEFF}名称,笔数,金额\r\n" + "\"'=HYPERLINK(\"\"http://x\"\")\",2,113000.50\r\n"
                + "\"路灯，\"\"新\"\",二组\",3,-0.50\r\n" + "'  +86 电话,,\r\n")
    }

    @Test(arguments: ["=1", "+1", "-1", "@SUM(A1)", "＝1", " =1", "\u{3000}=1", "\t=1", "\r=1", "|x", "%0a"])
    func whatASpreadsheetWouldRunIsNeutralised(_ text: String) {
        #expect(harmless(plainCell(text)).hasPrefix("'"))
    }

    @Test func aWorkbookIsAZipWithTextsAsTextsAndFormulasOfOurOwn() throws {
        let moment = Instant(microseconds: 1_795_147_200_000_000)
        let bytes = try SheetXLSX.file([Self.sheet], made: moment)
        #expect(bytes.prefix(4) == [0x50, 0x4B, 0x03, 0x04])
        #expect(try SheetXLSX.file([Self.sheet], made: moment) == bytes, "the same table gives the same bytes")
    }
}
