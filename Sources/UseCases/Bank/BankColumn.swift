import Workflow

/// Columns of a bank's statement, by the words that banks head them with.
enum BankColumn: CaseIterable, Hashable {
    case day, out, `in`, amount, direction, payee, words, reference

    /// As banks write them, without brackets, spaces and units.
    private var names: Set<String> {
        switch self {
        case .day:
            ["交易日期", "记账日期", "入账日期", "业务日期", "发生日期", "交易时间", "记账时间", "入账时间", "交易日", "记账日", "日期", "date"]
        case .out:
            [
                "借方金额", "借方发生额", "借方", "支出金额", "支出", "付款金额", "付出金额", "付出", "支取", "支取金额", "转出金额", "取款金额", "debit",
            ]
        case .in:
            ["贷方金额", "贷方发生额", "贷方", "收入金额", "收入", "收款金额", "存入", "存入金额", "转入金额", "存款金额", "credit"]
        case .amount: ["交易金额", "发生额", "交易额", "金额", "amount"]
        case .direction: ["借贷标志", "借贷标识", "借贷方向", "借贷", "收支", "收支标志", "收支方向", "收付标志", "收付", "方向"]
        case .payee:
            [
                "对方户名", "对方账户名称", "对方账户名", "对方名称", "对方单位", "对方单位名称", "收款人", "收款人名称", "收款人户名", "收款方", "收付方名称",
                "收付款人名称", "交易对方", "交易对手", "对手户名", "payee",
            ]
        case .words: ["摘要", "交易摘要", "用途", "交易用途", "附言", "交易附言", "备注", "说明"]
        case .reference: ["凭证号", "凭证号码", "凭证编号", "流水号", "交易流水号", "回单编号", "回单号", "业务编号"]
        }
    }

    /// The column a header means, and whether its amounts are in 万元; nil for one that is not needed.
    static func read(_ header: String) -> (column: BankColumn, isWan: Bool?)? {
        let plain = halfWidth(header).filter { !$0.isWhitespace }.lowercased()
        let isWan: Bool? = plain.contains("万元") ? true : plain.contains("元") ? false : nil
        // 借方金额(元), 收/付方名称, 支出金额[人民币]: what stands in brackets and the marks between are dropped.
        let name = plain.prefix { $0 != "(" && $0 != "[" && $0 != "【" }.filter { !"/、:：".contains($0) }
        let shorter = ["万元", "元"].reduce(name) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
        guard let column = allCases.first(where: { $0.names.contains(shorter) }) else { return nil }
        return (column, isWan)
    }
}
