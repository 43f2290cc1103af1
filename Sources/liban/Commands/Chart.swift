public import ArgumentParser
import Boot
import Foundation
import Store
import UseCases
public import WallChart
import Workflow

extension Paper: ExpressibleByArgument {}

struct Chart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the wall chart (挂图作战图) of a town's year as files.",
        discussion: """
            Writes DIR/<town>-<year>.<ext> for each format; a file is either whole or not there. \
            --as-of 2026-11-20 folds the log again and shows that day as it is known today: entries count from the \
            day they took place (补录 included), lights and days are those of that day.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Flag(help: "All towns.")
    var all = false

    @Option(help: "Year of the projects' numbers; default the year of the day shown.")
    var year: Int?

    @Option(help: "A past day to show, such as 2026-11-20, or its minute, 2026-11-20T17:05 (Asia/Shanghai).")
    var asOf: String?

    @Option(help: "svg, pdf, png, text, json; several with commas. Default: all.")
    var format = ChartFormat.allCases.map(\.rawValue).joined(separator: ",")

    @Option(help: "A0, A1, A2, A3 or A4, landscape.")
    var paper = Paper.A0

    @Option(help: "Directory to write into.")
    var out = "."

    func run() async throws {
        let formats = try format.split(separator: ",").map { name in
            guard let format = ChartFormat(rawValue: String(name)) else {
                throw Failure(
                    .usage, "没有“\(name)”这种格式，可用svg,pdf,png,text,json。", "No format \(name); use svg,pdf,png,text,json.")
            }
            return format
        }
        guard !(all && town != nil) else {
            throw Failure(.usage, "--all与--town只能用一个。", "Use either --all or --town.")
        }
        let moment = try asOf.map(Self.moment)
        try await database.withInstallation { installation in
            let now = installation.clock.now()
            let asOf = moment ?? now
            guard asOf <= now else {
                throw Failure(.usage, "--as-of不能在将来。", "--as-of cannot lie in the future.")
            }
            let reporter = moment == nil ? installation.reporter : installation.reporter(asOf: asOf.civilDate)
            for town in try await towns(installation) {
                let report = try await reporter.report(town: town.id, year: year, asOf: asOf)
                try write(report, formats)
            }
        }
    }

    private func towns(_ installation: Installation) async throws -> [Town] {
        let towns = try await installation.store.towns()
        if all { return towns }
        return [try towns.named(town)]
    }

    private func write(_ report: ChartReport, _ formats: [ChartFormat]) throws {
        let chart = WallChart(paper: paper)
        for format in formats {
            let path = "\(out)/\(report.town)-\(report.year).\(format.fileExtension)"
            Terminal.progress("绘制 \(path)…")
            let bytes: [UInt8]
            do { bytes = try chart.render(report, as: format) } catch {
                Terminal.progress("")
                throw Failure(.environment, "画不出\(format.rawValue)。", "\(format.rawValue) cannot be drawn: \(error)")
            }
            try FileOutput.write(bytes, to: path)
            Terminal.progress("")
            print(path)
        }
    }

    /// The last minute of a day, or a minute of it.
    private static func moment(_ text: String) throws -> Instant {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard let first = parts.first, let day = CivilDate(first), parts.count <= 2 else { throw wrongMoment(text) }
        guard parts.count == 2 else { return Instant(startOf: day).adding(seconds: 24 * 3600 - 60) }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { throw wrongMoment(text) }
        return Instant(startOf: day).adding(seconds: Int64(hour * 3600 + minute * 60))
    }

    private static func wrongMoment(_ text: String) -> Failure {
        Failure(.usage, "--as-of“\(text)”不是日期。", "--as-of \(text) is no day; write 2026-11-20 or 2026-11-20T17:05.")
    }
}

extension [Town] {
    /// The town of that name; the only one when no name was given.
    func named(_ name: String?) throws -> Town {
        if let name {
            if let town = first(where: { $0.name == name }) { return town }
            throw Failure(.dataSaysNo, "库里没有“\(name)”。", "There is no town \(name); liban demo makes one to try.")
        }
        guard let only = first else {
            throw Failure(.dataSaysNo, "库里还没有镇，可先运行liban demo。", "There is no town yet; liban demo makes one to try.")
        }
        guard count == 1 else {
            throw Failure(.usage, "库里有\(count)个镇，请用--town指定。", "There are \(count) towns; name one with --town.")
        }
        return only
    }
}
