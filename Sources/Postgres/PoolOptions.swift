/// How a pool connects and how long it waits.
public struct PoolOptions: Sendable {
    /// A libpq URL or keyword string, passed on as it is: several hosts, TLS, `target_session_attrs` and all.
    public var conninfo: String
    /// At most this many connections, each with a thread; opened as they are needed.
    public var connections = 8
    /// Units that may wait for a connection; beyond it `run` throws `overloaded`.
    public var queueLimit = 4096
    /// How long a unit may take from `run` to its answer, unless `run` says otherwise.
    public var deadline = Duration.seconds(10)
    /// Shown in `pg_stat_activity`.
    public var applicationName = "liban"
    /// Per host; libpq counts whole seconds and at least two.
    public var connectTimeout = Duration.seconds(3)
    /// The server's own limits for each session; nil leaves the server's setting.
    public var statementTimeout: Duration? = .seconds(5)
    public var lockTimeout: Duration? = .seconds(2)
    public var idleInTransactionTimeout: Duration? = .seconds(10)
    /// SQL run once on each new connection, such as `SET ROLE liban_service`; may hold several statements.
    public var setup: String?

    /// Options with the defaults for everything but the place of the database.
    public init(conninfo: String) { self.conninfo = conninfo }
}

extension PoolOptions {
    /// What a new session runs before its first unit.
    var sessionSetup: String {
        let limits: [(String, Duration?)] = [
            ("statement_timeout", statementTimeout), ("lock_timeout", lockTimeout),
            ("idle_in_transaction_session_timeout", idleInTransactionTimeout),
            // Ends the query of a client that is gone instead of finishing it for nobody.
            ("client_connection_check_interval", .seconds(1)),
        ]
        let settings = limits.compactMap { name, limit in
            limit.map { "SET \(name) = \(Self.milliseconds($0));" }
        }
        // `Row` reads text: how the server writes it must not depend on its configuration.
        let formats = "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET bytea_output = 'hex';"
        return ([formats] + settings + [setup ?? ""]).joined(separator: " ")
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return seconds * 1000 + attoseconds / 1_000_000_000_000_000
    }
}
