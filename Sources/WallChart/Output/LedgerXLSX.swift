import CXlsxWriter
import Glibc
import Workflow

/// The ledger as a workbook: filters, lights, sums, and set up to be printed.
struct LedgerXLSX {
    let report: ChartReport
    private let columns: [Ledger.Column]
    private let title: String
    let book: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    let formats: Formats

    /// Wider than this, in characters, a line goes over two pages of A3: on one it could not be read.
    private static let pageWidth = 230.0
    private static let headRow: lxw_row_t = 2
    private static let firstRow: lxw_row_t = 3

    /// - Throws: `ChartError.drawing` when no workbook can be written in the directory for temporary files.
    static func file(_ report: ChartReport, title: String) throws -> [UInt8] {
        let path = try TemporaryFile()
        guard let book = workbook_new(path.name) else { throw ChartError.drawing("no workbook") }
        guard let sheet = workbook_add_worksheet(book, "台账") else { throw ChartError.drawing("no worksheet") }
        let ledger = LedgerXLSX(
            report: report, columns: Ledger.columns(report), title: title, book: book, sheet: sheet,
            formats: Formats(book))
        ledger.write()
        let status = workbook_close(book)
        guard status == LXW_NO_ERROR else { throw ChartError.drawing(String(cString: lxw_strerror(status))) }
        return try path.read()
    }

    private func write() {
        setProperties()
        setUpPrint()
        writeHead()
        for (index, row) in report.projects.enumerated() {
            let values = columns.map { $0.value(row, index + 1) }
            let line = Self.firstRow + lxw_row_t(index)
            // Not every program makes room for a text that is wrapped.
            let lines = zip(columns, values).map(Self.lines).max() ?? 1
            if lines > 1 { worksheet_set_row(sheet, line, 13.5 * Double(lines) + 2, nil) }
            for (column, value) in values.enumerated() { write(value, at: line, lxw_col_t(column)) }
        }
        writeTotals()
        markLights()
        writeLeague()
    }

    /// Lines a value takes in its column, where a Chinese character is as wide as two others; thirty at most, which is
    /// nearly the tallest row there is.
    private static func lines(_ column: Ledger.Column, _ value: Ledger.Value) -> Int {
        guard case .text(let text) = value else { return 1 }
        let room = max(2, Int(column.width) - 1)
        return min(30, (terminalWidth(plainText(text)) + room - 1) / room)
    }

    private var lastColumn: lxw_col_t { lxw_col_t(columns.count - 1) }
    /// The title's column, while not too much stands before it.
    private var lastNaming: lxw_col_t { min(place(of: .title), 5) }

    /// Where a column stands. Those asked for are in every ledger: the policy's rules see to that.
    private func place(of field: LedgerField) -> lxw_col_t {
        lxw_col_t(columns.firstIndex { $0.field == field } ?? 0)
    }

    private var lastRow: lxw_row_t { Self.firstRow + lxw_row_t(max(1, report.projects.count)) - 1 }

    private func setProperties() {
        // The minute of the report and not of the writing: the same report gives the same bytes.
        withProperties { properties in workbook_set_properties(book, &properties) }
    }

    private func withProperties(_ body: (inout lxw_doc_properties) -> Void) {
        var title = Array(title.utf8CString)
        title.withUnsafeMutableBufferPointer { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafePointer(title.baseAddress).map { UnsafeMutablePointer(mutating: $0) }
            properties.created = time_t(report.asOf.microseconds / 1_000_000)
            body(&properties)
        }
    }

    private func setUpPrint() {
        worksheet_set_landscape(sheet)
        // 8 is A3 in the list of Excel.
        worksheet_set_paper(sheet, 8)
        worksheet_set_margins(sheet, 0.4, 0.4, 0.7, 0.6)
        let width = columns.reduce(0) { $0 + $1.width }
        worksheet_fit_to_pages(sheet, width > Self.pageWidth ? 2 : 1, 0)
        // What tells one line from another stands on both pages, and stays in sight on a screen.
        if width > Self.pageWidth { worksheet_repeat_columns(sheet, 0, lastNaming) }
        worksheet_repeat_rows(sheet, Self.headRow, Self.headRow)
        worksheet_print_area(sheet, 0, 0, lastRow + 1, lastColumn)
        let safe = { (text: String) in
            text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
        }
        // Excel takes at most 255 characters in a header.
        worksheet_set_header(sheet, "&C&\"黑体,Bold\"&14" + String(safe(title).prefix(120)))
        worksheet_set_footer(
            sheet,
            "&L\(Wording.asOf(report))　\(Wording.edition(report))&C共 \(report.projects.count) 项，无删减&R第 &P 页 共 &N 页")
        worksheet_freeze_panes(sheet, Self.firstRow, lastNaming + 1)
        worksheet_autofilter(sheet, Self.headRow, 0, lastRow, lastColumn)
    }

    private func writeHead() {
        worksheet_write_string(sheet, 0, 0, plainText(title) + "　台账", formats.title)
        let code = report.checkpoint.map { "　校验码 \(plainText($0))" } ?? ""
        worksheet_write_string(
            sheet, 1, 0, "\(Wording.asOf(report))　\(Wording.edition(report))\(code)　金额单位：万元", formats.note)
        worksheet_set_row(sheet, Self.headRow, 32, nil)
        for (index, field) in columns.enumerated() {
            let column = lxw_col_t(index)
            worksheet_set_column(sheet, column, column, field.width, nil)
            worksheet_write_string(sheet, Self.headRow, column, report.word(field.head), formats.head)
        }
    }

    private func write(_ value: Ledger.Value, at row: lxw_row_t, _ column: lxw_col_t) {
        switch value {
        case .text(let text):
            // 32,767 characters are the most a cell holds.
            worksheet_write_string(sheet, row, column, String(plainText(text).prefix(8000)), formats.text)
        case .word(let word): worksheet_write_string(sheet, row, column, report.word(word), formats.text)
        case .number(let number): worksheet_write_number(sheet, row, column, Double(number), formats.serial)
        case .money(let money): worksheet_write_number(sheet, row, column, Self.wan(money), formats.money)
        case .day(let day):
            let (year, month, number) = day.parts
            var date = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(number), hour: 0, min: 0, sec: 0)
            worksheet_write_datetime(sheet, row, column, &date, formats.day)
        case .light(let light): worksheet_write_string(sheet, row, column, Ledger.words(light, report), formats.text)
        case .nothing: worksheet_write_blank(sheet, row, column, formats.text)
        }
    }

    /// A workbook knows only floating point; six decimals of 万元 are exact in it up to the limit of an amount.
    static func wan(_ money: Money) -> Double { Double(money.fen) / 1_000_000 }

    private func writeTotals() {
        let row = lastRow + 1
        for column in 0...lastColumn { worksheet_write_blank(sheet, row, column, formats.total) }
        worksheet_write_string(sheet, row, place(of: .number), "合计", formats.total)
        worksheet_write_string(sheet, row, place(of: .title), "共 \(report.projects.count) 项", formats.total)
        for (index, field) in columns.enumerated() where field.isSummed {
            let sum = report.projects.enumerated().reduce(Money.zero) { sum, item in
                if case .money(let money) = field.value(item.element, item.offset + 1) { sum + money } else { sum }
            }
            let column = Self.letters(index)
            worksheet_write_formula_num(
                sheet, row, lxw_col_t(index), "=SUM(\(column)\(Self.firstRow + 1):\(column)\(lastRow + 1))",
                formats.total, Self.wan(sum))
        }
    }

    /// A, B, … Z, AA, …
    static func letters(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? last : letters(index / 26 - 1) + last
    }

    /// Colours follow the words of the cell, so they stay right when somebody sorts or filters.
    private func markLights() {
        let column = place(of: .light)
        for light in Light.worstFirst {
            // A quote in a town's own word is doubled, as in any formula.
            let word = Ledger.words(light, report).split(separator: "\"", omittingEmptySubsequences: false)
            "\"\(word.joined(separator: "\"\""))\"".withCString { words in
                var rule = lxw_conditional_format()
                rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
                rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
                rule.value_string = UnsafeMutablePointer(mutating: words)
                rule.format = formats.lights[light]
                worksheet_conditional_format_range(
                    sheet, Self.firstRow, column, lastRow, column, &rule)
            }
        }
    }

    /// The looks of cells; they belong to the book, which frees them.
    struct Formats {
        let title, note, head, text, serial, money, day, total: UnsafeMutablePointer<lxw_format>?
        var lights: [Light: UnsafeMutablePointer<lxw_format>] = [:]

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            func format(bordered: Bool = true) -> UnsafeMutablePointer<lxw_format>? {
                let format = workbook_add_format(book)
                format_set_font_name(format, "宋体")
                format_set_font_size(format, 10)
                format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
                if bordered {
                    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
                    format_set_border_color(format, 0xB0B5BC)
                }
                return format
            }
            title = format(bordered: false)
            format_set_font_size(title, 16)
            format_set_bold(title)
            note = format(bordered: false)
            head = format()
            format_set_bold(head)
            format_set_text_wrap(head)
            format_set_align(head, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_bg_color(head, 0xF5F3EF)
            text = format()
            format_set_text_wrap(text)
            serial = format()
            format_set_align(serial, UInt8(LXW_ALIGN_CENTER.rawValue))
            money = format()
            format_set_num_format(money, "#,##0.00####")
            day = format()
            format_set_num_format(day, "yyyy-mm-dd")
            format_set_align(day, UInt8(LXW_ALIGN_CENTER.rawValue))
            total = format()
            format_set_bold(total)
            format_set_num_format(total, "#,##0.00####")
            format_set_bg_color(total, 0xF5F3EF)
            for light in Light.allCases {
                guard let format = workbook_add_format(book) else { continue }
                let ground = Int(Palette.colour(of: light).hex.dropFirst(), radix: 16) ?? 0
                format_set_bg_color(format, lxw_color_t(ground))
                format_set_font_color(format, Palette.colour(of: light).grey > 0.45 ? 0x1C1F24 : 0xFFFFFF)
                format_set_bold(format)
                lights[light] = format
            }
        }
    }
}
