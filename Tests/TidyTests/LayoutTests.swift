import Foundation
import Testing

/// Where things lie and which way the arrows point.
struct LayoutTests {
    @Test func theTopLevelIsWhatTheReadmeSays() throws {
        // What builds and runs leave behind is named in .gitignore and no part of the tree.
        let ignored = Set(Tree.read(".gitignore")?.lines.map(String.init) ?? [])
        let found = try FileManager.default.contentsOfDirectory(atPath: Tree.root.path)
            .filter { !$0.hasPrefix(".") && !ignored.contains($0) }
        #expect(Set(found) == ["Package.swift", "Sources", "Tests", "sql", "deploy", "README.md"])
    }

    /// Our own modules that each module may import; `Package.swift` draws the same arrows.
    private static let arrows: [String: Set<String>] = [
        "Workflow": [],
        "Locking": [],
        "UseCases": ["Workflow", "Locking"],
        "Postgres": ["CLibpq", "Locking"],
        "Store": ["UseCases", "Workflow", "Postgres", "Locking", "CSodium", "COpenSSL"],
        "Vault": ["UseCases", "Workflow", "Locking", "CSodium"],
        "liban-photos": ["CVips"],
        "WallChart": ["Workflow", "CDrawing", "CQRCode", "CXlsxWriter"],
        "OpenID": ["UseCases", "Workflow", "Locking", "COpenSSL"],
        "Delivery": ["UseCases", "Workflow", "CCurl", "CSodium"],
        "Sheets": ["Workflow", "CXlsxWriter"],
        "Web": ["UseCases", "Workflow", "Sheets", "Locking", "CZlib"],
        "Boot": ["Store", "UseCases", "Vault", "Workflow", "Postgres", "CSodium"],
        "liban": [
            "Boot", "Web", "OpenID", "WallChart", "Delivery", "Sheets", "UseCases", "Vault", "Workflow", "Store",
            "Postgres",
            "Locking",
        ],
    ]

    /// What the inner modules may have from outside: nothing.
    private static let outside: [String: Set<String>] = ["Workflow": [], "UseCases": []]

    @Test(arguments: arrows.keys.sorted()) func importsFollowTheArrows(_ module: String) {
        let own = Set(Self.arrows.keys).union([
            "CLibpq", "CSodium", "COpenSSL", "CDrawing", "CQRCode", "CXlsxWriter", "CVips", "CCurl", "CZlib",
        ])
        let allowed = Self.arrows[module] ?? []
        for file in Tree.files("Sources/\(module)", "swift") {
            for name in imports(of: file) {
                if own.contains(name) { #expect(allowed.contains(name), "\(file) imports \(name)") }
                if let outside = Self.outside[module] {
                    #expect(allowed.union(outside).contains(name), "\(file) imports \(name)")
                }
            }
        }
    }

    @Test func everyModuleHasItsArrows() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Tree.root.appending(path: "Sources").path)
        let modules = folders.filter { !Tree.files("Sources/\($0)", "swift").isEmpty }
        #expect(Set(modules).isSubset(of: Self.arrows.keys))
        #expect(modules.contains("Workflow"))
    }

    private func imports(of file: Tree.File) -> [String] {
        file.lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(Self.isModifier) else {
                return nil
            }
            // `import struct Module.Name` imports the module as well.
            return words.last.map { String($0.split(separator: ".").first ?? $0) }
        }
    }

    private static func isModifier(_ word: Substring) -> Bool {
        word.hasPrefix("@") || ["public", "internal", "package", "private", "fileprivate"].contains(word)
    }
}
