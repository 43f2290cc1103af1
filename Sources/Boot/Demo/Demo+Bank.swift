public import UseCases
import Workflow

extension Demo {
    /// The bank's statement of the fictional town; its days move as those of the ledger do.
    public func bankStatement() throws -> LedgerSheet {
        let sheet = try Shipped.demoBank()
        guard !asRecorded else { return sheet }
        let move = LedgerMove(
            from: Self.writtenOn, today: installation.clock.now().civilDate,
            calendar: WorkingCalendar(try Shipped.calendar()))
        return LedgerSheet(
            header: sheet.header,
            lines: sheet.lines.map { line in
                LedgerSheet.Line(number: line.number, fields: line.fields.map { Self.moved($0, move) })
            })
    }

    /// Days become other days; the year in a project's number becomes the year of the move.
    private static func moved(_ field: String, _ move: LedgerMove) -> String {
        if let day = CivilDate(field) { return move.day(day).description }
        return field.split(separator: "〔\(writtenOn.year)〕", omittingEmptySubsequences: false)
            .joined(separator: "〔\(move.year)〕")
    }
}
