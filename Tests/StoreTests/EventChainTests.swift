import Testing

@testable import Store
@testable import Workflow

struct EventChainTests {
    private func hash(
        after previous: [UInt8] = [], town: Int32 = 1, year: Int32 = 2026, serial: Int32 = 7, sequence: Int = 1,
        kind: String = "commented", body: String = "{\"words\":\"好\"}", person: Int32 = 3, role: String = "clerk",
        day: String = "2026-03-05", recordedAt: Int64 = 1_772_683_200_000_004, late: String? = nil
    ) throws -> String {
        hex(
            EventChain.hash(
                after: previous, project: ProjectID(town: TownID(town), year: year, serial: serial), sequence: sequence,
                kind: kind, body: body, person: PersonID(person), role: role,
                effectiveOn: try #require(CivilDate(day)), recordedAt: Instant(microseconds: recordedAt),
                lateReason: late))
    }

    /// Computed outside this program, from the description of the form alone.
    @Test func theFormIsFixedForEver() throws {
        #expect(try hash() == "1a8a59fdfef5f60e2f0b5577e1acd34bdb3e57d5240f50309a3ff3c60cb1a6f6")
    }

    @Test func everyFieldIsCovered() throws {
        let hashes = [
            try hash(), try hash(after: [1]), try hash(town: 2), try hash(year: 2027), try hash(serial: 8),
            try hash(sequence: 2), try hash(kind: "chased"), try hash(body: "{\"words\":\"坏\"}"), try hash(person: 4),
            try hash(role: "leader"), try hash(day: "2026-03-04"), try hash(recordedAt: 1_772_683_200_000_005),
            try hash(late: ""), try hash(late: "x"),
            // Moving a character over a field's border is another text.
            try hash(town: 12, year: 26), try hash(kind: "commented{", body: "\"words\":\"好\"}"),
        ]
        #expect(Set(hashes).count == hashes.count)
    }
}
