public import Workflow

/// 资金明细账.
extension FundStatement {
    public var sheet: Sheet { sheet(title: "\(fund.town)\(fund.programme)资金明细账（\(fund.year)年度）") }

    func sheet(title: String) -> Sheet {
        let first = row("期初余额", on: from, opening)
        let last = goesOn ? [] : [row("期末余额", on: to, closing)]
        return Sheet(
            name: "明细账", title: title, notes: ["记账日 \(from) 至 \(to)　金额单位：元"],
            columns: StatementColumns.fund, rows: [first] + zip(lines, running).map(row) + last,
            remarks: remarks)
    }

    private var remarks: [String] {
        var remarks: [String] = []
        if let sumsUp {
            remarks.append(sumsUp ? "核对：期初余额＋本期增减＝期末余额，相符。" : "核对：期初余额＋本期增减与期末余额不符，请运行 liban verify。")
            remarks.append("期末可用余额大写：\(closing.free.capitals)")
        } else {
            remarks.append("以上为一页，未完，后页接续。")
        }
        return remarks + acts.remarks
    }

    /// A line without a movement: the balances of a day.
    private func row(_ what: String, on day: CivilDate, _ sums: AccountSums) -> [Sheet.Cell] {
        [
            .nothing, .day(day), .text(what), .nothing, .nothing, .nothing, .nothing, .nothing, .nothing,
            .money(sums.free), .money(sums.encumbered), .money(sums.paid), .nothing, .nothing, .nothing, .nothing,
        ]
    }

    private func row(_ line: StatementLine, _ sums: AccountSums) -> [Sheet.Cell] {
        [
            .number(Int(line.number)), .day(line.bookedOn), .text(line.kindChinese),
            .text(line.project?.number), .text(line.project?.unit),
            .text(line.summary), line.change(\.free).cell, line.change(\.encumbered).cell, line.change(\.paid).cell,
            .money(sums.free), .money(sums.encumbered), .money(sums.paid), .text(line.payee), .text(line.voucher),
            .text(line.person), line.effectiveOn == line.bookedOn ? .nothing : .day(line.effectiveOn),
        ]
    }
}

extension [FundYearAct] {
    /// What every statement says of the year itself.
    var remarks: [String] { map { "年度事项：\($0.chinese)" } }
}

extension StatementLine {
    /// 摘要: the project and why its money moved.
    public var summary: String {
        [project?.title, why].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "，")
    }
}

extension Money {
    /// An amount that is left blank where there is none.
    var cell: Sheet.Cell { self == .zero ? .nothing : .money(self) }
}

/// The columns of statements, for funds and projects alike.
enum StatementColumns {
    static let fund =
        [Sheet.Column("记账号", width: 7), Sheet.Column("记账日", width: 11), Sheet.Column("类别", width: 13)]
        + [Sheet.Column("项目编号", width: 18), Sheet.Column("村（社区）", width: 11)] + common

    static let project =
        [Sheet.Column("记账号", width: 7), Sheet.Column("记账日", width: 11), Sheet.Column("类别", width: 13)] + common

    private static let common = [
        Sheet.Column("摘要", width: 36), Sheet.Column("可用增减", width: 14, isSummed: true),
        Sheet.Column("占用增减", width: 14, isSummed: true), Sheet.Column("已付增减", width: 14, isSummed: true),
        Sheet.Column("可用余额", width: 15), Sheet.Column("占用余额", width: 15), Sheet.Column("已付余额", width: 15),
        Sheet.Column("收款方", width: 16, isMinor: true), Sheet.Column("凭证号", width: 12, isMinor: true),
        Sheet.Column("经手人", width: 9, isMinor: true), Sheet.Column("业务日", width: 11, isMinor: true),
    ]
}
