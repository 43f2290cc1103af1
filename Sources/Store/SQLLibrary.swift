internal import Foundation
public import Postgres

/// The SQL shipped beside the program: every statement by its name, and the migrations in order.
public struct SQLLibrary: Sendable {
    private let statements: [Query: Statement]

    /// Reads every statement once. Throws when the installation is incomplete.
    public init() throws(SQLLibraryError) {
        var found: [Query: Statement] = [:]
        for query in Query.allCases {
            let file = try Self.folder().appendingPathComponent("queries/\(query.rawValue).sql")
            found[query] = Statement(name: query.rawValue, sql: try Self.text(of: file))
        }
        statements = found
    }

    /// The statement of `query`; `init` has made sure that it is there.
    subscript(query: Query) -> Statement {
        statements[query] ?? Statement(name: query.rawValue, sql: "")
    }

    /// Every statement, for checks.
    public var all: [Statement] { Query.allCases.map { self[$0] } }

    /// The migrations in order of their numbers.
    public static func migrations() throws(SQLLibraryError) -> [Migration] {
        let folder = try folder().appendingPathComponent("migrations")
        var migrations: [Migration] = []
        for name in try names(in: folder) {
            let file = folder.appendingPathComponent(name)
            migrations.append(Migration(name: file.deletingPathExtension().lastPathComponent, sql: try text(of: file)))
        }
        return migrations
    }

    /// Where the SQL is: the bundle beside the program.
    static func folder() throws(SQLLibraryError) -> URL {
        guard let folder = Bundle.module.url(forResource: "sql", withExtension: nil) else {
            throw SQLLibraryError(path: Bundle.module.bundlePath + "/sql")
        }
        return folder
    }

    static func names(in folder: URL) throws(SQLLibraryError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
                .sorted()
        } catch {
            throw SQLLibraryError(path: folder.path)
        }
    }

    static func text(of file: URL) throws(SQLLibraryError) -> String {
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw SQLLibraryError(path: file.path)
        }
    }
}

/// A file of SQL that belongs to the program is missing or unreadable.
public struct SQLLibraryError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String

    public var description: String {
        "the installation is incomplete: \(path) cannot be read; install the program with the folder of SQL beside it"
    }
}
