import Foundation
import Testing

/// SQL lies in files that can be reviewed, prepared and run one by one.
struct SQLTests {
    @Test(.enabled(if: Tree.exists("sql/queries"))) func oneStatementAFile() {
        let files = Tree.files("sql/queries", "sql")
        #expect(!files.isEmpty)
        for file in files {
            #expect(statements(in: file.text) == 1, "\(file)")
            #expect(file.path.split(separator: "/").count == 4, "\(file) is not <noun>/<verb>.sql")
        }
    }

    @Test(.enabled(if: Tree.exists("sql/migrations"))) func migrationsAreNumberedWithoutGaps() {
        let files = Tree.files("sql/migrations", "sql")
        for (index, file) in files.enumerated() {
            let number = String(index + 1)
            let padded = String(repeating: "0", count: 4 - number.count) + number
            #expect(file.name.hasPrefix("\(padded)_"), "\(file)")
        }
    }

    /// Statements between semicolons, once comments and quoted text are gone.
    private func statements(in text: String) -> Int {
        let code = text.split(whereSeparator: \.isNewline).map { line in
            line.range(of: "--").map { line[..<$0.lowerBound] } ?? line
        }.joined(separator: "\n")
        var plain = ""
        var isQuoted = false
        for mark in code {
            if mark == "'" { isQuoted.toggle() }
            if !isQuoted { plain.append(mark) }
        }
        return plain.split(separator: ";").count { !$0.allSatisfy(\.isWhitespace) }
    }
}
