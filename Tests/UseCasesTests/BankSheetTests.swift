import Boot
import Foundation
import Testing
import UseCases
import Workflow

struct BankSheetTests {
    private static func read(_ text: String) -> BankSheet { BankSheet(CSVReader.read(text)) }

    @Test func debitAndCreditColumnsBelowATitle() throws {
        let sheet = Self.read(
            """
            某某农村商业银行对公账户明细,,,,,
            户名：云岭镇财政所,,期间：2026-03-01至2026-03-31,,,
            交易日期,借方金额(元),贷方金额(元),账户余额,对方账户名称,摘要,交易流水号
            20260305,"113,000.00",,1000.00,宏达建筑,工程款,\t100200300
            2026-03-06 10:22:31,--,"１，０００．５０",2000.50,东埔村,退款,1
            2026年3月7日,,,0,,,
            合计,"113,000.00",1000.50,,,,
            """)
        #expect(sheet.faults.isEmpty && sheet.skipped == 2)
        let (out, back) = (try #require(sheet.lines.first), try #require(sheet.lines.last))
        #expect(out.number == 4 && out.direction == .out && out.amount == Money(fen: 11_300_000))
        #expect(out.day.description == "2026-03-05" && out.payee == "宏达建筑" && out.words == "工程款 100200300")
        #expect(back.direction == .in && back.amount == Money(fen: 100_050) && back.day.description == "2026-03-06")
    }

    @Test(arguments: [
        ("记账日期,收支,交易金额,对方户名,用途\n2026/3/5,支出,12.30,甲,乙", "out", 1230),
        ("记账日,借/贷,金额,收款人\n2026/3/5,贷,12.30,甲", "in", 1230),
        ("入账日期,收/付方名称,发生额\n2026/3/5,甲,-12.30", "out", 1230),
        ("入账日期,收/付方名称,发生额\n2026/3/5,甲,\"(12.30)\"", "out", 1230),
        ("日期,支出（万元）,收入（万元）,对方单位\n2026.3.5,１１.３,,甲", "out", 11_300_000),
        ("单位：万元,,,\n日期,支出,收入,对方单位\n2026.3.5,11.3,,甲", "out", 11_300_000),
        ("日期,支出,收入,对方单位\n2026.3.5,11.3万元,,甲", "out", 11_300_000),
        ("日期,支出,收入,对方单位\n2026.3.5,¥1234.50元,,甲", "out", 123_450),
        ("日期,支出,收入,对方单位\n2026.3.5,-50,,甲", "in", 5000),
    ]) func aBanksOwnWordsAreUnderstood(_ text: String, _ direction: String, _ fen: Int) throws {
        let sheet = Self.read(text)
        let line = try #require(sheet.lines.first, "\(sheet.faults)")
        #expect(line.direction.rawValue == direction && line.amount == Money(fen: Int64(fen)) && line.payee == "甲")
        #expect(sheet.faults.isEmpty && line.day.description == "2026-03-05")
    }

    @Test func whatCannotBeReadIsNamedByItsLineAndTheRestIsRead() {
        let sheet = Self.read("日期,支出,收支\n2026-02-30,5,支\n2026-03-05,十元,支\n2026-03-06,7,支\n")
        #expect(sheet.lines.map(\.amount.fen) == [700])
        #expect(sheet.faults.map(\.line) == [2, 3])
        let noHeader = Self.read("a,b\n1,2\n")
        #expect(noHeader.lines.isEmpty && noHeader.faults.map(\.line) == [nil])
        #expect(Self.read("").faults.count == 1)
    }

    @Test func gb18030IsReadLikeUTF8() throws {
        let text = "交易日期,支出金额,对方户名\n2026-03-05,5.00,宏达\n"
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let bytes = [UInt8](try #require(text.data(using: encoding)))
        let decoded = try #require(TextEncoding.auto.decode(bytes))
        #expect(Self.read(decoded).lines.map(\.payee) == ["宏达"])
    }
}
