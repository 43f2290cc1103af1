import Locking
import NIOPosix
import UseCases
import Workflow

/// Draws charts off the event loops, a few at a time, and keeps what was drawn.
///
/// A drawing depends on its report and nothing else, so the report itself, as of its minute, is the key: everybody
/// who looks within that minute gets the same bytes, and a change of any project shows at once.
final class ChartDrawing: Sendable {
    private struct Key: Hashable {
        let report: ChartReport
        /// The format, or the drawing with its sheet.
        let form: String
    }

    private struct Desk {
        var kept: [Key: DrawnChart] = [:]
        var underWay: [Key: Task<DrawnChart, any Error>] = [:]
    }

    private let atOnce: Int
    private let desk = Locked(Desk())
    /// Bytes kept in all: an SVG and a PDF of some towns. A poster as PNG alone may be larger, and is drawn anew.
    static let keptLimit = 8 * 1024 * 1024

    init(atOnce: Int) { self.atOnce = atOnce }

    /// A report as ordered.
    func draw(
        _ report: ChartReport, _ order: ChartOrder,
        _ drawer: @escaping @Sendable (ChartReport, ChartOrder) throws -> DrawnChart
    ) async throws -> DrawnChart {
        try await draw(report, order.name) { try drawer($0, order) }
    }

    /// Throws `overloaded` when enough others are being drawn already.
    func draw(
        _ report: ChartReport, _ form: String,
        with drawer: @escaping @Sendable (ChartReport) throws -> DrawnChart
    ) async throws -> DrawnChart {
        let key = Key(report: report, form: form)
        let task = try desk.withLock { desk -> Task<DrawnChart, any Error> in
            if let kept = desk.kept[key] { return Task { kept } }
            // Who asks for what is being drawn already waits for it instead of having it drawn again.
            if let task = desk.underWay[key] { return task }
            guard desk.underWay.count < atOnce else { throw Problem(.overloaded) }
            let task = Task { try await self.drawn(key, drawer) }
            desk.underWay[key] = task
            return task
        }
        return try await task.value
    }

    private func drawn(
        _ key: Key, _ drawer: @escaping @Sendable (ChartReport) throws -> DrawnChart
    ) async throws -> DrawnChart {
        do {
            let chart = try await NIOThreadPool.singleton.runIfActive { try drawer(key.report) }
            desk.withLock { desk in
                desk.underWay[key] = nil
                guard chart.bytes.count <= Self.keptLimit else { return }
                let total = desk.kept.values.reduce(chart.bytes.count) { $0 + $1.bytes.count }
                // Most of what is kept is of past minutes, so nothing is lost by beginning anew.
                if total > Self.keptLimit { desk.kept.removeAll() }
                desk.kept[key] = chart
            }
            return chart
        } catch {
            desk.withLock { $0.underWay[key] = nil }
            throw error
        }
    }
}
