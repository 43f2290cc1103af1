/// How amounts are written for people and read from their tables: exact decimals, never floating point.
extension Money {
    /// Ten-thousands of yuan with at least two decimals: 11.30, 7.7299, 0.00.
    public var wanText: String { Self.decimal(fen, unit: 1_000_000, least: 2) }

    /// Yuan with two decimals and thousands marks: 113,000.00.
    public var yuanText: String {
        let text = Self.decimal(fen, unit: 100, least: 2)
        let parts = text.split(separator: ".")
        var grouped = ""
        for (index, digit) in parts[0].reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { grouped.append(",") }
            grouped.append(digit)
        }
        return String(grouped.reversed()) + "." + parts[1]
    }

    /// Reads a decimal in 万元 ("11.3", "７.7299", "1,200"); nil when it is no number, negative,
    /// out of range, or finer than a fen.
    public init?(wan text: some StringProtocol) {
        guard let fen = Self.parse(text, unit: 1_000_000, digits: 6), let money = Money.checked(fen: fen) else {
            return nil
        }
        self = money
    }

    /// Reads a decimal in yuan; nil as for 万元.
    public init?(yuan text: some StringProtocol) {
        guard let fen = Self.parse(text, unit: 100, digits: 2), let money = Money.checked(fen: fen) else { return nil }
        self = money
    }

    private static func decimal(_ fen: Int64, unit: Int64, least: Int) -> String {
        let magnitude = fen.magnitude
        let whole = magnitude / unit.magnitude
        var fraction = String(magnitude % unit.magnitude)
        let width = String(unit).count - 1
        fraction = String(repeating: "0", count: width - fraction.count) + fraction
        while fraction.count > least, fraction.last == "0" { fraction.removeLast() }
        return (fen < 0 ? "-" : "") + "\(whole).\(fraction)"
    }

    private static func parse(_ text: some StringProtocol, unit: Int64, digits: Int) -> Int64? {
        var whole: Int64 = 0
        var fraction: Int64 = 0
        var decimals = 0
        var seenDigit = false
        var inFraction = false
        for scalar in halfWidth(text).unicodeScalars {
            switch scalar {
            case ",", " ": continue
            case ".":
                if inFraction { return nil }
                inFraction = true
            case "0"..."9":
                seenDigit = true
                let value = Int64(scalar.value - 48)
                if inFraction {
                    decimals += 1
                    if decimals > digits {
                        if value != 0 { return nil }
                    } else {
                        fraction = fraction * 10 + value
                    }
                } else {
                    // 10¹² yuan is far above `limit`; stopping here keeps the product within Int64.
                    if whole > 1_000_000_000_000 { return nil }
                    whole = whole * 10 + value
                }
            case _: return nil
            }
        }
        guard seenDigit else { return nil }
        for _ in 0..<max(0, digits - decimals) { fraction *= 10 }
        let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
        return overflow ? nil : product.addingReportingOverflow(fraction).partialValue
    }
}

/// Full-width digits and punctuation as phones type them (１２．５, ，) in their ASCII form; other text unchanged.
public func halfWidth(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        if (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) {
            result.unicodeScalars.append(ascii)
        } else if scalar.value == 0x3000 {
            result.append(" ")
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}
