/// An amount of money in integer fen (1/100 yuan). No floating point anywhere; 万元 exists only as text.
///
/// Amounts of the ledger are never negative; a direction is said by the movement's accounts, not by a sign.
public struct Money: Hashable, Comparable, Sendable {
    public let fen: Int64

    /// The largest single amount: 1,000,000,000.00 yuan.
    ///
    /// Derivation: a city's yearly fund stays below it, and 9 × 10⁷ such amounts still sum within `Int64`,
    /// which is more movements than a province makes in a century.
    public static let limit = Money(fen: 100_000_000_000)
    public static let zero = Money(fen: 0)

    /// For amounts that are already known to be good (our own rows and sums). Input goes through `checked`.
    public init(fen: Int64) { self.fen = fen }

    /// An amount from outside, or nil when it is negative or above `limit`.
    public static func checked(fen: Int64) -> Money? {
        fen >= 0 && fen <= limit.fen ? Money(fen: fen) : nil
    }

    public static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }
    public static func + (a: Money, b: Money) -> Money { Money(fen: a.fen + b.fen) }
    public static func - (a: Money, b: Money) -> Money { Money(fen: a.fen - b.fen) }

    /// `permille` thousandths of this amount, rounded down to whole fen, so that shares never sum above the whole.
    public func share(permille: Int) -> Money {
        let (whole, rest) = fen.quotientAndRemainder(dividingBy: 1000)
        return Money(fen: whole * Int64(permille) + rest * Int64(permille) / 1000)
    }
}

extension Money: Codable {
    public init(from decoder: any Decoder) throws {
        fen = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(fen)
    }
}
