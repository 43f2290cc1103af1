import Foundation
import Testing
import Workflow

@testable import Boot

/// The README's copies of the code's tables; `deploy/readme` fills them.
struct ReadmeTests {
    private struct Block {
        let options: [String]
        let lines: [Substring]
    }

    private func blocks() throws -> [Block] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md").standardized
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let marks = lines.indices.filter { lines[$0].hasPrefix("<!-- liban workflow") }
        return try marks.map { start in
            let end = try #require(
                lines[start...].firstIndex(of: "<!-- end -->"), "the block of line \(start + 1) is open")
            let options = lines[start].split(separator: " ").dropFirst(3).dropLast().map(String.init)
            return Block(options: options, lines: Array(lines[(start + 1)..<end]))
        }
    }

    @Test func itsTablesAreTheCodes() throws {
        var shown: Set<WorkflowTables.Section> = []
        for block in try blocks() {
            #expect(block.options.starts(with: ["--format", "markdown"]), "\(block.options)")
            let names = block.options.dropFirst(2).filter { $0 != "--section" }
            let sections = Set(try names.map { try #require(WorkflowTables.Section(rawValue: $0)) })
            shown.formUnion(sections)
            let table = WorkflowTables(sections).markdown
            #expect(
                block.lines.joined(separator: "\n") == table,
                "\(names) differ from the code's tables; run deploy/readme")
        }
        #expect(shown == Set(WorkflowTables.Section.allCases))
    }

    /// Words that would break a table's row.
    @Test func cellsHoldNoBars() {
        let tables = WorkflowTables(Set(WorkflowTables.Section.allCases)).markdown.split(
            separator: "\n", omittingEmptySubsequences: false)
        let rows = tables.split { !$0.hasPrefix("|") }
        #expect(rows.count == 3)
        for table in rows {
            let columns = Set(table.map { $0.count { $0 == "|" } })
            #expect(columns.count == 1)
        }
    }
}
