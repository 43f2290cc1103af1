/// A moment in UTC, in microseconds since 1970 — PostgreSQL's own resolution, so nothing is lost in between.
public struct Instant: Hashable, Comparable, Sendable {
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    public static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

    /// China keeps UTC+8 all year (no summer time since 1991), so the shift is a constant.
    private static let shanghaiOffset: Int64 = 8 * 3_600_000_000
    private static let dayLength: Int64 = 86_400_000_000

    /// The civil day in Asia/Shanghai.
    public var civilDate: CivilDate {
        CivilDate(dayNumber: Int32((microseconds + Self.shanghaiOffset).floorDivided(by: Self.dayLength)))
    }

    /// The first moment of a civil day in Asia/Shanghai.
    public init(startOf day: CivilDate) {
        microseconds = Int64(day.dayNumber) * Self.dayLength - Self.shanghaiOffset
    }

    public func adding(seconds: Int64) -> Instant { Instant(microseconds: microseconds + seconds * 1_000_000) }

    /// The beginning of its minute: charts say as of when (数据截至) to the minute.
    public var minute: Instant {
        let length: Int64 = 60_000_000
        return Instant(microseconds: microseconds.floorDivided(by: length) * length)
    }

    /// "17:05" on the wall clock in Asia/Shanghai.
    public var clockText: String {
        let minutes = (microseconds + Self.shanghaiOffset - Int64(civilDate.dayNumber) * Self.dayLength) / 60_000_000
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

extension Instant: CustomStringConvertible, Codable {
    /// ISO 8601 in UTC with microseconds: 2026-03-05T01:02:03.000004Z.
    public var description: String {
        let days = microseconds.floorDivided(by: Self.dayLength)
        var rest = microseconds - days * Self.dayLength
        let fraction = rest % 1_000_000
        rest /= 1_000_000
        return "\(CivilDate(dayNumber: Int32(days)))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))."
            + String(repeating: "0", count: 6 - String(fraction).count) + "\(fraction)Z"
    }

    private func two(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }

    public init(from decoder: any Decoder) throws {
        microseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microseconds)
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
