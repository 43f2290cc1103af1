import Boot
import Testing
import UseCases

/// Files as office computers write them.
struct TextDecodingTests {
    @Test func aByteOrderMarkIsNotPartOfTheText() {
        #expect(TextEncoding.auto.decode([0xEF, 0xBB, 0xBF] + Array("序号".utf8)) == "序号")
        #expect(TextEncoding.utf8.decode(Array("序号".utf8)) == "序号")
    }

    /// 序号,村 and the four-byte 𠀀 in GB18030.
    @Test func gb18030IsRecognised() {
        let bytes: [UInt8] = [0xD0, 0xF2, 0xBA, 0xC5, 0x2C, 0xB4, 0xE5]
        #expect(TextEncoding.auto.decode(bytes) == "序号,村")
        #expect(TextEncoding.gb18030.decode([0x95, 0x32, 0x82, 0x36]) == "𠀀")
        #expect(TextEncoding.utf8.decode(bytes) == nil)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(TextEncoding.auto.decode([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00]) == nil)
        #expect(TextEncoding.auto.decode([0xFF, 0xFF, 0xFF]) == nil)
    }

    @Test func whatIsWrittenReadsTheSame() {
        let fields = ["a,b", "说\"好\"", "两\n行", "", "平常"]
        let sheet = LedgerSheet(header: ["一", "二", "三", "四", "五"], lines: [.init(number: 2, fields: fields)])
        #expect(CSVReader.read(TextEncoding.auto.decode(Array(CSVWriter.text(sheet).utf8)) ?? "") == sheet)
    }

    @Test func aCalendarIsTakenWholeOrNotAtAll() throws {
        let good = try CalendarSheet.read(CSVReader.read("date,kind,name\n2027-01-01,holiday,元旦\n"))
        #expect(good.count == 1)
        for bad in [
            "day,kind,name\n2027-01-01,holiday,元旦", "date,kind,name\n2027-02-29,holiday,元旦",
            "date,kind,name\n2027-01-01,festival,元旦", "date,kind,name\n2027-01-01,holiday",
            "date,kind,name\n2027-01-01,holiday,元旦\n2027-01-01,workday,元旦",
        ] {
            #expect(throws: CalendarSheet.Fault.self) { try CalendarSheet.read(CSVReader.read(bad)) }
        }
    }
}
