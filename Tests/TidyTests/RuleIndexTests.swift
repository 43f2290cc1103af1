import Foundation
import Testing
import Workflow

/// From any name of a rule to all the others: file, sentence, refusal, constraint, test, README.
struct RuleIndexTests {
    @Test func everyRuleFileHasARowAndEveryRowAFile() {
        let files = Set(Tree.files("Sources/Workflow/Rules", "swift").map(\.stem))
        let stems = ruleIndex.map(\.stem)
        #expect(Set(stems) == files)
        #expect(Set(stems).count == stems.count)
    }

    @Test(arguments: ruleIndex.map(\.stem)) func theFileSaysItsRule(_ stem: String) throws {
        let row = try #require(ruleIndex.first { $0.stem == stem })
        let file = try #require(Tree.read("Sources/Workflow/Rules/\(stem).swift"))
        #expect(file.text.contains("public enum \(stem) {"))
        // A sentence a clerk would accept, then where it is enforced.
        let comment = file.lines.prefix { $0.hasPrefix("///") }.map { $0.dropFirst(3).drop { $0 == " " } }
        let sentence = comment.prefix { !$0.isEmpty }.joined(separator: " ")
        #expect(sentence.hasSuffix("."))
        #expect(sentence.count > 20)
        let codes = row.refusals.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        let constraint = row.constraint.map { "`\($0)`" } ?? "none"
        #expect(comment.contains { $0 == "Refusal: \(codes). SQL: \(constraint)." })
    }

    @Test(arguments: ruleIndex.map(\.stem)) func itHasATest(_ stem: String) {
        let test = Tree.read("Tests/WorkflowTests/Rules/\(stem)Tests.swift")
        #expect(test?.text.contains("struct \(stem)Tests {") == true)
        #expect((test?.text.components(separatedBy: "@Test").count ?? 0) > 2, "one test says yes, another no")
    }

    @Test(.enabled(if: Tree.exists("sql/migrations"))) func theDatabaseBacksIt() {
        let migrations = Tree.files("sql/migrations", "sql").map(\.text).joined()
        for name in ruleIndex.compactMap(\.constraint) {
            let forms = ["CONSTRAINT \(name) ", "CONSTRAINT \(name)\n", "TRIGGER \(name) "]
            #expect(forms.contains { migrations.contains($0) }, "\(name)")
        }
    }

    /// `liban workflow` writes the block; until it has, there is nothing to compare.
    private static let block = Tree.generated("liban workflow --format markdown --section rules", in: "README.md")

    @Test func theReadmeHasAPlaceForIt() { #expect(Self.block != nil) }

    @Test(.enabled(if: (block?.count ?? 0) > 2)) func theReadmeListsItAndNothingElse() {
        let text = (Self.block ?? []).joined(separator: "\n")
        for row in ruleIndex {
            let isListed = text.contains(row.stem)
            #expect(isListed, "\(row.stem)")
        }
        // A rule that was dropped must not live on in the documents.
        let rows = (Self.block ?? []).filter { $0.hasPrefix("|") }.dropFirst(2)
        #expect(
            rows.compactMap { $0.split(whereSeparator: { "| `".contains($0) }).first }.map(String.init)
                == ruleIndex.map(\.stem))
    }
}
