/// What an installation needs to know: a flag wins over the environment, the environment over the default.
public struct Configuration: Sendable {
    /// A libpq URL or keyword string; nil for a private PostgreSQL in the data directory.
    public var databaseURL: String?
    public var dataDirectory: String
    /// The file with the key checkpoints are signed with; made on first use.
    public var checkpointKey: String
    /// Where uploaded files lie; several servers share one mount.
    public var filesDirectory: String
    /// The key that seals originals and identities. Back it up apart from the database.
    public var keyFile: String
    /// The key that seals authenticators' secrets; it lies outside the database.
    public var signInKeyFile: String
    public var signIn: SignInSettings
    public var host: String
    public var port: Int
    /// Connections of the pool. The work is short: two per core carry a city's morning, and with more of them
    /// reads come in smaller batches and wake more threads (a third fewer reads a second with 16 on four cores).
    public var connections: Int
    /// Requests an account may make in a minute; nil for as many as it likes.
    public var rateLimit: Int?
    /// What `/metrics` is read with from other machines.
    public var metricsToken: String?

    /// A setting that cannot be used.
    public struct Fault: Error, Hashable, Sendable {
        public let chinese: String
        public let english: String
    }

    /// - Parameter environment: LIBAN_DATABASE_URL, LIBAN_DATA_DIR, LIBAN_FILES_DIR, LIBAN_KEY_FILE, LIBAN_HOST,
    ///   LIBAN_PORT, LIBAN_CONNECTIONS, LIBAN_RATE_LIMIT (a number, or `off`), LIBAN_METRICS_TOKEN,
    ///   LIBAN_CHECKPOINT_KEY (default checkpoint.key in the data directory).
    public init(
        databaseURL: String? = nil, dataDirectory: String? = nil, host: String? = nil, port: Int? = nil,
        environment: [String: String]
    ) throws(Fault) {
        func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        self.databaseURL = databaseURL ?? variable("LIBAN_DATABASE_URL")
        self.dataDirectory = dataDirectory ?? variable("LIBAN_DATA_DIR") ?? "./.liban"
        checkpointKey = variable("LIBAN_CHECKPOINT_KEY") ?? self.dataDirectory + "/checkpoint.key"
        filesDirectory = variable("LIBAN_FILES_DIR") ?? self.dataDirectory + "/files"
        keyFile = variable("LIBAN_KEY_FILE") ?? self.dataDirectory + "/sealing.key"
        signInKeyFile = variable("LIBAN_SIGN_IN_KEY_FILE") ?? self.dataDirectory + "/sign-in.key"
        signIn = try SignInSettings(variable)
        self.host = host ?? variable("LIBAN_HOST") ?? "127.0.0.1"
        let portVariable = try Self.number("LIBAN_PORT", variable("LIBAN_PORT"), in: 0...65_535)
        self.port = port ?? portVariable ?? 8080
        let connectionsVariable = try Self.number("LIBAN_CONNECTIONS", variable("LIBAN_CONNECTIONS"), in: 1...512)
        connections = connectionsVariable ?? 8
        let isUnlimited = variable("LIBAN_RATE_LIMIT") == "off"
        let rateVariable =
            isUnlimited ? nil : try Self.number("LIBAN_RATE_LIMIT", variable("LIBAN_RATE_LIMIT"), in: 1...1_000_000)
        rateLimit = isUnlimited ? nil : rateVariable ?? 600
        metricsToken = variable("LIBAN_METRICS_TOKEN")
        guard (0...65_535).contains(self.port) else {
            throw Fault(chinese: "端口\(self.port)不在0至65535之间。", english: "Port \(self.port) is not within 0 to 65535.")
        }
    }

    private static func number(
        _ name: String, _ text: String?, in range: ClosedRange<Int>
    ) throws(Fault) -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Fault(
                chinese: "环境变量\(name)的值“\(text)”不在\(range.lowerBound)至\(range.upperBound)之间。",
                english: "\(name) is \(text); it must be within \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }
}
