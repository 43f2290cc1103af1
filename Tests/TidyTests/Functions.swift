/// Finds functions in formatted source: a body ends at the first brace indented like its declaration.
enum Functions {
    struct Found {
        let line: Int
        let length: Int
    }

    static func of(_ file: Tree.File) -> [Found] {
        file.lines.indices.compactMap { start in
            guard declares(file.lines[start]), let open = bodyStart(file.lines, from: start) else { return nil }
            let indent = file.lines[start].prefix { $0 == " " }
            // A body on one line is over where it began.
            guard file.lines[open].hasSuffix("{") else { return Found(line: start + 1, length: open - start + 1) }
            let end = file.lines[(open + 1)...].firstIndex { $0 == indent + "}" } ?? file.lines.endIndex
            return Found(line: start + 1, length: end - start + 1)
        }
    }

    private static func declares(_ line: Substring) -> Bool {
        let words = line.split { $0 == " " || $0 == "(" || $0 == "<" || $0 == "?" }
        guard let word = words.first(where: { !isModifier($0) }) else { return false }
        return word == "func" || word == "init" || word == "subscript"
    }

    private static func isModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@")
            || [
                "public", "private", "fileprivate", "internal", "package", "static", "mutating", "nonmutating",
                "consuming", "borrowing", "override", "final", "convenience", "required", "nonisolated",
            ].contains(word)
    }

    /// The line on which the body opens; nil for a requirement of a protocol, which has none.
    private static func bodyStart(_ lines: [Substring], from start: Int) -> Int? {
        var depth = 0
        for index in start..<min(start + 30, lines.count) {
            for mark in lines[index] {
                if mark == "(" || mark == "[" { depth += 1 }
                if mark == ")" || mark == "]" { depth -= 1 }
                if mark == "{", depth == 0 { return index }
            }
            let next = index + 1 < lines.count ? lines[index + 1].drop { $0 == " " } : ""
            let goesOn = ["{", ")", "throws", "async", "->", "where"].contains { next.hasPrefix($0) }
            if depth == 0, !goesOn { return nil }
        }
        return nil
    }
}
