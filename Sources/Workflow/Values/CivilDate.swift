/// A day of the civil calendar in Asia/Shanghai: no time, no zone. ISO 8601 text at every boundary.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let dayNumber: Int32

    public init(dayNumber: Int32) { self.dayNumber = dayNumber }

    /// nil for a day that does not exist, or a year outside 1900–2999 (an obvious slip of the pen).
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        dayNumber = Self.number(year: year, month: month, day: day)
    }

    /// Reads 2026-03-05, and what people type: 2026.3.5, 2026/3/5, 2026年3月5日, full-width digits. nil if no such day.
    public init?(_ text: some StringProtocol) {
        var fields: [Int] = []
        var current: Int?
        var gapAfterDigit = false
        for scalar in halfWidth(text).unicodeScalars {
            switch scalar {
            case "0"..."9":
                if gapAfterDigit { return nil }
                let value = (current ?? 0) * 10 + Int(scalar.value - 48)
                if value > 9999 { return nil }
                current = value
            case "-", ".", "/", "年", "月", "日":
                guard let field = current else { return nil }
                fields.append(field)
                current = nil
                gapAfterDigit = false
            case " ":
                // A gap ends nothing and joins nothing: "3 月" is a month, "1 5" is no number.
                gapAfterDigit = current != nil
                continue
            case _: return nil
            }
        }
        if let field = current { fields.append(field) }
        guard fields.count == 3 else { return nil }
        self.init(year: fields[0], month: fields[1], day: fields[2])
    }

    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }

    public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + Int32(days)) }

    /// Calendar days from `other` to this day; negative when this day is earlier.
    public func days(since other: CivilDate) -> Int { Int(dayNumber) - Int(other.dayNumber) }

    /// 1 = Monday … 7 = Sunday.
    public var weekday: Int { Int((dayNumber + 3) % 7 + 7) % 7 + 1 }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        case _: 31
        }
    }

    // Days ↔ date after Howard Hinnant's "chrono-compatible low-level date algorithms" (public domain):
    // years start on 1 March so that the leap day is the last of a year.
    private static func number(year: Int, month: Int, day: Int) -> Int32 {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }

    public var parts: (year: Int, month: Int, day: Int) {
        let z = Int(dayNumber) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    public var year: Int { parts.year }

    /// First and last day of its month.
    public var firstOfMonth: CivilDate { adding(days: 1 - parts.day) }
    public var lastOfMonth: CivilDate {
        let (year, month, day) = parts
        return adding(days: Self.days(inMonth: month, of: year) - day)
    }

    /// Reads 2026-03 and 2026年3月 as the first day of that month; nil if there is none.
    public init?(month text: some StringProtocol) {
        let text = halfWidth(text)
        let whole = text.hasSuffix("月") ? text + "1日" : text + "-1"
        self.init(whole)
    }

    /// 2026-03.
    public var monthText: String { String(description.prefix(7)) }
}

extension CivilDate: CustomStringConvertible, Codable {
    /// ISO 8601: 2026-03-05.
    public var description: String {
        let (year, month, day) = parts
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no such day: \(text)")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
