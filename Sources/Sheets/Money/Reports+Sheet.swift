public import Workflow

/// 月报: what moved, kind by kind, then line by line.
extension MonthReport {
    public var sheets: [Sheet] { [summary, statement.sheet(title: title + "明细")] }

    private var title: String {
        let (year, month, _) = statement.from.parts
        return "\(statement.fund.town)\(statement.fund.programme)资金月报（\(year)年\(month)月）"
    }

    public var summary: Sheet {
        let opening = statement.opening
        let closing = statement.closing
        return Sheet(
            name: "月报", title: title,
            notes: [
                "\(statement.fund.year)年度资金　金额单位：元",
                "月初：可用 \(opening.free.yuanText)　占用 \(opening.encumbered.yuanText)　已付 \(opening.paid.yuanText)",
                "月末：可用 \(closing.free.yuanText)　占用 \(closing.encumbered.yuanText)　已付 \(closing.paid.yuanText)",
            ],
            columns: [
                Sheet.Column("项目", width: 18), Sheet.Column("本月笔数", width: 10), Sheet.Column("本月金额", width: 16),
                Sheet.Column("累计笔数", width: 10), Sheet.Column("累计金额", width: 16),
            ],
            rows: rows.map { toDate, month in
                [
                    .text(toDate.chinese), .number(month?.count ?? 0), .money(month?.amount ?? .zero),
                    .number(toDate.count), .money(toDate.amount),
                ]
            }, hasTotals: false,
            remarks: [
                statement.sumsUp == true ? "核对：月初余额＋本月增减＝月末余额，相符。" : "核对：与月末余额不符，请运行 liban verify。",
                "月末可用余额大写：\(closing.free.capitals)", "已结束的月份不再变动：补录的业务记入录入当月，取消项目的资金在取消当月退回。",
            ] + statement.acts.remarks)
    }
}

/// 年报: a row for each month, a column for each kind of movement.
extension YearReport {
    public var sheet: Sheet {
        let kinds = total
        return Sheet(
            name: "年报", title: "\(fund.town)\(fund.programme)资金年报（\(fund.year)年度）",
            notes: ["截至 \(until)　金额单位：元"],
            columns: [Sheet.Column("月份", width: 10)]
                + kinds.map { Sheet.Column($0.chinese, width: 15, isSummed: true) }
                + ["月末可用", "月末占用", "月末已付"].map { Sheet.Column($0, width: 15) },
            rows: zip(months, closings).map { month, sums in
                [.text(month.month.monthText)]
                    + kinds.map { kind in
                        let flow = month.flows.first { ($0.kind, $0.from, $0.to) == (kind.kind, kind.from, kind.to) }
                        return flow.map { .money($0.amount) } ?? .nothing
                    } + [.money(sums.free), .money(sums.encumbered), .money(sums.paid)]
            },
            remarks: [
                sumsUp ? "核对：各月之和与期末余额相符。" : "核对：各月之和与期末余额不符，请运行 liban verify。",
                "期末可用余额大写：\(closing.free.capitals)",
            ] + acts.remarks)
    }
}

/// 已批未付.
extension CommittedReport {
    public var sheet: Sheet {
        Sheet(
            name: "已批未付", title: "\(fund.town)\(fund.programme)已批未付项目（\(fund.year)年度）",
            notes: ["截至 \(on)　金额单位：元"],
            columns: [
                Sheet.Column("项目编号", width: 18), Sheet.Column("片区", width: 9), Sheet.Column("村（社区）", width: 11),
                Sheet.Column("项目名称", width: 30), Sheet.Column("占用起", width: 11), Sheet.Column("目前进度", width: 10),
                Sheet.Column("已付", width: 15, isSummed: true), Sheet.Column("未付（占用）", width: 15, isSummed: true),
            ],
            rows: commitments.map { commitment in
                [
                    .text(commitment.project.number), .text(commitment.area), .text(commitment.project.unit),
                    .text(commitment.project.title), .day(commitment.since), .text(commitment.state.chinese),
                    .money(commitment.paid), .money(commitment.held),
                ]
            },
            remarks: [
                sumsUp ? "核对：各项目未付之和与资金占用余额相符。" : "核对：各项目未付之和与资金占用余额不符，请运行 liban verify。",
                "未付合计大写：\(held.capitals)",
            ])
    }
}
