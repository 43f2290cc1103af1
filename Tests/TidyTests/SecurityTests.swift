import Testing

/// The matrix of OWASP ASVS 5.0 level 2: every requirement has a test that exists, or a reason.
struct SecurityTests {
    private struct Row {
        let requirement: String
        let level: String
        let shown: [String]
    }

    private static let rows: [Row] = (Tree.read("Tests/Security/asvs.tsv")?.lines.dropFirst() ?? []).map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return Row(
            requirement: fields[0], level: fields[1],
            shown: fields[3].split(separator: ";").map { String($0.drop { $0 == " " }) })
    }

    /// 70 of level 1 and 183 of level 2, as the standard counts them.
    @Test func everyRequirementHasItsRow() {
        #expect(Self.rows.count == 253)
        #expect(Set(Self.rows.map(\.requirement)).count == 253)
        #expect(Self.rows.count { $0.level == "1" } == 70)
    }

    @Test func whatIsNamedExists() {
        let tests = Tree.files("Tests", "swift")
        for row in Self.rows {
            #expect(!row.shown.isEmpty, "\(row.requirement) is shown by nothing")
            for name in row.shown where !name.hasPrefix("reason: ") {
                if name.hasPrefix("deploy/") {
                    #expect(Tree.exists(String(name.prefix { $0 != " " })), "\(row.requirement): \(name)")
                    continue
                }
                let parts = name.split(separator: "/").map(String.init)
                guard parts.count >= 2 else {
                    Issue.record("\(row.requirement): “\(name)” is neither a test nor a reason")
                    continue
                }
                let isThere = tests.contains { file in
                    file.path.hasPrefix("Tests/\(parts[0])/") && file.text.contains("struct \(parts[1])")
                        && (parts.count < 3 || file.text.contains("func \(parts[2])("))
                }
                #expect(isThere, "\(row.requirement): there is no test \(name)")
            }
        }
    }
}
