import Boot
import Store
import UseCases
import Workflow

/// Which report of a town is drawn.
struct ChartRequest: Sendable {
    /// The year of the projects' numbers; nil for the year of the minute shown.
    let year: Int?
    let knowledge: Knowledge
    /// Whether the report counts as a printed edition.
    let prints: Bool

    /// A town's report: a printed minute gives that edition again, any other is folded from the log.
    func report(_ installation: Installation, _ town: Town, _ moment: Instant) async throws -> ChartReport {
        let year = year ?? moment.civilDate.year
        if knowledge == .ofThatMinute,
            let printed = try await installation.editions.printed(at: moment, of: town.id, year: year)
        {
            return printed
        }
        let report = try await installation.reporter(asOf: moment, knowledge)
            .report(town: town.id, year: year, asOf: moment)
        guard prints else { return report }
        switch try await installation.editions.print(report, of: town.id) {
        case .printed(let edition): return edition
        case .laterPrinted(let number, let asOf):
            throw Failure(
                .dataSaysNo, "\(town.name)已有更新的第\(number)版（\(asOf.civilDate) \(asOf.clockText)），不能再印更早的。",
                "\(town.name) has edition \(number) as of \(asOf.civilDate) \(asOf.clockText) already.")
        }
    }
}
