import Foundation
import Workflow

/// The working-day table that ships with the product, read the plain way.
enum NationalCalendar {
    static let exceptions: [WorkingCalendar.Exception] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Sources/Boot/Resources/cn-calendar.csv")
        guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count == 3, let date = CivilDate(fields[0]), ["holiday", "workday"].contains(fields[1]) else {
                return nil
            }
            return WorkingCalendar.Exception(date: date, isWorking: fields[1] == "workday", name: String(fields[2]))
        }
    }()

    static let calendar = WorkingCalendar(exceptions)

    /// What a story begins with; a test sets it to tell one before a table came out.
    @TaskLocal static var known = calendar

    /// As it was before the State Council's table for the year came out.
    static func without(_ year: Int) -> WorkingCalendar { WorkingCalendar(exceptions.filter { $0.date.year != year }) }
}
