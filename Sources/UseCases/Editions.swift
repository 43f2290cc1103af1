public import Workflow

/// Printed editions (版): a number, what was on the sheet, and the one before it void (作废).
public struct Editions: Sendable {
    let store: any EditionStore
    let clock: any WallClock

    public init(store: any EditionStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    /// What became of a print.
    public enum Outcome: Hashable, Sendable {
        case printed(ChartReport)
        /// An edition of a later minute hangs on the wall already; nothing was kept.
        case laterPrinted(number: Int, asOf: Instant)
    }

    /// Counts a report as the town's next edition and keeps it. A minute that was printed already is that edition
    /// again, whatever was recorded since: a batch that is repeated counts nothing twice.
    public func print(_ report: ChartReport, of town: TownID) async throws(UseCaseError) -> Outcome {
        let year = Int32(report.year)
        let map = try await stored { try await store.map(nil, town: town) }?.number
        // Two that print at once take turns; the loser finds the winner's edition or the next number.
        for _ in 0..<Self.attempts {
            if let printed = try await printed(at: report.asOf, of: town, year: report.year) {
                return .printed(printed)
            }
            let last = try await stored { try await store.editions(town: town, year: year) }.last
            if let last, last.asOf > report.asOf { return .laterPrinted(number: last.number, asOf: last.asOf) }
            var edition = report
            edition.edition = (last?.number ?? 0) + 1
            edition.previous = try await stored {
                try await store.lastEdition(before: report.asOf, town: town, year: year)
            }
            do throws(StoreError) {
                try await store.keep(ChartEdition(report: edition, map: map, printedAt: clock.now()), town: town)
                return .printed(edition)
            } catch {
                switch error {
                case .constraint("edition_once", _), .constraint("edition_minute_once", _): continue
                case _: throw .store(error)
                }
            }
        }
        throw .store(.overloaded)
    }

    /// The edition of that minute as it was printed; nil where none was.
    public func printed(
        at minute: Instant, of town: TownID, year: Int
    ) async throws(UseCaseError) -> ChartReport? {
        try await stored { try await store.edition(of: minute.minute, town: town, year: Int32(year)) }?.report
    }

    private static let attempts = 8
}
