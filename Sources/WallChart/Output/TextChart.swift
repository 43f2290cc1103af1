import Workflow

/// The chart for a terminal: the same order of facts, in fixed columns.
struct TextChart {
    let columns: Int
    let colour: Bool
    /// Words of the town's own, by the usual word.
    let labels: [String: String]

    /// Below this the columns would say nothing; the text then runs wider than asked.
    static let least = 80

    init(columns: Int, colour: Bool, labels: [String: String]) {
        self.labels = labels
        self.columns = max(Self.least, columns)
        self.colour = colour
    }

    func write(_ report: ChartReport) -> [UInt8] {
        let facts = ChartFacts(report)
        var lines = head(report, facts)
        lines.append(rule("─"))
        lines.append(
            line(
                serial: "序", unit: "村（社区）", title: "项目", state: "状态", light: "灯", days: "时限", awarded: "批复(万元)",
                next: "下一步 · 责任人"))
        lines.append(rule("─"))
        for (index, row) in report.projects.enumerated() { lines.append(self.row(row, serial: index + 1)) }
        if report.projects.isEmpty { lines.append("本年度尚无申报项目。") }
        lines.append(rule("─"))
        lines.append(
            "列示 \(report.projects.count) 项，无删减。\(Wording.edition(report))。"
                + (report.checkpoint.map { "校验码 \($0)" } ?? ""))
        return Array((lines.map(trimmedRight).joined(separator: "\n") + "\n").utf8)
    }

    private func head(_ report: ChartReport, _ facts: ChartFacts) -> [String] {
        let totals = report.totals
        let title = plainText(Wording.title(report))
        let asOf = Wording.asOf(report)
        let gap = max(2, columns - terminalWidth(title) - terminalWidth(asOf))
        let lights = Light.worstFirst
            .map { paint($0, "\($0.shape) \(word($0.chinese))") + " \(totals.byLight[$0] ?? 0)" }
            .joined(separator: "  ")
        let money = report.money
        var lines = [
            title + String(repeating: " ", count: gap) + asOf,
            rule("═"),
            "共 \(totals.projects) 项  \(lights)",
            "资金(万元)  安排 \(money.appropriated.wanText)  占用 \(money.encumbered.wanText)  "
                + "已拨 \(money.disbursed.wanText)  收回 \(money.recovered.wanText)  可用 \(money.free.wanText)",
        ]
        for red in facts.reds {
            let words = "\(Light.red.shape) \(red.unit) \(red.title)：\(red.lightReason)，\(Wording.who(red))"
            lines.append(fitted(words, .red))
        }
        if let previous = report.previous {
            let name = previous.edition.map { "第\($0)版" } ?? "上版"
            lines.append(
                "与\(name)（\(previous.asOf.civilDate)）比  新增红灯 \(facts.newReds.count)  红灯已消 \(facts.clearedReds.count)")
        }
        for miss in facts.forecastMisses { lines.append(fitted("预计赶不上 \(miss.unit) \(miss.title)", .yellow)) }
        for decision in facts.decisions {
            let who = decision.names.isEmpty ? word(decision.turn.chinese) : decision.names.joined(separator: "、")
            lines.append(fitted("待办 \(word(decision.state.chinese)) \(decision.count) 项：\(who)", nil))
        }
        return lines
    }

    private func row(_ row: ChartRow, serial: Int) -> String {
        let next = [row.nextAction, Wording.who(row)].filter { !$0.isEmpty }
        let wrong = row.blocker.map { "【\($0)】" } ?? ""
        return line(
            serial: String(serial), unit: row.unit, title: row.title + (row.recordedLate ? "［补录］" : ""),
            state: word(row.state.chinese), light: "\(row.light.shape) \(word(row.light.chinese))",
            days: Wording.days(row),
            awarded: row.awarded == .zero ? "—" : row.awarded.wanText, next: wrong + next.joined(separator: " · "),
            paint: row.light)
    }

    private func word(_ usual: String) -> String { labels[usual] ?? usual }

    private func line(
        serial: String, unit: String, title: String, state: String, light: String, days: String, awarded: String,
        next: String, paint shade: Light? = nil
    ) -> String {
        // Fixed columns take 52 with their gaps; title and next share what is left, five to four.
        let flexible = columns - 4 - 11 - 9 - 9 - 9 - 11
        let titleWidth = flexible * 5 / 9
        let lightText = inColumns(light, 8)
        return inColumns(serial, 3, alignRight: true) + " " + inColumns(unit, 10) + " "
            + inColumns(title, titleWidth - 1) + " " + inColumns(state, 8) + " "
            + (shade.map { paint($0, lightText) } ?? lightText) + " " + inColumns(days, 8) + " "
            + inColumns(awarded, 10, alignRight: true) + " " + inColumns(next, flexible - titleWidth)
    }

    private func fitted(_ text: String, _ light: Light?) -> String {
        let text = trimmedRight(inColumns(text, columns))
        return light.map { paint($0, text) } ?? text
    }

    private func rule(_ character: String) -> String { String(repeating: character, count: columns) }

    private func trimmedRight(_ text: String) -> String {
        var text = Substring(text)
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// Wraps a text in the light's terminal colour, when colour is wanted.
    private func paint(_ light: Light, _ text: String) -> String {
        guard colour else { return text }
        let code =
            switch light {
            case .blue: "34"
            case .red: "1;31"
            case .yellow: "33"
            case .green: "32"
            case .grey: "90"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
