import CXlsxWriter
import Workflow

/// The second sheet of the workbook: units side by side (晾晒), with their changes where the report compares.
extension LedgerXLSX {
    func writeLeague() {
        guard let league = workbook_add_worksheet(book, "晾晒") else { return }
        let changes = report.comparison.map { _ in ["新增红灯", "红灯已消", "新办结", "新申报", "批复增减(万元)", "拨付增减(万元)"] }
        let heads =
            [report.word("片区"), report.word("村（社区）")] + Light.worstFirst.map { Ledger.words($0, report) }
            + ["批复金额(万元)", "已拨(万元)"] + (changes ?? [])
        for (index, head) in heads.enumerated() {
            worksheet_write_string(league, 0, lxw_col_t(index), head, formats.head)
        }
        worksheet_set_column(league, 0, lxw_col_t(heads.count - 1), 13, nil)
        let byUnit = Dictionary(
            (report.comparison?.units ?? []).map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, tally) in report.units.enumerated() {
            let row = lxw_row_t(index + 1)
            worksheet_write_string(league, row, 0, plainText(tally.area), formats.text)
            worksheet_write_string(league, row, 1, plainText(tally.unit), formats.text)
            for (column, light) in Light.worstFirst.enumerated() {
                worksheet_write_number(
                    league, row, lxw_col_t(2 + column), Double(tally.byLight[light] ?? 0), formats.serial)
            }
            worksheet_write_number(league, row, 7, Self.wan(tally.awarded), formats.money)
            worksheet_write_number(league, row, 8, Self.wan(tally.disbursed ?? .zero), formats.money)
            if let change = byUnit[tally.unit] { write(change, league, row) }
        }
        writeSums(league, columns: heads.count)
        worksheet_freeze_panes(league, 1, 2)
        worksheet_set_landscape(league)
        worksheet_set_paper(league, 9)
        worksheet_fit_to_pages(league, 1, 0)
        worksheet_repeat_rows(league, 0, 0)
    }

    private func write(_ change: UnitChange, _ league: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t) {
        let counts = [change.newReds, change.clearedReds, change.completed, change.submitted]
        for (column, count) in counts.enumerated() {
            worksheet_write_number(league, row, lxw_col_t(9 + column), Double(count), formats.serial)
        }
        worksheet_write_number(league, row, 13, Self.wan(change.awarded), formats.money)
        worksheet_write_number(league, row, 14, Self.wan(change.disbursed), formats.money)
    }

    /// Below the units, so that a reader adds nothing up by hand.
    private func writeSums(_ league: UnsafeMutablePointer<lxw_worksheet>, columns: Int) {
        let row = lxw_row_t(report.units.count + 1)
        guard !report.units.isEmpty else { return }
        worksheet_write_string(league, row, 0, "合计", formats.total)
        worksheet_write_blank(league, row, 1, formats.total)
        let change = report.comparison?.total("")
        func sum(_ money: (UnitTally) -> Money) -> Double { Self.wan(report.units.reduce(.zero) { $0 + money($1) }) }
        let values =
            Light.worstFirst.map { light in Double(report.units.reduce(0) { $0 + ($1.byLight[light] ?? 0) }) }
            + [sum { $0.awarded }, sum { $0.disbursed ?? .zero }]
            + (change.map {
                [
                    Double($0.newReds), Double($0.clearedReds), Double($0.completed), Double($0.submitted),
                    Self.wan($0.awarded), Self.wan($0.disbursed),
                ]
            } ?? [])
        for (index, value) in values.enumerated() {
            let column = Self.letters(index + 2)
            worksheet_write_formula_num(
                league, row, lxw_col_t(index + 2), "=SUM(\(column)2:\(column)\(report.units.count + 1))", formats.total,
                value)
        }
    }
}
