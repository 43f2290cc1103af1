import ArgumentParser
import Boot
import Foundation
import Store
import UseCases
import WallChart
import Workflow

struct Report: AsyncParsableCommand {
    enum Period: String, CaseIterable, ExpressibleByArgument { case weekly, monthly }

    static let configuration = CommandConfiguration(
        abstract: "Make the weekly or monthly pack (周报、月报) as PDF, with what has changed by unit.",
        discussion: """
            The first sheet compares with a week before, or with the end of the month before: new reds, cleared reds, \
            completed and submitted projects, money awarded and paid, by unit. The charts follow: progress, stages, \
            money, and the map where the town has one. With --all each county gets one as well, of its towns. \
            --deliver puts the packs on their way to the recipients who take them, each once (liban admin delivery).
            """)

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "weekly (周报) or monthly (月报).")
    var period: Period

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Flag(help: "All towns, and each county of them.")
    var all = false

    @OptionGroup var moment: ChartMoment

    @Option(help: "A0, A1, A2, A3 or A4, landscape.")
    var paper = Paper.A3

    @Option(help: "Directory to write into.")
    var out = "."

    @Flag(help: "Send the packs to the towns' recipients.")
    var deliver = false

    mutating func validate() throws {
        if all, town != nil { throw ValidationError("Use either --all or --town.") }
        if moment.print { throw ValidationError("Editions are printed by liban chart --print.") }
    }

    func run() async throws {
        try await database.withInstallation { installation in
            let now = installation.clock.now()
            let asOf = (try moment.moment(now: now) ?? now).minute
            let towns = try await installation.store.towns().sorted { ($0.county, $0.id) < ($1.county, $1.id) }
            let chosen = all ? towns : [try towns.named(town)]
            let pack = ReportPack(
                installation: installation, isWeekly: period == .weekly, request: moment.request, asOf: asOf,
                paper: paper)
            let progress = ProgressBar(of: chosen.count)
            var tallies: [TownTally] = []
            for town in chosen {
                let (report, file) = try await pack.make(town)
                try write(file)
                if deliver { _ = try await installation.store.put(pack.message(report, file), town: town.id) }
                tallies.append(TownTally(report, county: town.county))
                progress.step(town.name)
            }
            progress.end()
            if all {
                for county in Set(tallies.map(\.county)).sorted() {
                    try write(try pack.county(county, tallies.filter { $0.county == county }))
                }
            }
        }
    }

    private func write(_ file: DeliveryDocument) throws {
        let path = "\(out)/\(file.name)"
        try FileOutput.write(file.bytes, to: path)
        Terminal.progress("")
        print(path)
    }
}
