import Testing

/// Lengths that keep a file readable in one sitting.
struct SizeTests {
    private let sources = Tree.files("Sources", "swift")

    @Test func filesAreShort() {
        #expect(sources.count > 60)
        for file in sources { #expect(file.lines.count <= 300, "\(file)") }
        let lengths = sources.map(\.lines.count).sorted()
        #expect(lengths[lengths.count / 2] <= 110)
    }

    @Test func linesFitTheScreen() {
        for file in sources {
            for (index, line) in file.lines.enumerated() where line.count > 120 {
                Issue.record("\(file):\(index + 1) has \(line.count) characters")
            }
        }
    }

    @Test func functionsAreShort() {
        var seen = 0
        for file in sources {
            for function in Functions.of(file) {
                seen += 1
                #expect(function.length <= 70, "\(file):\(function.line)")
            }
        }
        #expect(seen > 200)
    }

    /// Comments say why; too few leave the reader alone, too many repeat the code.
    @Test func commentsHaveTheirShare() {
        let written = sources.flatMap(\.lines).filter { !$0.allSatisfy(\.isWhitespace) }
        let comments = written.count { $0.drop(while: \.isWhitespace).hasPrefix("//") }
        let permille = comments * 1000 / written.count
        #expect((80...200).contains(permille), "\(permille) ‰ of the lines are comments")
    }
}
