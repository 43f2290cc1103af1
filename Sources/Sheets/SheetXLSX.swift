import CXlsxWriter
import Foundation
public import Workflow

/// Tables as a workbook, one a tab: amounts are numbers, sums are formulas, texts are texts and never formulas.
public enum SheetXLSX {
    public static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// No workbook can be written in the directory for temporary files.
    public struct Fault: Error, Sendable, CustomStringConvertible {
        public let description: String
    }

    /// - Parameter made: the moment written into the file's properties; the same tables then give the same bytes.
    public static func file(_ sheets: [Sheet], made: Instant) throws(Fault) -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("liban-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: path) }
        guard let book = workbook_new(path.path) else { throw Fault(description: "no workbook") }
        let formats = Formats(book)
        var properties = lxw_doc_properties()
        properties.created = time_t(made.microseconds / 1_000_000)
        workbook_set_properties(book, &properties)
        for sheet in sheets {
            guard let tab = workbook_add_worksheet(book, sheet.name) else {
                throw Fault(description: "no worksheet \(sheet.name)")
            }
            Tab(sheet: sheet, tab: tab, formats: formats).write()
        }
        let status = workbook_close(book)
        guard status == LXW_NO_ERROR else { throw Fault(description: String(cString: lxw_strerror(status))) }
        do { return [UInt8](try Data(contentsOf: path)) } catch { throw Fault(description: "\(error)") }
    }

    /// The looks of cells; they belong to the book, which frees them.
    fileprivate struct Formats {
        let title, note, head, text, number, money, day, total, totalMoney: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            func format(bordered: Bool = true, number: String? = nil, bold: Bool = false, shaded: Bool = false)
                -> UnsafeMutablePointer<lxw_format>?
            {
                let format = workbook_add_format(book)
                format_set_font_name(format, "宋体")
                format_set_font_size(format, 10)
                format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
                if bordered {
                    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
                    format_set_border_color(format, 0xB0B5BC)
                }
                if let number { format_set_num_format(format, number) }
                if bold { format_set_bold(format) }
                if shaded { format_set_bg_color(format, 0xF5F3EF) }
                return format
            }
            title = format(bordered: false, bold: true)
            format_set_font_size(title, 16)
            note = format(bordered: false)
            head = format(bold: true, shaded: true)
            format_set_text_wrap(head)
            format_set_align(head, UInt8(LXW_ALIGN_CENTER.rawValue))
            text = format()
            format_set_text_wrap(text)
            number = format()
            money = format(number: "#,##0.00")
            day = format(number: "yyyy-mm-dd")
            total = format(bold: true, shaded: true)
            totalMoney = format(number: "#,##0.00", bold: true, shaded: true)
        }
    }
}

/// One tab as it is written.
private struct Tab {
    let sheet: Sheet
    let tab: UnsafeMutablePointer<lxw_worksheet>
    let formats: SheetXLSX.Formats

    private var headRow: lxw_row_t { lxw_row_t(sheet.notes.count + 1) }
    private var firstRow: lxw_row_t { headRow + 1 }
    private var endRow: lxw_row_t { firstRow + lxw_row_t(sheet.rows.count) }
    private var lastColumn: lxw_col_t { lxw_col_t(max(1, sheet.columns.count) - 1) }

    func write() {
        setUpPrint()
        worksheet_write_string(tab, 0, 0, plainCell(sheet.title), formats.title)
        for (index, note) in sheet.notes.enumerated() {
            worksheet_write_string(tab, lxw_row_t(index + 1), 0, plainCell(note), formats.note)
        }
        worksheet_set_row(tab, headRow, 30, nil)
        for (index, column) in sheet.columns.enumerated() {
            worksheet_set_column(tab, lxw_col_t(index), lxw_col_t(index), column.width, nil)
            worksheet_write_string(tab, headRow, lxw_col_t(index), column.head, formats.head)
        }
        for (index, row) in sheet.rows.enumerated() {
            for (column, cell) in row.enumerated() { write(cell, firstRow + lxw_row_t(index), lxw_col_t(column)) }
        }
        writeTotals()
        let below = endRow + (sheet.hasTotals ? 2 : 1)
        for (index, remark) in sheet.remarks.enumerated() {
            worksheet_write_string(tab, below + lxw_row_t(index), 0, plainCell(remark), formats.note)
        }
    }

    private func setUpPrint() {
        worksheet_set_landscape(tab)
        // 9 is A4 in the list of Excel.
        worksheet_set_paper(tab, 9)
        worksheet_set_margins(tab, 0.4, 0.4, 0.6, 0.6)
        worksheet_fit_to_pages(tab, 1, 0)
        worksheet_repeat_rows(tab, headRow, headRow)
        worksheet_freeze_panes(tab, firstRow, 0)
        worksheet_set_footer(tab, "&C第 &P 页 共 &N 页")
        if !sheet.rows.isEmpty { worksheet_autofilter(tab, headRow, 0, endRow - 1, lastColumn) }
    }

    private func write(_ cell: Sheet.Cell, _ row: lxw_row_t, _ column: lxw_col_t) {
        switch cell {
        case .text(let text):
            // 32,767 characters are the most a cell holds.
            worksheet_write_string(tab, row, column, String(plainCell(text).prefix(8000)), formats.text)
        case .number(let number): worksheet_write_number(tab, row, column, Double(number), formats.number)
        case .money(let money): worksheet_write_number(tab, row, column, Self.yuan(money), formats.money)
        case .day(let day):
            let (year, month, number) = day.parts
            var date = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(number), hour: 0, min: 0, sec: 0)
            worksheet_write_datetime(tab, row, column, &date, formats.day)
        case .nothing: worksheet_write_blank(tab, row, column, formats.text)
        }
    }

    /// A workbook knows only floating point; two decimals of yuan are exact to the eye far above an amount's limit.
    private static func yuan(_ money: Money) -> Double { Double(money.fen) / 100 }

    /// The sums as formulas, with their values for programs that do not calculate.
    private func writeTotals() {
        guard let totals = sheet.totals else { return }
        for (index, cell) in totals.enumerated() {
            let column = lxw_col_t(index)
            guard sheet.columns[index].isSummed, !sheet.rows.isEmpty else {
                worksheet_write_string(tab, endRow, column, cell.words, formats.total)
                continue
            }
            let letters = Self.letters(index)
            let value: Double =
                if case .money(let money) = cell {
                    Self.yuan(money)
                } else if case .number(let number) = cell {
                    Double(number)
                } else {
                    0
                }
            let isMoney = if case .money = cell { true } else { false }
            worksheet_write_formula_num(
                tab, endRow, column, "=SUM(\(letters)\(firstRow + 1):\(letters)\(endRow))",
                isMoney ? formats.totalMoney : formats.total, value)
        }
    }

    /// A, B, … Z, AA, …
    private static func letters(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? last : letters(index / 26 - 1) + last
    }
}
