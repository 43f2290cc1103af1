public import Workflow

/// 银行对账单, row by row with the reason.
extension Reconciliation {
    public var sheet: Sheet {
        Sheet(
            name: "银行对账", title: "银行流水与资金账对账", notes: ["\(from) 至 \(to)　金额单位：元", counts],
            columns: [
                Sheet.Column("结果", width: 10), Sheet.Column("收支", width: 6), Sheet.Column("行号", width: 6),
                Sheet.Column("银行日期", width: 11), Sheet.Column("银行金额", width: 14),
                Sheet.Column("银行户名", width: 18, isMinor: true), Sheet.Column("银行摘要", width: 22, isMinor: true),
                Sheet.Column("账上日期", width: 11), Sheet.Column("账上金额", width: 14),
                Sheet.Column("账上户名", width: 18, isMinor: true), Sheet.Column("项目编号", width: 18),
                Sheet.Column("说明", width: 40),
            ],
            rows: rows.map(Self.cells), hasTotals: false, remarks: totals)
    }

    private var counts: String {
        Outcome.Kind.allCases.map { "\($0.chinese) \(count($0))" }.joined(separator: "　")
    }

    private var totals: [String] {
        CashLine.Direction.allCases.map { direction in
            let (bank, ledger) = (total(\.bank, direction), total(\.ledger, direction))
            return "\(direction.chinese)合计：银行 \(bank.yuanText)，账上 \(ledger.yuanText)，相差 \((bank - ledger).yuanText)"
        } + ["指标下达只记账，不一定有现金到账；没有对上银行流水的不列为“账有行无”。"]
    }

    private static func cells(_ row: Row) -> [Sheet.Cell] {
        let (bank, ledger) = (row.bank, row.ledger)
        return [
            .text(row.outcome.kind.chinese), .text((bank ?? ledger)?.direction.chinese),
            bank.map { .number($0.number) } ?? .nothing, bank.map { .day($0.day) } ?? .nothing,
            bank.map { .money($0.amount) } ?? .nothing, .text(bank?.payee),
            .text(bank.flatMap { $0.words.isEmpty ? nil : $0.words }), ledger.map { .day($0.day) } ?? .nothing,
            ledger.map { .money($0.amount) } ?? .nothing, .text(ledger?.payee), .text(ledger?.project?.number),
            .text(row.reason),
        ]
    }
}
