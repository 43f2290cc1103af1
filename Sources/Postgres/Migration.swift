/// One step of a schema's history: a file of SQL, run once in its own transaction.
public struct Migration: Sendable, Hashable {
    /// Names the step and gives its place among the others, such as `0001_towns`.
    public let name: String
    /// One or more statements; none of them may end the transaction.
    public let sql: String

    /// The migration `name` with the text `sql`.
    public init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }
}

/// Where a database stands.
public struct MigrationStatus: Sendable, Equatable {
    /// Names of the migrations that are in the database, in order.
    public let applied: [String]
    /// Names of those that are not yet, in order.
    public let pending: [String]
}

/// Why a database was not migrated, or is not what the program needs. A failed migration leaves nothing behind.
public enum MigrationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The database cannot be reached, or not be asked.
    case unavailable(reason: String)
    /// Names in the program's list repeat or are not in ascending order.
    case unordered(name: String)
    /// What was applied is not what the files say; `comparison` shows both, a line each.
    case differs(comparison: String)
    /// The database has been migrated by a newer program.
    case newerDatabase(unknown: [String])
    /// A migration was refused.
    case failed(name: String, error: ServerError)

    public var description: String {
        switch self {
        case .unavailable(let reason): "the database cannot be migrated: \(reason)"
        case .unordered(let name): "migration \(name) is out of order or there twice"
        case .differs(let comparison):
            "the database was not made by these migrations; restore the files as they were applied.\n\(comparison)"
        case .newerDatabase(let unknown):
            "the database is newer than this program: it has \(unknown.joined(separator: ", ")); use the newer program"
        case .failed(let name, let error): "migration \(name) failed and was undone: \(error)"
        }
    }
}
