import Foundation
import Testing
import Workflow

struct IdentifierTests {
    @Test func aProjectsKeyIsItsText() throws {
        let id = try #require(ProjectID("1-2026-42"))
        #expect(id == ProjectID(town: TownID(1), year: 2026, serial: 42))
        #expect(id.description == "1-2026-42")
        #expect(try JSONDecoder().decode(ProjectID.self, from: JSONEncoder().encode(id)) == id)
    }

    /// One project has one text, so that a link, a cache key and a log line say the same.
    @Test(arguments: [
        "", "1", "1-2026", "1-2026-", "-1-2026-42", "1-2026-42-1", "0-2026-1", "1-0-1", "1-2026-0", "1-2026--1",
        "+1-2026-42", "1-2026-042", "01-2026-42", " 1-2026-42", "1-2026-42 ", "１-2026-42", "1-2026-2147483648", "a-b-c",
    ])
    func otherTextsAreNone(_ text: String) {
        #expect(ProjectID(text) == nil)
    }

    @Test func orderedByTownYearSerial() {
        let ids = ["1-2025-9", "1-2026-2", "1-2026-10", "2-2024-1"].compactMap { ProjectID($0) }
        #expect(ids.count == 4)
        #expect(ids.reversed().sorted() == ids)
    }
}
