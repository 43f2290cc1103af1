import Sheets

/// A sheet as the template's names.
struct SheetView {
    struct Head {
        let name: String
        let number: Bool
    }

    struct Cell {
        let words: String
        let number: Bool
        /// Kept on one line like a number.
        let day: Bool
    }

    struct Row {
        let cells: [Cell]
    }

    let title: String
    let notes: [String]
    let heads: [Head]
    let rows: [Row]
    let totals: [Cell]
    let hasTotals: Bool
    let remarks: [String]
    let empty: Bool

    init(_ sheet: Sheet, title: String? = nil) {
        self.title = title ?? sheet.title
        notes = sheet.notes
        // A column that says nothing only takes room.
        let shown = sheet.columns.indices.filter { column in
            sheet.rows.isEmpty || sheet.rows.contains { $0[column] != .nothing }
        }
        heads = shown.map { column in
            Head(name: sheet.columns[column].head, number: sheet.rows.contains { $0[column].isNumeric })
        }
        rows = sheet.rows.map { row in Row(cells: shown.map { Self.cell(row[$0]) }) }
        totals = sheet.totals.map { totals in shown.map { Self.cell(totals[$0]) } } ?? []
        hasTotals = !totals.isEmpty && !rows.isEmpty
        remarks = sheet.remarks
        empty = sheet.rows.isEmpty
    }

    private static func cell(_ cell: Sheet.Cell) -> Cell {
        let isDay = if case .day = cell { true } else { false }
        return Cell(words: cell.words, number: cell.isNumeric, day: isDay)
    }
}
