/// Finds for each of the bank's lines the movement that it shows, the surest signs first.
///
/// A pair once found stays: what fits in everything is never given up for what fits in less.
struct Pairing {
    let bank: [CashLine]
    let ledger: [CashLine]
    let tolerance: Int
    /// Days within which a payment may stand under another day on the bank's statement and still be the same.
    static let farthest = 31

    /// Indices of the ledger by indices of the bank.
    private(set) var partner: [Int: Int] = [:]
    private(set) var taken: Set<Int> = []
    private let byAmount: [Key: [Int]]
    private let byDirection: [CashLine.Direction: [Int]]

    private struct Key: Hashable {
        let direction: CashLine.Direction
        let amount: Money
    }

    init(bank: [CashLine], ledger: [CashLine], tolerance: Int) {
        self.bank = bank
        self.ledger = ledger
        self.tolerance = tolerance
        byAmount = Dictionary(grouping: ledger.indices) {
            Key(direction: ledger[$0].direction, amount: ledger[$0].amount)
        }
        byDirection = Dictionary(grouping: ledger.indices) { ledger[$0].direction }
    }

    mutating func run() {
        let tolerance = tolerance
        // Everything fits; among several, the one the bank's words name, then the nearest day.
        pair(sameAmount: true) { bank, ledger, days in
            days <= tolerance && bank.hasSamePayee(as: ledger) != false
        }
        // The bank's words name it.
        pair(sameAmount: true) { bank, ledger, days in days <= Self.farthest && bank.names(ledger) }
        pair(sameAmount: false) { bank, ledger, days in days <= Self.farthest && bank.names(ledger) }
        // One thing differs: the day, the payee, the amount.
        pair(sameAmount: true) { bank, ledger, days in
            days <= Self.farthest && bank.hasSamePayee(as: ledger) == true
        }
        pair(sameAmount: true) { _, _, days in days <= tolerance }
        pair(sameAmount: false) { bank, ledger, days in
            days <= tolerance && bank.hasSamePayee(as: ledger) == true
        }
    }

    private mutating func pair(sameAmount: Bool, _ fits: (CashLine, CashLine, Int) -> Bool) {
        for (index, line) in bank.enumerated() where partner[index] == nil {
            let candidates =
                sameAmount
                ? byAmount[Key(direction: line.direction, amount: line.amount)] : byDirection[line.direction]
            let best = (candidates ?? []).filter { !taken.contains($0) }
                .map { (place: $0, days: abs(line.day.days(since: ledger[$0].day))) }
                .filter { fits(line, ledger[$0.place], $0.days) }
                .min { rank(line, $0) < rank(line, $1) }
            if let best {
                partner[index] = best.place
                taken.insert(best.place)
            }
        }
    }

    private func rank(_ line: CashLine, _ candidate: (place: Int, days: Int)) -> (Int, Int, Int) {
        (line.names(ledger[candidate.place]) ? 0 : 1, candidate.days, candidate.place)
    }
}

extension CashLine {
    /// Whether this line's words carry one of the other's numbers. A short number is anybody's.
    fileprivate func names(_ other: CashLine) -> Bool {
        let words = halfWidth(words).filter { !$0.isWhitespace }
        return other.references.contains { reference in
            let plain = halfWidth(reference).filter { !$0.isWhitespace }
            let isNumber = plain.allSatisfy { ("0"..."9").contains($0) }
            return plain.count >= (isNumber ? 6 : 4) && words.contains(plain)
        }
    }
}
