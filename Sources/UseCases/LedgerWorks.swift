import Workflow

/// Quantities out of the words of a ledger: "平整硬底化,新增车位86个" holds 86 个 of 新增车位.
enum LedgerWorks {
    /// One for every part that names a whole number; empty where none does.
    static func quantities(_ works: String) -> [Quantity] {
        halfWidth(works).split { ",、;。".contains($0) }.compactMap { quantity($0) }
    }

    private static func quantity(_ part: Substring) -> Quantity? {
        let what = part.prefix { !$0.isASCII || !$0.isNumber }
        let rest = part.dropFirst(what.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let unit = rest.dropFirst(digits.count).filter { !$0.isWhitespace }
        // 3.5公里 is no whole number of anything: it stays words.
        guard let count = Int(digits), count > 0, !unit.isEmpty, !unit.contains(where: \.isNumber),
            unit.first != "."
        else { return nil }
        let thing = what.filter { !$0.isWhitespace }
        return Quantity(what: thing.isEmpty ? String(unit) : String(thing), count: count, unit: String(unit))
    }
}
