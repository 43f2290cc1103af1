public import Workflow

extension WallChart {
    /// Draws many reports, `atOnce` at a time, and hands over each file as soon as it is made.
    ///
    /// A report is asked for when its turn comes and let go when its files are delivered, so memory does not grow
    /// with their number. The first error ends the work; what was delivered stays delivered.
    /// - Parameters:
    ///   - count: how many reports there are; they are known by their index.
    ///   - report: gives one of them.
    ///   - deliver: takes one file; files of different reports come in any order.
    public func renderAll(
        _ count: Int, as formats: [ChartFormat], atOnce: Int,
        report: @escaping @Sendable (Int) async throws -> ChartReport,
        deliver: @escaping @Sendable (Int, ChartFormat, [UInt8]) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<count {
                if index >= max(1, atOnce) { try await group.next() }
                group.addTask {
                    let report = try await report(index)
                    for format in formats { try await deliver(index, format, try render(report, as: format)) }
                }
            }
            try await group.waitForAll()
        }
    }
}
