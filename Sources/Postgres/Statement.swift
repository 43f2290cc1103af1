/// One SQL statement under a stable name, prepared on a connection at its first use there.
///
/// `$1`, `$2`, … stand for the parameters. One statement only: libpq's extended protocol takes no lists.
public struct Statement: Sendable, Hashable {
    /// What people see in logs and errors, such as `project/advance_if_version`.
    public let name: String
    /// The text as PostgreSQL gets it.
    public let sql: String

    /// A statement called `name` with the text `sql`.
    public init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }

    // The name alone is hashed: it nearly always decides, and the text may be long.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}

extension Statement {
    /// The statements that frame a unit of work. Prepared like any other, they cost one bind each.
    static let begin = Statement(name: "begin", sql: "BEGIN")
    static let beginSerializable = Statement(name: "begin_serializable", sql: "BEGIN ISOLATION LEVEL SERIALIZABLE")
    // One snapshot for all steps, so that a page made of several reads agrees with itself.
    static let beginRead = Statement(name: "begin_read", sql: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    static let commit = Statement(name: "commit", sql: "COMMIT")
}
