/// A number that names one kind of thing; the tag keeps a person's number from passing for a unit's.
public struct Identifier<Tag>: Hashable, Comparable, Sendable {
    public let raw: Int32

    public init(_ raw: Int32) { self.raw = raw }

    public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
}

extension Identifier: Codable, CustomStringConvertible {
    public init(from decoder: any Decoder) throws {
        raw = try decoder.singleValueContainer().decode(Int32.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(raw)
    }

    public var description: String { String(raw) }
}

public enum TownTag {}
public enum UnitTag {}
public enum AreaTag {}
public enum PersonTag {}
public enum FundTag {}

public typealias TownID = Identifier<TownTag>
public typealias UnitID = Identifier<UnitTag>
public typealias AreaID = Identifier<AreaTag>
public typealias PersonID = Identifier<PersonTag>
public typealias FundID = Identifier<FundTag>

/// A project's key: the town first and the year next, so that towns can move to another database
/// and years to another partition without a change of name. Text form: "1-2026-42".
public struct ProjectID: Hashable, Comparable, Sendable {
    public let town: TownID
    public let year: Int32
    public let serial: Int32

    public init(town: TownID, year: Int32, serial: Int32) {
        self.town = town
        self.year = year
        self.serial = serial
    }

    public init?(_ text: some StringProtocol) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count == 3, let town = Int32(fields[0]), let year = Int32(fields[1]),
            let serial = Int32(fields[2]),
            town > 0, year > 0, serial > 0
        else { return nil }
        self.init(town: TownID(town), year: year, serial: serial)
        // One project has one text: "+1-2026-042" is nobody's key.
        guard description == String(text) else { return nil }
    }

    public static func < (a: Self, b: Self) -> Bool {
        (a.town, a.year, a.serial) < (b.town, b.year, b.serial)
    }
}

extension ProjectID: Codable, CustomStringConvertible {
    public var description: String { "\(town)-\(year)-\(serial)" }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = ProjectID(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no project id: \(text)")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
