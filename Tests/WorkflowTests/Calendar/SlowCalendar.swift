import Foundation

/// An oracle that shares nothing with the product: Foundation's Gregorian calendar, day by day, and sets of text dates.
struct SlowCalendar {
    private let holidays: Set<String>
    private let makeUpDays: Set<String>
    private let gregorian: Calendar

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Sources/Boot/Resources/cn-calendar.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: .newlines)
        func days(_ kind: String) -> Set<String> {
            Set(lines.filter { $0.contains(",\(kind),") }.map { String($0.prefix(10)) })
        }
        holidays = days("holiday")
        makeUpDays = days("workday")
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        gregorian = calendar
    }

    /// The due day under the Civil Code's month, found by walking.
    func due(_ submitted: String) -> String? {
        guard let start = date(submitted) else { return nil }
        // Foundation clamps to the month's last day by itself.
        guard var day = gregorian.date(byAdding: .month, value: 1, to: start) else { return nil }
        while !isWorking(day) { day = day.addingTimeInterval(86_400) }
        return text(day)
    }

    func isWorking(_ day: Date) -> Bool {
        if makeUpDays.contains(text(day)) { return true }
        if holidays.contains(text(day)) { return false }
        return !gregorian.isDateInWeekend(day)
    }

    func next(_ day: String) -> String? { date(day).map { text($0.addingTimeInterval(86_400)) } }

    func date(_ text: String) -> Date? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return gregorian.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
    }

    private func text(_ day: Date) -> String {
        let parts = gregorian.dateComponents([.year, .month, .day], from: day)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
}
