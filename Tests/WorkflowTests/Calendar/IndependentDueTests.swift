import Foundation
import Testing
import Workflow

/// Due days made by other people's programs (`Oracle/make_due_oracle.py` says how) beside ours.
struct IndependentDueTests {
    private func table() throws -> [[Substring]] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Oracle/due.csv")
        let lines = try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        return lines.drop { $0.hasPrefix("#") || $0.hasPrefix("submitted") }.map { $0.split(separator: ",") }
    }

    @Test func aThousandRandomDaysAgree() throws {
        let rows = try table()
        #expect(rows.count == 1_000)
        var moved = 0
        for row in rows {
            let (submitted, nominal, due) = (day(String(row[0])), day(String(row[1])), day(String(row[2])))
            let found = MonthRule.civilMonth(rolls: true).due(from: submitted, calendar: NationalCalendar.calendar)
            #expect(found.nominal == nominal, "submitted \(submitted)")
            #expect(found.due == due, "submitted \(submitted)")
            #expect(!found.isProvisional, "submitted \(submitted)")
            if due != nominal { moved += 1 }
        }
        // A table in which nothing rolls would not see a calendar that is wrong.
        #expect(moved > 200)
        #expect(Set(rows.map { $0[0].prefix(4) }).count == 9)
    }
}
