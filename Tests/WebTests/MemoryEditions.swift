import Synchronization
import UseCases
import Workflow

/// Printed editions in memory, with the rules of the tables: a number and a minute once each.
final class MemoryEditions: EditionStore {
    private struct Kept {
        var editions: [ChartEdition] = []
        var maps: [StoredMap] = []
    }

    private let kept = Mutex(Kept())

    func keep(_ edition: ChartEdition, town: TownID) async throws(StoreError) {
        let isTaken = kept.withLock { kept in
            if kept.editions.contains(where: { $0.report.edition == edition.report.edition }) { return true }
            kept.editions.append(edition)
            return false
        }
        if isTaken { throw .constraint(name: "edition_once", message: "") }
    }

    func edition(_ number: Int, town: TownID, year: Int32) async throws(StoreError) -> ChartEdition? {
        kept.withLock { $0.editions.first { $0.report.edition == number && $0.report.year == Int(year) } }
    }

    func edition(of minute: Instant, town: TownID, year: Int32) async throws(StoreError) -> ChartEdition? {
        kept.withLock { $0.editions.first { $0.report.asOf == minute } }
    }

    func lastEdition(before minute: Instant, town: TownID, year: Int32) async throws(StoreError) -> ChartDigest? {
        kept.withLock { kept in kept.editions.last { $0.report.asOf < minute }.map { ChartDigest($0.report) } }
    }

    func editions(town: TownID, year: Int32) async throws(StoreError) -> [PrintedEdition] {
        kept.withLock { kept in
            kept.editions.map {
                PrintedEdition(number: $0.report.edition ?? 0, asOf: $0.report.asOf, printedAt: $0.printedAt)
            }
        }
    }

    func map(_ number: Int?, town: TownID) async throws(StoreError) -> StoredMap? {
        kept.withLock { kept in number.map { number in kept.maps.first { $0.number == number } } ?? kept.maps.last }
    }

    func addMap(picture: [UInt8], positions: [UnitPosition], town: TownID) async throws(StoreError) -> Int {
        kept.withLock { kept in
            kept.maps.append(StoredMap(number: kept.maps.count + 1, picture: picture, positions: positions))
            return kept.maps.count
        }
    }
}
