import Boot
import UseCases
import WallChart
import Web
import Workflow

extension WebServices {
    /// The web edge over a started installation.
    ///
    init(_ installation: Installation, _ server: ServerSettings, _ configuration: Configuration) throws {
        let vault = try installation.openVault()
        let publicURL = server.publicURL
        var settings = WebSettings(
            secureCookies: server.isTLS || publicURL?.hasPrefix("https:") == true, trustedProxies: server.proxies)
        settings.rates = configuration.rateLimit.map { RateLimits(accountPerMinute: $0) }
        settings.metricsToken = configuration.metricsToken
        self.init(
            desk: installation.desk, reading: installation.reading,
            programmes: Programmes(setup: installation.store, directory: installation.directory),
            handovers: Handovers(
                store: installation.store, directory: installation.directory, clock: installation.clock),
            offices: installation.offices,
            files: installation.files(in: vault), board: installation.publicBoard(in: vault),
            opinions: installation.opinions(in: vault),
            statements: StatementReading(statements: installation.statements, clock: installation.clock),
            warnings: Warnings(
                store: installation.store, projects: installation.store, directory: installation.directory,
                clock: installation.clock),
            accounts: installation.accounts, changes: installation.changes, help: installation.help,
            registers: installation.registers, requestKeys: RequestKeys(store: installation.store),
            audit: installation.audit,
            ownAccount: installation.ownAccount, accountAdministration: installation.accountAdministration,
            provider: server.provider, drawCode: { WallChart.code($0) }, secrets: installation.secrets,
            clock: installation.clock,
            chartOffice: ChartOffice(reading: installation.reading, editions: installation.editions),
            drawChart: { report, order in try DrawnChart(report, order, publicURL: publicURL) },
            readTable: { bytes in TextEncoding.auto.decode(bytes).map(CSVReader.read) },
            readiness: {
                Readiness(
                    checks: await installation.checks().map {
                        Readiness.Check(name: $0.name, passed: $0.passed, detail: $0.detail)
                    })
            }, gauges: { await installation.gauges() }, settings: settings)
    }
}

/// How this process serves.
struct ServerSettings: Sendable {
    /// The address people use; names on a drawn chart lead there.
    let publicURL: String?
    let proxies: [AddressRange]
    var provider: (any IdentityProvider)?
    /// Whether it ends TLS itself.
    var isTLS = false
}

extension DrawnChart {
    /// Names lead to the projects' pages, and on paper, where nobody can follow a name, codes do.
    fileprivate init(_ report: ChartReport, _ order: ChartOrder, publicURL: String?) throws {
        let format = ChartFormat(order.format)
        let base = publicURL ?? ""
        let place = order.format == .svg ? "projects" : "p"
        let chart = WallChart(
            drawing: Drawing(rawValue: order.drawing) ?? .progress, paper: Paper(rawValue: order.paper) ?? .A0,
            map: try order.map.map(TownMap.init), address: publicURL, projectCodes: publicURL != nil,
            link: { id in "\(base)/\(place)/\(id)" })
        guard order.format == .svg, let sheet = order.sheet else {
            self.init(bytes: try chart.render(report, as: format), contentType: format.contentType)
            return
        }
        let page = chart.renderPage(sheet, of: report)
        self.init(bytes: page.bytes, contentType: format.contentType, number: page.number, count: page.count)
    }
}

extension ChartFormat {
    init(_ name: ChartFormatName) {
        switch name {
        case .svg: self = .svg
        case .pdf: self = .pdf
        case .png: self = .png
        case .xlsx: self = .xlsx
        case .csv: self = .csv
        case .json: self = .json
        case .text: self = .text
        }
    }
}
