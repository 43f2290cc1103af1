import Workflow

/// Which column of a bank's statement stands where.
struct BankHeader {
    struct Fault: Error {
        let chinese: String
        let english: String
    }

    /// Banks spread what a payment is for over several columns, so a meaning may have more than one place.
    private var places: [BankColumn: [(index: Int, isWan: Bool)]] = [:]

    init(_ fields: [String], isWan: Bool = false) {
        for (index, field) in fields.enumerated() {
            guard let found = BankColumn.read(field) else { continue }
            places[found.column, default: []].append((index, found.isWan ?? isWan))
        }
    }

    var isUsable: Bool {
        places[.day] != nil && (places[.amount] != nil || places[.out] != nil || places[.in] != nil)
    }

    /// The first of the column's texts that says something.
    func text(_ column: BankColumn, _ fields: [String]) -> String { texts(column, fields).first ?? "" }

    func words(_ fields: [String]) -> String {
        (texts(.words, fields) + texts(.reference, fields)).joined(separator: " ")
    }

    private func texts(_ column: BankColumn, _ fields: [String]) -> [String] {
        (places[column] ?? []).compactMap { $0.index < fields.count ? Self.trimmed(fields[$0.index]) : nil }
            .filter { !$0.isEmpty }
    }

    /// Sums, pages' carry-overs and balances are no payments; a payment has a day.
    func isSum(_ fields: [String]) -> Bool {
        text(.day, fields).isEmpty
            || fields.contains { field in
                let plain = halfWidth(field).filter { !$0.isWhitespace }
                return ["合计", "小计", "总计", "承前页", "过次页", "期初余额", "期末余额", "上期余额"].contains(plain)
            }
    }

    /// What moved which way; nil for a line without an amount.
    func amount(_ fields: [String]) throws(Fault) -> (direction: CashLine.Direction, amount: Money)? {
        for (column, direction) in [(BankColumn.out, CashLine.Direction.out), (.in, .in)] {
            if let (amount, isNegative) = try money(column, fields), amount > .zero {
                // A negative amount on one side is money back on the other (红冲).
                return (isNegative ? (direction == .out ? .in : .out) : direction, amount)
            }
        }
        guard let (amount, isNegative) = try money(.amount, fields), amount > .zero else { return nil }
        let mark = halfWidth(text(.direction, fields)).filter { !$0.isWhitespace }.lowercased()
        if mark.isEmpty {
            guard places[.direction] == nil else {
                throw Fault(chinese: "没有写明是收入还是支出。", english: "It does not say whether money came or went.")
            }
            return (isNegative ? .out : .in, amount)
        }
        guard let direction = Self.direction(mark) else {
            throw Fault(chinese: "收支方向“\(mark)”不明。", english: "The direction \(mark) is not known.")
        }
        return (direction, amount)
    }

    private static func direction(_ mark: String) -> CashLine.Direction? {
        if ["借", "支", "付", "出", "d"].contains(where: { mark.hasPrefix($0) }) || mark == "转出" { return .out }
        if ["贷", "收", "入", "存", "c"].contains(where: { mark.hasPrefix($0) }) || mark == "转入" { return .in }
        return nil
    }

    /// ¥1,234.50, (1,234.50), １２３４．５, 1.2万元; nil where nothing stands.
    private func money(_ column: BankColumn, _ fields: [String]) throws(Fault) -> (amount: Money, isNegative: Bool)? {
        for place in places[column] ?? [] where place.index < fields.count {
            let shown = Self.trimmed(fields[place.index])
            var text = halfWidth(shown).filter { !"¥￥ ".contains($0) }
            if text.isEmpty || text == "-" || text == "--" { continue }
            let isNegative = text.hasPrefix("-") || (text.hasPrefix("(") && text.hasSuffix(")"))
            text = text.filter { !"-+()".contains($0) }
            var isWan = place.isWan
            for (suffix, wan) in [("万元", true), ("万", true), ("元", false)] where text.hasSuffix(suffix) {
                text = String(text.dropLast(suffix.count))
                isWan = wan
            }
            guard let money = isWan ? Money(wan: text) : Money(yuan: text) else {
                throw Fault(
                    chinese: "金额“\(shown)”不是数，或不在零至十亿元之间。", english: "\(shown) is no amount up to 1,000,000,000 yuan.")
            }
            return (money, isNegative)
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        // Banks put a tab before long numbers so that Excel keeps their digits.
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
