import Boot
import Foundation
import Store
import UseCases
import WallChart
import Workflow

/// Every town's set and every county's summary, several towns at a time, with an index page over them.
///
/// A town's report is asked for when its turn comes and let go when its files are written; only sums are kept, so
/// memory does not grow with the number of towns.
struct ChartBatch: Sendable {
    let installation: Installation
    let set: ChartSet
    let request: ChartRequest
    let out: String
    let atOnce: Int

    /// - Parameter asked: the minute to show; nil for now, or for that of a batch that was interrupted here.
    func run(asOf asked: Instant?) async throws {
        let plan = resumed(BatchPlan(set, request, asOf: asked ?? installation.clock.now()), isAsked: asked != nil)
        let towns = try await installation.store.towns().sorted { ($0.county, $0.id) < ($1.county, $1.id) }
        guard !towns.isEmpty else {
            throw Failure(.dataSaysNo, "库里还没有镇，可先运行liban demo。", "There is no town yet; liban demo makes one to try.")
        }
        try BatchState(plan: plan, isFinished: false).write(in: out)
        let progress = ProgressBar(of: towns.count)
        let states = try await draw(towns, plan, progress)
        progress.end()
        var entries: [BatchIndex.County] = []
        for county in Self.counties(towns) {
            let own = zip(towns, states).filter { $0.0.county == county }.map(\.1)
            entries.append(try self.county(county, own, plan))
        }
        try FileOutput.write(BatchIndex(plan: plan, counties: entries).page, to: "\(out)/index.html")
        try BatchState(plan: plan, isFinished: true).write(in: out)
        let made = states.reduce(0) { $0 + $1.files.count }
        print("\(out)/index.html")
        Terminal.say("\(towns.count)个镇，\(made)个文件，数据截至\(plan.asOf.civilDate) \(plan.asOf.clockText)。")
    }

    /// A batch that was interrupted goes on as of its own minute.
    private func resumed(_ plan: BatchPlan, isAsked: Bool) -> BatchPlan {
        guard !isAsked, let found = BatchState.read(in: out), !found.isFinished, found.plan.isSameWork(as: plan) else {
            return plan
        }
        let asOf = found.plan.asOf
        Terminal.say("接着上次未完成的批次，数据截至\(asOf.civilDate) \(asOf.clockText)。 / Going on with an unfinished batch.")
        return found.plan
    }

    private func draw(
        _ towns: [Town], _ plan: BatchPlan, _ progress: ProgressBar
    ) async throws -> [SetState] {
        try await withThrowingTaskGroup(of: (Int, SetState).self) { group in
            var states: [Int: SetState] = [:]
            for (index, town) in towns.enumerated() {
                if index >= atOnce, let (done, state) = try await group.next() { states[done] = state }
                group.addTask {
                    let state = try await self.draw(town, plan)
                    progress.step(town.name)
                    return (index, state)
                }
            }
            for try await (done, state) in group { states[done] = state }
            return towns.indices.compactMap { states[$0] }
        }
    }

    private func draw(_ town: Town, _ plan: BatchPlan) async throws -> SetState {
        let folder = "\(out)/\(Self.folder(town.county))/\(ChartSet.stem(town.name))"
        if let state = SetState.finished(plan, in: folder) { return state }
        Self.clean(folder)
        let report = try await request.report(installation, town, plan.asOf)
        let map = try await installation.store.map(nil, town: town.id).map(TownMap.init)
        var files: [SetState.File] = []
        for file in set.files(stem: ChartSet.stem(town.name, "\(report.year)"), map: map) {
            let bytes = try file.chart.bytes(report, as: file.format)
            try FileOutput.write(bytes, to: "\(folder)/\(file.name)")
            files.append(SetState.File(name: file.name, bytes: bytes.count))
        }
        let state = SetState(plan: plan, files: files, tally: TownTally(report, county: town.county))
        try state.write(in: folder)
        return state
    }

    /// What a killed run left half written.
    private static func clean(_ folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasSuffix(".part") {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }

    private func county(_ county: String, _ states: [SetState], _ plan: BatchPlan) throws -> BatchIndex.County {
        let year = plan.year ?? plan.asOf.civilDate.year
        let name = Self.folder(county)
        let report = ChartReport(
            county: county.isEmpty ? name : county, of: states.map(\.tally), year: year, asOf: plan.asOf)
        let chart = WallChart(drawing: .league, paper: set.paper, tiledOn: set.tiledOn, address: set.address)
        var files: [String] = []
        for format in set.formats where format.isDrawn || format == .xlsx {
            let file = "\(name)-\(year).\(format.fileExtension)"
            try FileOutput.write(try chart.bytes(report, as: format), to: "\(out)/\(name)/\(file)")
            files.append(file)
        }
        return BatchIndex.County(report: report, folder: name, files: files, towns: states)
    }

    private static func folder(_ county: String) -> String { county.isEmpty ? "未分县" : ChartSet.stem(county) }

    private static func counties(_ towns: [Town]) -> [String] {
        towns.reduce(into: []) { if $0.last != $1.county { $0.append($1.county) } }
    }
}
