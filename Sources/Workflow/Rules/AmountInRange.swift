/// Amounts are whole fen from zero to one thousand million yuan.
///
/// Refusal: `amountOutOfRange`. SQL: `amounts_in_range`.
public enum AmountInRange {
    public static func check(_ amount: Money, field: String, positive: Bool = false) throws(Refusal) {
        guard Money.checked(fen: amount.fen) != nil, !positive || amount > .zero else {
            throw .amountOutOfRange(field: field)
        }
    }

    /// Every amount of an application.
    public static func check(_ application: Application) throws(Refusal) {
        try check(application.requested, field: "requested")
        for (index, line) in application.budget.enumerated() { try check(line.amount, field: "budget/\(index)/amount") }
        for (index, source) in application.sources.enumerated() {
            try check(source.promised, field: "sources/\(index)/promised")
        }
    }
}
