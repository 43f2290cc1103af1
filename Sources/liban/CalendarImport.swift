import Boot
import Store
import UseCases
import Workflow

/// A new year's table of days off and make-up workdays, taken whole or not at all; due days that waited for it follow.
struct CalendarImport {
    let database: DatabaseOptions
    let commit: Bool

    func run(_ sheet: LedgerSheet) async throws {
        let exceptions: [WorkingCalendar.Exception]
        do throws(CalendarSheet.Fault) { exceptions = try CalendarSheet.read(sheet) } catch {
            throw Failure(.dataSaysNo, "第\(error.line)行：\(error.chinese)", "Line \(error.line): \(error.english)")
        }
        let arrival = try await database.withInstallation { installation in
            try await installation.takeCalendar(exceptions, commit: commit)
        }
        for day in arrival.days {
            print("\(day.date) \(day.name)\(day.isWorking ? "调休上班" : "放假")")
        }
        let there = exceptions.count - arrival.days.count
        print(
            "\(commit ? "已写入" : "将写入")\(arrival.days.count)天，\(there)天已有。"
                + " / \(commit ? "Wrote" : "Would write") \(arrival.days.count) days, \(there) were there."
                + (commit ? "" : " 加--commit执行。 / --commit does it."))
        guard commit else { return }
        show(recomputed: arrival.recomputed)
        guard arrival.withoutClerk.isEmpty else { throw Failure(withoutClerk: arrival.withoutClerk) }
    }
}

/// The list for the office to check: what moved first, then what was only confirmed, as a number.
func show(recomputed: [MovedDue]) {
    guard !recomputed.isEmpty else { return }
    let moved = recomputed.filter(\.isMoved)
    if !moved.isEmpty {
        var table = TextTable(header: ["town 镇", "number 编号", "title 项目", "was 原期限", "is 现期限", "days 天"])
        for due in moved {
            let days = due.after.days(since: due.before)
            table.add([
                due.town, due.number, due.title, "\(due.before)", "\(due.after)", days > 0 ? "+\(days)" : "\(days)",
            ])
        }
        print(table.text)
    }
    print(
        "重算暂定期限\(recomputed.count)个：变动\(moved.count)个，不变\(recomputed.count - moved.count)个。"
            + " / Recomputed \(recomputed.count) provisional due days: \(moved.count) moved, "
            + "\(recomputed.count - moved.count) confirmed.")
}

extension Failure {
    init(withoutClerk towns: [String]) {
        self.init(
            .dataSaysNo, "\(towns.joined(separator: "、"))没有在任的经办人，暂定期限未重算；任命后再运行liban sweep。",
            "No clerk in office in \(towns.joined(separator: ", ")): due days wait; run liban sweep once there is one."
        )
    }
}
