public import UseCases
public import Workflow

/// Everything the web edge needs, handed in by whoever starts it.
public struct WebServices: Sendable {
    public let desk: Desk
    public let reading: Reading
    public let programmes: Programmes
    public let handovers: Handovers
    public let offices: Offices
    public let accounts: Accounts
    public let audit: AuditLog
    public let secrets: any Secrets
    public let clock: any WallClock
    /// Draws a chart. Slow (up to a quarter of a second), so it is called off the event loops and rarely.
    public let drawChart: @Sendable (ChartReport, ChartFormatName) throws -> DrawnChart
    public let readiness: @Sendable () async -> Readiness
    public let settings: WebSettings

    public init(
        desk: Desk, reading: Reading, programmes: Programmes, handovers: Handovers, offices: Offices,
        accounts: Accounts, audit: AuditLog, secrets: any Secrets, clock: any WallClock,
        drawChart: @escaping @Sendable (ChartReport, ChartFormatName) throws -> DrawnChart,
        readiness: @escaping @Sendable () async -> Readiness, settings: WebSettings = WebSettings()
    ) {
        self.desk = desk
        self.reading = reading
        self.programmes = programmes
        self.handovers = handovers
        self.offices = offices
        self.accounts = accounts
        self.audit = audit
        self.secrets = secrets
        self.clock = clock
        self.drawChart = drawChart
        self.readiness = readiness
        self.settings = settings
    }
}

/// How the edge behaves where towns differ.
public struct WebSettings: Sendable {
    /// The session cookie is `__Host-liban` with `Secure`. Without it (`liban`) a browser on the town's own
    /// network can sign in over plain HTTP; never for anything reachable from outside.
    public var secureCookies: Bool
    /// Charts being drawn at the same time; more have to come again.
    public var drawingsAtOnce: Int
    /// Proxies that are believed when they say whom they speak for.
    public var trustedProxies: [AddressRange]

    public init(secureCookies: Bool = true, drawingsAtOnce: Int = 2, trustedProxies: [AddressRange] = []) {
        self.secureCookies = secureCookies
        self.drawingsAtOnce = drawingsAtOnce
        self.trustedProxies = trustedProxies
    }
}

/// The forms a chart is served in.
public enum ChartFormatName: String, CaseIterable, Sendable {
    case svg, pdf, png, json, text
}

/// A drawn chart and what it is.
public struct DrawnChart: Sendable {
    public let bytes: [UInt8]
    public let contentType: String

    public init(bytes: [UInt8], contentType: String) {
        self.bytes = bytes
        self.contentType = contentType
    }
}

/// Whether this process can serve: its database answers and has the right schema.
public struct Readiness: Sendable {
    public struct Check: Sendable {
        public let name: String
        public let passed: Bool
        /// For operators; it names no secret.
        public let detail: String

        public init(name: String, passed: Bool, detail: String) {
            self.name = name
            self.passed = passed
            self.detail = detail
        }
    }

    public let checks: [Check]
    public var ready: Bool { checks.allSatisfy(\.passed) }

    public init(checks: [Check]) { self.checks = checks }
}
