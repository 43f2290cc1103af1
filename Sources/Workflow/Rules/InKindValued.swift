/// Goods and labour beside the fund say how much of what, and by which price they are reckoned.
///
/// Refusal: `incomplete`. SQL: none.
public enum InKindValued {
    /// What is still to be said, to be named with everything else that is missing.
    public static func missing(_ application: Application) -> [MissingItem] {
        application.sources.enumerated().flatMap { index, source in
            guard !source.kind.isCash else { return [MissingItem]() }
            var items: [MissingItem] = []
            if (source.quantity ?? "").isBlank {
                items.append(
                    MissingItem("sources/\(index)/quantity", "实物或投工的数量", "quantity of goods or labour"))
            }
            if (source.valuation ?? "").isBlank {
                items.append(
                    MissingItem("sources/\(index)/valuation", "实物或投工的计价依据", "valuation of goods or labour"))
            }
            return items
        }
    }
}
