import Hummingbird
import UseCases
import Workflow

/// Printed editions (版) on the chart page: the newest ones to print again, and a button for the next.
enum ChartEditions {
    struct Line {
        let number: Int
        let words: String
        /// Only the newest counts; the others were voided by it.
        let isVoid: Bool
    }

    /// As many as a wall has had in about a quarter.
    private static let shown = 12

    static func lines(_ call: Call, _ caller: Caller, year: Int) async throws -> [Line] {
        let printed = try await call.services.chartOffice.printed(year: year, for: caller.person)
        return printed.prefix(shown).enumerated().map { index, edition in
            Line(
                number: edition.number,
                words: call.words(
                    "chart.edition", ["number": "\(edition.number)", "time": call.words.time(edition.asOf)]),
                isVoid: index > 0)
        }
    }

    static func mayPrint(_ call: Call, _ caller: Caller) -> Bool {
        caller.person.may(.printEdition, on: call.services.clock.now().civilDate)
    }

    /// Counts the chart as the next edition and goes back to the page, which offers its paper.
    static func print(_ call: Call, _ caller: Caller) async throws -> Response {
        try FormToken.check(try await Form(call), caller, call.services.secrets)
        return switch try await call.services.chartOffice.print(for: caller.person) {
        case .printed(let report): .seeOther("/chart?printed=\(report.edition ?? 0)#editions")
        // Somebody was faster; theirs is the one that counts.
        case .laterPrinted: .seeOther("/chart#editions")
        }
    }
}
