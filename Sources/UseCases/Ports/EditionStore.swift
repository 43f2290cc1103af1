public import Workflow

/// Printed editions of charts, and the maps they are drawn on. Both are only added to.
public protocol EditionStore: Sendable {
    /// - Throws: `constraint` named `edition_once` when the number is taken, `edition_minute_once` when that minute
    ///   has an edition already.
    func keep(_ edition: ChartEdition, town: TownID) async throws(StoreError)
    func edition(_ number: Int, town: TownID, year: Int32) async throws(StoreError) -> ChartEdition?
    /// The edition that stands for exactly that minute.
    func edition(of minute: Instant, town: TownID, year: Int32) async throws(StoreError) -> ChartEdition?
    /// What the last edition of an earlier minute said; nil before the first.
    func lastEdition(before minute: Instant, town: TownID, year: Int32) async throws(StoreError) -> ChartDigest?
    /// Oldest first.
    func editions(town: TownID, year: Int32) async throws(StoreError) -> [PrintedEdition]
    /// The map of that number, or the newest one.
    func map(_ number: Int?, town: TownID) async throws(StoreError) -> StoredMap?
    /// - Returns: the number it has from now on.
    func addMap(picture: [UInt8], positions: [UnitPosition], town: TownID) async throws(StoreError) -> Int
}

/// An edition as it is kept: what was drawn, not how it looked, so that every form of it can be made again.
public struct ChartEdition: Hashable, Sendable {
    /// With its `edition` number.
    public let report: ChartReport
    /// The number of the town's map at that time.
    public let map: Int?
    public let printedAt: Instant

    public init(report: ChartReport, map: Int?, printedAt: Instant) {
        self.report = report
        self.map = map
        self.printedAt = printedAt
    }
}

/// A line in the list of editions.
public struct PrintedEdition: Hashable, Sendable {
    public let number: Int
    public let asOf: Instant
    public let printedAt: Instant

    public init(number: Int, asOf: Instant, printedAt: Instant) {
        self.number = number
        self.asOf = asOf
        self.printedAt = printedAt
    }
}

/// A base picture of the town, PNG or JPEG, with the places of its units.
public struct StoredMap: Hashable, Sendable {
    public let number: Int
    public let picture: [UInt8]
    public let positions: [UnitPosition]

    public init(number: Int, picture: [UInt8], positions: [UnitPosition]) {
        self.number = number
        self.picture = picture
        self.positions = positions
    }
}

/// Where a unit lies on the picture, in thousandths of its width from the left and of its height from the top.
public struct UnitPosition: Hashable, Codable, Sendable {
    public let unit: String
    public let x: Int
    public let y: Int

    public init(unit: String, x: Int, y: Int) {
        self.unit = unit
        self.x = x
        self.y = y
    }
}
