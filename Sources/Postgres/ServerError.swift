internal import CLibpq

/// What the server said when it refused a statement.
public struct ServerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The five-character code, such as `23514`; empty when libpq had no code to give.
    public let sqlstate: String
    public let message: String
    public let detail: String?
    public let hint: String?
    /// The constraint named by the server, or by `RAISE … USING CONSTRAINT` in a guard.
    public let constraint: String?
    public let table: String?
    public let column: String?
    /// The name of the statement that was refused.
    public internal(set) var statement: String?
    /// Whether the server ended the session with this error (FATAL or PANIC).
    let endsSession: Bool
    /// The C function in the server that raised it; does not depend on the server's language.
    let sourceFunction: String?

    /// An error made on this side, for what the server would refuse if it could be sent.
    init(sqlstate: String, message: String, statement: String?) {
        self.sqlstate = sqlstate
        self.message = message
        self.statement = statement
        (detail, hint, constraint, table, column, sourceFunction) = (nil, nil, nil, nil, nil, nil)
        endsSession = false
    }

    /// Reads the fields of a libpq error or notice result.
    init(result: OpaquePointer, statement: String?) {
        func field(_ code: Unicode.Scalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        sqlstate = field("C") ?? ""
        message = field("M") ?? String(cString: PQresultErrorMessage(result)).trimmed
        detail = field("D")
        hint = field("H")
        constraint = field("n")
        table = field("t")
        column = field("c")
        sourceFunction = field("R")
        let severity = field("V")
        endsSession = severity == "FATAL" || severity == "PANIC"
        self.statement = statement
    }

    /// Another transaction was in the way (serialization failure, deadlock, lock not available): repeating may succeed.
    public var isConflict: Bool { ["40001", "40P01", "55P03"].contains(sqlstate) }

    /// The server took longer than its own limit, or was asked to stop.
    public var isCancelled: Bool { sqlstate == "57014" }

    /// The session ended or is ending: shutdown, crash of another session, connection failure.
    public var isConnectionLoss: Bool {
        endsSession || sqlstate.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05"].contains(sqlstate)
    }

    /// This server only reads; the primary is elsewhere.
    public var isReadOnly: Bool { sqlstate == "25006" }

    /// The session's prepared statements are gone or no longer fit the schema.
    var isStalePlan: Bool { sqlstate == "26000" || (sqlstate == "0A000" && sourceFunction == "RevalidateCachedQuery") }

    public var description: String {
        let parts: [String?] = [
            statement.map { "\($0):" }, message, detail.map { "(\($0))" }, sqlstate.isEmpty ? nil : "[\(sqlstate)]",
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}
