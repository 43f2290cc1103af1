import Boot
import Store
import UseCases
import Workflow

/// A new year's table of days off and make-up workdays, taken whole or not at all.
struct CalendarImport {
    let database: DatabaseOptions
    let commit: Bool

    func run(_ sheet: LedgerSheet) async throws {
        let exceptions: [WorkingCalendar.Exception]
        do throws(CalendarSheet.Fault) { exceptions = try CalendarSheet.read(sheet) } catch {
            throw Failure(.dataSaysNo, "第\(error.line)行：\(error.chinese)", "Line \(error.line): \(error.english)")
        }
        let changed = try await database.withInstallation { installation in
            let known = Set(try await installation.store.calendar())
            let changed = exceptions.filter { !known.contains($0) }
            if commit, !changed.isEmpty { try await installation.store.addCalendar(changed) }
            return changed
        }
        for exception in changed {
            print("\(exception.date) \(exception.name)\(exception.isWorking ? "调休上班" : "放假")")
        }
        print(
            "\(commit ? "已写入" : "将写入")\(changed.count)天，\(exceptions.count - changed.count)天已有。"
                + " / \(commit ? "Wrote" : "Would write") \(changed.count) days, "
                + "\(exceptions.count - changed.count) were there."
                + (commit ? "" : " 加--commit执行。 / --commit does it."))
    }
}
