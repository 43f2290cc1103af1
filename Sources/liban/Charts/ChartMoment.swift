import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

/// As of when, with whose knowledge, and whether it counts as a print: shared by all commands that draw.
struct ChartMoment: ParsableArguments {
    @Option(help: "Year of the projects' numbers; default the year of the day shown.")
    var year: Int?

    @Option(help: "A past day to show, such as 2026-11-20, or its minute, 2026-11-20T17:05 (Asia/Shanghai).")
    var asOf: String?

    @Flag(help: "With --as-of: count entries written down later (补录) from the day they took place; the sheet says so.")
    var asKnownToday = false

    @Flag(help: "Count it as a printed edition (版): it gets the next number, is kept, and voids the one before.")
    var print = false

    mutating func validate() throws {
        if asKnownToday, asOf == nil { throw ValidationError("--as-known-today goes with --as-of.") }
        if asKnownToday, print {
            throw ValidationError("An edition shows what was known at its minute: leave --as-known-today away.")
        }
    }

    /// The minute asked for; nil for the present one.
    func moment(now: Instant) throws -> Instant? {
        guard let asOf else { return nil }
        let moment = try Self.parse(asOf)
        guard moment <= now else { throw Failure(.usage, "--as-of不能在将来。", "--as-of cannot lie in the future.") }
        return moment
    }

    var request: ChartRequest {
        ChartRequest(year: year, knowledge: asKnownToday ? .ofToday : .ofThatMinute, prints: print)
    }

    /// The last minute of a day, or a minute of it.
    private static func parse(_ text: String) throws -> Instant {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard let first = parts.first, let day = CivilDate(first), parts.count <= 2 else { throw wrong(text) }
        guard parts.count == 2 else { return Instant(startOf: day).adding(seconds: 24 * 3600 - 60) }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { throw wrong(text) }
        return Instant(startOf: day).adding(seconds: Int64(hour * 3600 + minute * 60))
    }

    private static func wrong(_ text: String) -> Failure {
        Failure(.usage, "--as-of“\(text)”不是日期。", "--as-of \(text) is no day; write 2026-11-20 or 2026-11-20T17:05.")
    }
}
