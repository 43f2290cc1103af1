public import Workflow

/// 项目资金账 and 拨付计划.
extension ProjectStatement {
    public var sheets: [Sheet] { [sheet, plan] }

    public var sheet: Sheet {
        Sheet(
            name: "项目资金账", title: "\(project.unit)“\(project.title)”资金账",
            notes: ["\(project.number)　\(state.chinese)　截至 \(to)　金额单位：元"] + amounts,
            columns: StatementColumns.project.filter { $0.head != "可用余额" },
            rows: zip(lines, running).map { line, sums in
                [
                    .number(Int(line.number)), .day(line.bookedOn), .text(line.kindChinese), .text(line.why),
                    line.change(\.free).cell, line.change(\.encumbered).cell, line.change(\.paid).cell,
                    .money(sums.encumbered), .money(sums.paid), .text(line.payee), .text(line.voucher),
                    .text(line.person), line.effectiveOn == line.bookedOn ? .nothing : .day(line.effectiveOn),
                ]
            },
            remarks: [sumsUp ? "核对：各笔之和与项目占用、已付余额相符。" : "核对：各笔之和与项目余额不符，请运行 liban verify。"])
    }

    private var amounts: [String] {
        var notes = ["申请 \(requested.yuanText)（\(requested.capitals)）"]
        if money.awarded > .zero { notes.append("批复 \(money.awarded.yuanText)（\(money.awarded.capitals)）") }
        if let settled = money.settled { notes.append("结算 \(settled.yuanText)（\(settled.capitals)）") }
        return notes
    }

    /// 拨付计划.
    public var plan: Sheet {
        Sheet(
            name: "拨付计划", title: "\(project.unit)“\(project.title)”拨付计划", notes: ["\(project.number)　金额单位：元"],
            columns: [
                Sheet.Column("分期", width: 12), Sheet.Column("条件", width: 34),
                Sheet.Column("计划", width: 14, isSummed: true), Sheet.Column("已付", width: 14, isSummed: true),
                Sheet.Column("待付", width: 14, isSummed: true), Sheet.Column("现在可付", width: 10),
            ],
            rows: tranches.map { tranche in
                [
                    .text(tranche.name), .text(tranche.condition), .money(tranche.planned), .money(tranche.paid),
                    .money(tranche.left), .text(tranche.left == .zero ? "已付清" : tranche.isOpen ? "可付" : "条件未到"),
                ]
            }, remarks: tranches.isEmpty ? ["尚未批复，没有拨付计划。"] : [])
    }
}
