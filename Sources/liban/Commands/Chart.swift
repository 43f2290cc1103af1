import ArgumentParser
import Boot
import Foundation
import Store
import UseCases
import WallChart
import Workflow

struct Chart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw the wall chart (挂图作战图) of a town's year, or of all towns and counties, as files.",
        discussion: """
            liban chart --format text --out -
              the only town's chart on the terminal
            liban chart --paper A0 --tile A3 --format pdf
              a poster out of office paper
            liban chart --unit 云岭村 --format pdf
              a village's sheet for its notice board
            liban chart --print --out wall
              counts as the next printed edition (版)
            liban chart --edition 3, liban chart --as-of 2026-11-20T17:05
              edition 3, that minute's chart: again, byte for byte
            liban chart --all --out charts
              every town's and county's set with an index page

            A file is either whole or not there. Entries recorded after the minute shown do not count, unless \
            --as-known-today asks for them. --all works on several towns at a time and may be interrupted: run again, \
            it goes on as of the same minute and keeps what is finished.
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var choice: ChartChoice
    @OptionGroup var moment: ChartMoment

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Flag(help: "All towns, each county's summary, and an index page.")
    var all = false

    @Option(help: "Only this unit's (村、社区) projects; a public notice board unless said otherwise.")
    var unit: String?

    @Option(help: "A printed edition, by its number, as it was printed.")
    var edition: Int?

    @Flag(help: "List the printed editions instead.")
    var editions = false

    @Option(help: "Directory to write into; - writes a single file to standard output.")
    var out = "."

    @Option(help: "Towns drawn at the same time by --all; default one per processor.")
    var jobs: Int?

    @Flag(help: .hidden)
    var timing = false

    @Option(help: "Address people use (LIBAN_PUBLIC_URL): QR codes and names lead there.")
    var publicURL: String?

    mutating func validate() throws {
        if all, town != nil { throw ValidationError("Use either --all or --town.") }
        if all, unit != nil || edition != nil || editions || out == "-" {
            throw ValidationError("--all draws whole towns into a directory.")
        }
        if edition != nil, moment.asOf != nil || moment.print {
            throw ValidationError("--edition names what was printed; leave --as-of and --print away.")
        }
        if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs takes 1 to 64.") }
    }

    func run() async throws {
        let set = try chartSet()
        try await database.withInstallation { installation in
            let asked = try moment.moment(now: installation.clock.now())
            if all {
                let batch = ChartBatch(
                    installation: installation, set: set, request: moment.request, out: out,
                    atOnce: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
                return try await batch.run(asOf: asked)
            }
            let town = try await installation.store.towns().named(town)
            if editions { return try await list(installation, town) }
            try await draw(town, set, asked, installation)
        }
    }

    private func chartSet() throws -> ChartSet {
        let isTerminal = out == "-"
        let usual: [ChartFormat] = isTerminal ? [.text] : all ? [.svg, .pdf, .xlsx] : ChartFormat.allCases
        let url = publicURL ?? ProcessInfo.processInfo.environment["LIBAN_PUBLIC_URL"] ?? ""
        return ChartSet(
            drawings: try choice.drawings(unit == nil ? [.progress] : [.board]), formats: try choice.formats(usual),
            paper: choice.paper ?? (unit == nil ? .A0 : .A3), tiledOn: choice.tile,
            audience: choice.audience ?? (unit == nil ? .office : .public), columns: choice.columns,
            isColoured: choice.isColoured && isTerminal,
            address: url.isEmpty ? nil : url.hasSuffix("/") ? String(url.dropLast()) : url)
    }

    private func draw(
        _ town: Town, _ set: ChartSet, _ asked: Instant?, _ installation: Installation
    ) async throws {
        var (report, map) = try await content(town, asked, installation)
        if timing { return print(try ChartTiming.line(report)) }
        if report.projects.isEmpty, asked != nil, !moment.asKnownToday {
            Terminal.say(
                "liban: 该时点库里还没有记录；加--as-known-today按今日所知画（含补录）。 / "
                    + "Nothing was recorded by then; --as-known-today counts entries made later.")
        }
        var stem = ChartSet.stem(report.town, "\(report.year)")
        if let unit {
            guard report.units.contains(where: { $0.unit == unit }) else {
                throw Failure(.dataSaysNo, "\(town.name)没有“\(unit)”。", "\(town.name) has no unit \(unit).")
            }
            stem = ChartSet.stem(report.town, unit, "\(report.year)")
            report = report.sheet(of: unit)
        }
        let files = set.files(stem: stem, map: map)
        if set.shown(map).count < set.drawings.count {
            Terminal.say(
                "liban: \(town.name)还没有底图，可用liban admin map登记。 / \(town.name) has no map; add one with liban admin map."
            )
        }
        guard !files.isEmpty else { throw Failure(.dataSaysNo) }
        try write(files, report)
    }

    private func content(
        _ town: Town, _ asked: Instant?, _ installation: Installation
    ) async throws -> (ChartReport, TownMap?) {
        guard let edition else {
            let report = try await moment.request.report(installation, town, asked ?? installation.clock.now())
            return (report, try await installation.store.map(nil, town: town.id).map(TownMap.init))
        }
        let year = moment.year ?? installation.clock.now().civilDate.year
        guard let found = try await installation.store.edition(edition, town: town.id, year: Int32(year)) else {
            throw Failure(
                .dataSaysNo, "\(town.name)\(year)年没有第\(edition)版，可用--editions查看。",
                "\(town.name) has no edition \(edition) of \(year); see --editions.")
        }
        let map: TownMap? =
            if let number = found.map { try await installation.store.map(number, town: town.id).map(TownMap.init) } else
            {
                nil
            }
        return (found.report, map)
    }

    private func write(_ files: [ChartSet.File], _ report: ChartReport) throws {
        if out == "-" {
            guard files.count == 1, let file = files.first else {
                throw Failure(
                    .usage, "--out -只能输出一个文件，请用--format和--drawing各选一种。",
                    "--out - writes one file: choose one --format and one --drawing.")
            }
            return FileHandle.standardOutput.write(Data(try file.chart.bytes(report, as: file.format)))
        }
        for file in files {
            let path = "\(out)/\(file.name)"
            Terminal.progress("绘制 \(path)…")
            defer { Terminal.progress("") }
            try FileOutput.write(try file.chart.bytes(report, as: file.format), to: path)
            Terminal.progress("")
            print(path)
        }
    }

    private func list(_ installation: Installation, _ town: Town) async throws {
        let year = moment.year ?? installation.clock.now().civilDate.year
        var table = TextTable(header: ["edition 版次", "as of 数据截至", "printed 印制"])
        for edition in try await installation.store.editions(town: town.id, year: Int32(year)) {
            func words(_ moment: Instant) -> String { "\(moment.civilDate) \(moment.clockText)" }
            table.add(["\(edition.number)", words(edition.asOf), words(edition.printedAt)])
        }
        print(table.text)
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
