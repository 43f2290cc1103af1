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
        /// Wrapped; what is shorter stays on its line.
        let long: Bool
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

    init(_ sheet: Sheet, _ words: Words) {
        title = words.phrase(sheet.title)
        notes = sheet.notes.map(words.phrase)
        // A column that says nothing only takes room.
        let shown = sheet.columns.indices.filter { column in
            sheet.rows.isEmpty || sheet.rows.contains { $0[column] != .nothing }
        }
        heads = shown.map { column in
            Head(name: words.phrase(sheet.columns[column].head), number: sheet.rows.contains { $0[column].isNumeric })
        }
        rows = sheet.rows.map { row in Row(cells: shown.map { Self.cell(row[$0], words) }) }
        totals = sheet.totals.map { totals in shown.map { Self.cell(totals[$0], words) } } ?? []
        hasTotals = !totals.isEmpty && !rows.isEmpty
        remarks = sheet.remarks.map(words.phrase)
        empty = sheet.rows.isEmpty
    }

    private static func cell(_ cell: Sheet.Cell, _ words: Words) -> Cell {
        let isDay = if case .day = cell { true } else { false }
        let said = words.phrase(cell.words)
        return Cell(words: said, number: cell.isNumeric, day: isDay, long: said.count > 18)
    }
}
