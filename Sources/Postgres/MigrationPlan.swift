/// The files beside what the database says was applied.
struct MigrationPlan {
    struct Entry: Equatable {
        let name: String
        let checksum: String
    }

    let applied: [Entry]
    let files: [Entry]

    /// How many are applied; throws unless the applied ones are the first of the files, in order and unchanged.
    func appliedCount() throws(MigrationError) -> Int {
        let common = min(applied.count, files.count)
        guard applied.prefix(common) == files.prefix(common) else { throw .differs(comparison: comparison) }
        guard applied.count <= files.count else {
            throw .newerDatabase(unknown: applied.dropFirst(files.count).map(\.name))
        }
        return common
    }

    /// Both lists side by side, the first 12 digits of each checksum; `!` marks what differs.
    var comparison: String {
        let rows = (0..<max(applied.count, files.count)).map { index in
            (
                applied.indices.contains(index) ? applied[index] : nil,
                files.indices.contains(index) ? files[index] : nil
            )
        }
        let left = rows.map { Self.text($0.0) }
        let width = (left + ["in the database"]).map(\.count).max() ?? 0
        let head = "  " + Self.pad("in the database", width) + "  in the files"
        let lines = zip(rows, left).map { row, left in
            (row.0 == row.1 || row.0 == nil ? "  " : "! ") + Self.pad(left, width) + "  " + Self.text(row.1)
        }
        return ([head] + lines).joined(separator: "\n")
    }

    private static func text(_ entry: Entry?) -> String {
        entry.map { "\($0.name) \($0.checksum.prefix(12))" } ?? "-"
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
