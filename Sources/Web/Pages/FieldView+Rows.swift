import Workflow

extension FieldView {
    /// One row of a repeated field: a control for each part that has to be given.
    struct Row {
        let cells: [FieldView]
    }

    /// Rows on the page at first. Who needs more without a script saves and finds room again.
    private static let leastRows = 3

    static func rows(
        _ field: Field, scope: String, name: String, texts: [String: [String]], _ words: Words
    ) -> [Row] {
        let parts = field.parts.inRows
        let columns = parts.map { texts["\(name).\($0.name)"] ?? [] }
        let filled = columns.map(\.count).max() ?? 0
        // One free row stands below what is written already.
        let last = columns.contains { !($0.last ?? "").isEmpty }
        return (0..<max(leastRows, filled + (last ? 1 : 0))).map { index in
            Row(
                cells: parts.map { part in
                    let column = texts["\(name).\(part.name)"] ?? []
                    let given = index < column.count ? column[index] : ""
                    var cell = FieldView(
                        part.optional, scope: "\(scope)-\(index + 1)", prefix: name + ".",
                        texts: ["\(name).\(part.name)": [given]], words)
                    cell.placeholder = cell.label
                    return cell
                })
        }
    }
}

extension Field {
    /// The same field where a row may stay empty.
    fileprivate var optional: Field { .may(name, zh, en, kind) }
}
