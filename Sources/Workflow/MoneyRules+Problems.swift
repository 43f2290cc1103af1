extension MoneyRules {
    /// What cannot work in the rules about money, each with its remedy.
    var problems: [PolicyProblem] {
        var found: [PolicyProblem] = []
        func fault(_ key: String, _ chinese: String, _ english: String) {
            found.append(PolicyProblem(field: "money/\(key)", chinese: chinese, english: english))
        }
        if !tranches.isEmpty, !tranches.isWhole {
            fault("tranches", "分期拨付比例合计须为1000‰，每期至少1‰。", "The tranches must sum to 1000 permille, each at least 1.")
        }
        if let sharePermille, !(1...1000).contains(sharePermille) {
            fault("sharePermille", "补助比例须在1至1000‰之间。", "The fund's share must lie in 1…1000 permille.")
        }
        if !(0...Self.retentionCap).contains(retentionPermille) {
            fault(
                "retentionPermille", "质保金比例须在0至\(Self.retentionCap)‰之间。",
                "At most \(Self.retentionCap) permille of a settlement may be retained.")
        }
        if Money.checked(fen: cashLimit.fen) == nil {
            fault("cashLimit", "现金限额须在0至10亿元之间。", "The cash limit must be between 0 and 1,000,000,000 yuan.")
        }
        if !(1...366).contains(paymentDays) {
            fault("paymentDays", "付款期限须在1至366天之间。", "The rest is paid within 1 to 366 days.")
        }
        return found
    }
}
