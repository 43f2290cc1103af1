public import UseCases
public import Workflow

/// The table of days that differ from Monday–Friday: columns date, kind (holiday or workday), name.
public enum CalendarSheet {
    /// Why the table cannot be used; it is taken whole or not at all.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        public let line: Int
        public let chinese: String
        public let english: String

        public var description: String { "第\(line)行：\(chinese) / line \(line): \(english)" }
    }

    public static func read(_ sheet: LedgerSheet) throws(Fault) -> [WorkingCalendar.Exception] {
        if let damage = sheet.damage.first {
            throw Fault(line: damage.line ?? 1, chinese: damage.fault.chinese, english: damage.fault.english)
        }
        guard sheet.header.prefix(3) == ["date", "kind", "name"] else {
            throw Fault(line: 1, chinese: "表头应为date,kind,name。", english: "the header must be date,kind,name.")
        }
        var seen: Set<CivilDate> = []
        var exceptions: [WorkingCalendar.Exception] = []
        for line in sheet.lines {
            let exception = try exception(line)
            guard seen.insert(exception.date).inserted else {
                throw Fault(
                    line: line.number, chinese: "\(exception.date)出现两次。", english: "\(exception.date) is there twice.")
            }
            exceptions.append(exception)
        }
        return exceptions
    }

    private static func exception(_ line: LedgerSheet.Line) throws(Fault) -> WorkingCalendar.Exception {
        guard line.fields.count == 3 else {
            throw Fault(line: line.number, chinese: "应有3栏。", english: "it must have three fields.")
        }
        guard let date = CivilDate(line.fields[0]) else {
            throw Fault(
                line: line.number, chinese: "没有“\(line.fields[0])”这一天。", english: "no such day: \(line.fields[0]).")
        }
        switch line.fields[1] {
        case "holiday": return WorkingCalendar.Exception(date: date, isWorking: false, name: line.fields[2])
        case "workday": return WorkingCalendar.Exception(date: date, isWorking: true, name: line.fields[2])
        case let other:
            throw Fault(
                line: line.number, chinese: "“\(other)”应为holiday或workday。",
                english: "\(other) must be holiday or workday.")
        }
    }
}
