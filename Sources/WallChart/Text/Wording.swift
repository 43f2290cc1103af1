import Workflow

/// Words every drawing uses for the same fact.
enum Wording {
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

    /// Who has to act: by name where one is known, else by office.
    static func who(_ row: ChartRow) -> String { row.turnName ?? row.turn?.chinese ?? "" }
}
