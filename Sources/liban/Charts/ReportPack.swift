import Boot
import Store
import UseCases
import WallChart
import Workflow

/// A town's week or month on paper: what changed, then the charts it changed on.
struct ReportPack: Sendable {
    let installation: Installation
    let isWeekly: Bool
    let request: ChartRequest
    let asOf: Instant
    let paper: Paper

    var name: String { isWeekly ? "周报" : "月报" }

    /// A week before, or the last minute of the month before.
    var since: Instant {
        if isWeekly { return asOf.adding(seconds: -7 * 86_400) }
        let (_, _, day) = asOf.civilDate.parts
        return Instant(startOf: asOf.civilDate.adding(days: 1 - day)).adding(seconds: -60)
    }

    func make(_ town: Town) async throws -> (ChartReport, DeliveryDocument) {
        var report = try await request.report(installation, town, asOf)
        let before = ChartRequest(year: report.year, knowledge: request.knowledge, prints: false)
        let earlier = try await before.report(installation, town, since)
        report.comparison = ChartComparison(from: earlier, to: report)
        let map = try await installation.store.map(nil, town: town.id).map(TownMap.init)
        var drawings: [Drawing] = [.league, .progress, .stages, .money]
        if map != nil { drawings.append(.map) }
        return (report, try document(report, drawings, map))
    }

    func county(_ county: String, _ towns: [TownTally]) throws -> DeliveryDocument {
        let report = ChartReport(
            county: county, of: towns, year: request.year ?? asOf.civilDate.year, asOf: asOf, since: since)
        return try document(report, [.league], nil)
    }

    private func document(
        _ report: ChartReport, _ drawings: [Drawing], _ map: TownMap?
    ) throws -> DeliveryDocument {
        let title = "\(report.town)\(name) \(asOf.civilDate)"
        do {
            let bytes = try WallChart.pack(
                drawings.map { WallChart(drawing: $0, paper: paper, map: map) }, of: report, title: title)
            return DeliveryDocument(
                name: ChartSet.stem(report.town, name, "\(asOf.civilDate)") + ".pdf", mediaType: "application/pdf",
                bytes: bytes)
        } catch { throw Failure(.environment, "画不出\(name)。", "The pack cannot be drawn: \(error)") }
    }

    /// The pack as a message, with the answer to the first questions in its text.
    func message(_ report: ChartReport, _ file: DeliveryDocument) -> Pack {
        let change = report.comparison?.total(report.town) ?? UnitChange(unit: report.town)
        let lights = Light.allCases.map { "\($0.chinese)\(report.totals.byLight[$0] ?? 0)" }.joined(separator: "，")
        let period = "\(since.civilDate)至\(asOf.civilDate)"
        return Pack(
            effect: "\(isWeekly ? "weekly" : "monthly")-\(asOf.civilDate)",
            subject: "【立办】\(report.town)\(name)（\(period)）",
            body: """
                \(report.town)\(name)，\(period)，数据截至\(asOf.civilDate) \(asOf.clockText)。
                共\(report.totals.projects)项：\(lights)。
                本期新申报\(change.submitted)项，办结\(change.completed)项，新增红灯\(change.newReds)项，红灯已消\(change.clearedReds)项。
                批复\(change.awarded.wanText)万元，拨付\(change.disbursed.wanText)万元，可用余额\(report.money.free.wanText)万元。
                详见附件。
                """,
            document: file)
    }
}
