import Workflow

/// Words every drawing uses for the same fact.
enum Wording {
    /// A gap between facts on one line. Ordinary spaces would be taken for one.
    static let wide = "\u{2003}"

    /// 云岭镇“书记立办”2026年挂图作战图
    static func title(_ report: ChartReport, _ drawing: Drawing = .progress) -> String {
        let isQuoted = report.programme.isEmpty || report.programme.contains { "“”「」《》\"".contains($0) }
        let programme = isQuoted ? report.programme : "“\(report.programme)”"
        let kind =
            switch drawing {
            case .progress: "挂图作战图"
            case .stages: "挂图作战环节表"
            case .money: "资金与保障图"
            case .map: "项目分布图"
            case .board: "项目公示栏"
            case .league: period(report).map { "变化对比表（\($0)）" } ?? "进度晾晒表"
            }
        let part = report.selection.map { "（\($0)）" } ?? ""
        return "\(report.town)\(programme)\(report.year)年\(kind)\(part)"
    }

    /// Which print this is, and that the one before it no longer counts. Without a number the minute stands for it.
    static func edition(_ report: ChartReport) -> String {
        if let edition = report.edition {
            guard let before = report.previous, let number = before.edition else { return "第 \(edition) 版" }
            return "第 \(edition) 版，第 \(number) 版（\(day(before.asOf.civilDate))）作废"
        }
        let clock = report.asOf.clockText.filter { $0 != ":" }
        return "版次 " + "\(report.asOf.civilDate)".filter { $0 != "-" } + "-\(clock)"
    }

    static func asOf(_ report: ChartReport) -> String {
        let known = report.knownOn.map { "（含至\(day($0))补录）" } ?? ""
        return "数据截至 \(report.asOf.civilDate) \(report.asOf.clockText)\(known)"
    }

    /// 11月13日—11月20日. What begins with the last minute of a day is of the days after it.
    static func period(_ report: ChartReport) -> String? {
        report.comparison.map { "\(day($0.since.adding(seconds: 60).civilDate))—\(day(report.asOf.civilDate))" }
    }

    /// 3月9日
    static func day(_ day: CivilDate) -> String { "\(day.parts.month)月\(day.parts.day)日" }

    /// Days to the due day: what is left, what is over, or how the project ended.
    static func days(_ row: ChartRow) -> String {
        if let done = row.completedOn {
            guard let due = row.dueOn else { return "\(done.parts.month)月\(done.parts.day)日" }
            let early = due.days(since: done)
            return early > 0 ? "提前\(early)天" : early == 0 ? "按期" : "迟\(-early)天"
        }
        guard let left = row.daysLeft else { return row.state.isEnd ? "—" : "未计时" }
        let words = left > 0 ? "余\(left)天" : left == 0 ? "今天到期" : "超\(-left)天"
        return words + (row.dueProvisional ? "*" : "")
    }

    /// The due day, marked while its year's calendar is provisional.
    static func due(_ row: ChartRow) -> String? { row.dueOn.map { day($0) + (row.dueProvisional ? "*" : "") } }

    /// 97.5%, or the word of an older paper survey.
    static func satisfaction(_ row: ChartRow) -> String? {
        row.ledger.satisfactionPermille.map { "\($0 / 10).\($0 % 10)%" } ?? row.ledger.satisfactionGrade?.chinese
    }

    /// Who has to act: by name where one is known, else by office.
    static func who(_ row: ChartRow) -> String { row.turnName ?? row.turn?.chinese ?? "" }
}

extension ChartReport {
    /// The town's own word for a usual one, where its policy has one.
    func word(_ usual: String) -> String { labels[usual] ?? usual }
}

extension Money {
    /// How many decimals this amount shows in 万元: two to six.
    var fractionDigits: Int {
        var rest = fen.magnitude % 1_000_000
        if rest == 0 { return 2 }
        var digits = 6
        while digits > 2, rest % 10 == 0 {
            rest /= 10
            digits -= 1
        }
        return digits
    }
}
