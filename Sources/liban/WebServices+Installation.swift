import Boot
import UseCases
import WallChart
import Web
import Workflow

extension WebServices {
    /// The web edge over a started installation.
    ///
    /// - Parameter publicURL: the address people use; names on a drawn chart lead there.
    init(_ installation: Installation, publicURL: String?) {
        let chart = WallChart(link: { id in "\(publicURL ?? "")/projects/\(id)" })
        self.init(
            desk: installation.desk, reading: installation.reading,
            programmes: Programmes(setup: installation.store, directory: installation.directory),
            handovers: Handovers(
                store: installation.store, directory: installation.directory, clock: installation.clock),
            offices: installation.offices, accounts: installation.accounts, audit: installation.audit,
            secrets: installation.secrets,
            clock: installation.clock,
            drawChart: { report, name in
                let format = ChartFormat(name)
                return DrawnChart(bytes: try chart.render(report, as: format), contentType: format.contentType)
            },
            readiness: {
                Readiness(
                    checks: await installation.checks().map {
                        Readiness.Check(name: $0.name, passed: $0.passed, detail: $0.detail)
                    })
            }, settings: WebSettings(secureCookies: publicURL?.hasPrefix("https:") == true))
    }
}

extension ChartFormat {
    init(_ name: ChartFormatName) {
        switch name {
        case .svg: self = .svg
        case .pdf: self = .pdf
        case .png: self = .png
        case .json: self = .json
        case .text: self = .text
        }
    }
}
