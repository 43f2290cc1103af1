import Foundation

/// The package's own files, found from where this file lies.
enum Tree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    struct File: CustomStringConvertible {
        /// Path from the package's root: "Sources/Workflow/State.swift".
        let path: String
        let text: String
        let lines: [Substring]

        init(path: String, text: String) {
            self.path = path
            self.text = text
            var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            if lines.last?.isEmpty == true { lines.removeLast() }
            self.lines = lines
        }

        var description: String { path }
        var name: String { String(path.split(separator: "/").last ?? "") }
        var stem: String { String(name.split(separator: ".").first ?? "") }
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    static func read(_ path: String) -> File? {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)).map { File(path: path, text: $0) }
    }

    /// Text files under a folder with one of these endings, in a fixed order; empty when there is no such folder.
    static func files(_ folder: String, _ endings: String...) -> [File] {
        let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let paths = (found?.compactMap { $0 as? String } ?? []).filter { path in
            endings.contains { path.hasSuffix(".\($0)") }
        }
        return paths.sorted().compactMap { read("\(folder)/\($0)") }
    }

    /// The lines of a generated block, between `<!-- command -->` and `<!-- end -->`; nil when it is not there.
    static func generated(_ command: String, in path: String) -> [Substring]? {
        guard let lines = read(path)?.lines, let start = lines.firstIndex(of: "<!-- \(command) -->"),
            let end = lines[start...].firstIndex(of: "<!-- end -->")
        else { return nil }
        return Array(lines[(start + 1)..<end])
    }
}
