public import UseCases
public import Workflow

/// Everything the web edge needs, handed in by whoever starts it.
public struct WebServices: Sendable {
    public let desk: Desk
    public let reading: Reading
    public let programmes: Programmes
    public let handovers: Handovers
    public let offices: Offices
    public let files: Files
    public let board: PublicBoard
    public let opinions: Opinions
    public let statements: StatementReading
    public let warnings: Warnings
    public let accounts: Accounts
    public let changes: Changes
    public let help: HelpReading
    public let registers: Registers
    public let requestKeys: RequestKeys
    public let audit: AuditLog
    public let ownAccount: OwnAccount
    public let accountAdministration: AccountAdministration
    /// Who vouches for people from outside; nil where nobody does.
    public let provider: (any IdentityProvider)?
    /// A QR code as SVG; nil for a text that is too long for one.
    public let drawCode: @Sendable (String) -> String?
    public let secrets: any Secrets
    public let clock: any WallClock
    public let chartOffice: ChartOffice
    /// Draws a chart. Slow (up to a quarter of a second), so it is called off the event loops and rarely.
    public let drawChart: @Sendable (ChartReport, ChartOrder) throws -> DrawnChart
    /// Reads a table that somebody uploaded, in UTF-8 or GB18030; nil when it is neither.
    public let readTable: @Sendable ([UInt8]) -> LedgerSheet?
    public let readiness: @Sendable () async -> Readiness
    /// Numbers of what lies behind the edge, for operators.
    public let gauges: @Sendable () async -> [Gauge]
    public let settings: WebSettings
    let limiter = RateLimiter()
    let atOnce = AtOnce()
    let listeners = Listeners()
    let metrics = RequestMetrics()

    public init(
        desk: Desk, reading: Reading, programmes: Programmes, handovers: Handovers, offices: Offices, files: Files,
        board: PublicBoard, opinions: Opinions, statements: StatementReading, warnings: Warnings, accounts: Accounts,
        changes: Changes, help: HelpReading, registers: Registers, requestKeys: RequestKeys,
        audit: AuditLog, ownAccount: OwnAccount, accountAdministration: AccountAdministration,
        provider: (any IdentityProvider)?, drawCode: @escaping @Sendable (String) -> String?, secrets: any Secrets,
        clock: any WallClock, chartOffice: ChartOffice,
        drawChart: @escaping @Sendable (ChartReport, ChartOrder) throws -> DrawnChart,
        readTable: @escaping @Sendable ([UInt8]) -> LedgerSheet?,
        readiness: @escaping @Sendable () async -> Readiness,
        gauges: @escaping @Sendable () async -> [Gauge] = { [] }, settings: WebSettings = WebSettings()
    ) {
        self.desk = desk
        self.reading = reading
        self.programmes = programmes
        self.handovers = handovers
        self.offices = offices
        self.files = files
        self.board = board
        self.opinions = opinions
        self.statements = statements
        self.warnings = warnings
        self.accounts = accounts
        self.changes = changes
        self.help = help
        self.registers = registers
        self.requestKeys = requestKeys
        self.audit = audit
        self.ownAccount = ownAccount
        self.accountAdministration = accountAdministration
        self.provider = provider
        self.drawCode = drawCode
        self.secrets = secrets
        self.clock = clock
        self.drawChart = drawChart
        self.chartOffice = chartOffice
        self.readTable = readTable
        self.readiness = readiness
        self.gauges = gauges
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
    /// How much clients and accounts may ask; nil for as much as they like.
    public var rates: RateLimits? = RateLimits()
    /// What `/metrics` is read with; without it, only from this machine.
    public var metricsToken: String?
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
    case svg, pdf, png, xlsx, csv, json, text
}

/// What of a report is drawn, and how.
public struct ChartOrder: Sendable {
    public let format: ChartFormatName
    /// The name of a drawing, such as progress.
    public var drawing = "progress"
    /// The name of a paper, A0 to A4.
    public var paper = "A0"
    /// One sheet only, from 1; all rows where none is named. For SVG.
    public var sheet: Int?
    /// The base picture of the map drawing.
    public var map: StoredMap?

    public init(_ format: ChartFormatName) { self.format = format }

    /// Two orders of one name give one report the same bytes.
    var name: String {
        "\(format.rawValue) \(drawing) \(paper) \(sheet ?? 0) \(map?.number ?? 0)"
    }
}

/// A drawn chart and what it is.
public struct DrawnChart: Sendable {
    public let bytes: [UInt8]
    public let contentType: String
    /// Which sheet it is, from 1, and of how many.
    public let number: Int
    public let count: Int

    public init(bytes: [UInt8], contentType: String, number: Int = 1, count: Int = 1) {
        self.bytes = bytes
        self.contentType = contentType
        self.number = number
        self.count = count
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
