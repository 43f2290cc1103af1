public import Workflow

/// Where changes of projects are read in the order in which they became visible.
public protocol ChangeStore: Sendable {
    /// What changed in the town after the place, oldest first.
    func changes(of town: TownID, after place: ChangePlace, limit: Int) async throws(StoreError) -> [ProjectChange]
    /// The place behind everything that is visible and before everything that is not yet.
    func changesHead() async throws(StoreError) -> ChangePlace
}

/// A place in the order of changes: the writing transaction, then the event within it.
///
/// Transactions are passed only once every earlier one has ended, so what commits late is never overlooked.
public struct ChangePlace: Hashable, Comparable, Sendable {
    public let transaction: Int64
    public let year: Int32
    public let serial: Int32
    public let sequence: Int32

    public init(transaction: Int64, year: Int32, serial: Int32, sequence: Int32) {
        self.transaction = transaction
        self.year = year
        self.serial = serial
        self.sequence = sequence
    }

    /// Text form: "4711-2026-42-3". nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, let transaction = Int64(parts[0]), let year = Int32(parts[1]),
            let serial = Int32(parts[2]), let sequence = Int32(parts[3]), transaction > 0, year >= 0, serial >= 0,
            sequence >= 0
        else { return nil }
        self.init(transaction: transaction, year: year, serial: serial, sequence: sequence)
    }

    public var description: String { "\(transaction)-\(year)-\(serial)-\(sequence)" }

    public static func < (a: Self, b: Self) -> Bool {
        (a.transaction, a.year, a.serial, a.sequence) < (b.transaction, b.year, b.serial, b.sequence)
    }
}

/// One event of one project, as a hint to read the project again.
public struct ProjectChange: Hashable, Sendable {
    public let place: ChangePlace
    public let project: ProjectID
    /// The project's version after it.
    public let version: Int
    public let event: Event.Kind

    public init(place: ChangePlace, project: ProjectID, version: Int, event: Event.Kind) {
        self.place = place
        self.project = project
        self.version = version
        self.event = event
    }
}
