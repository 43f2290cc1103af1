import Postgres
import TestSupport
import Testing

@testable import Store
@testable import UseCases
@testable import Workflow

/// Meetings, spot checks and cases as the database keeps them.
struct RegisterTableTests {
    private static func change(
        _ town: SampleTown, _ register: Register = .spotCheck, id: Int32, version: Int = 1, title: String = "路灯抽查",
        heldOn: CivilDate = Journey.day,
        finding: RegisterContent.Finding? = .init(
            hasProblem: false, rectifyBy: nil, recheckedOn: nil, recheckPassed: nil), projects: [ProjectID] = [],
        key: String
    ) -> RegisterChange {
        RegisterChange(
            town: town.id, register: register, id: id, version: version,
            content: RegisterContent(
                unit: town.units[0].place.unit, heldOn: heldOn, title: title, projects: projects, finding: finding,
                body: #"{"title":"\#(title)"}"#), person: town.secretaries[0].id, at: Journey.now,
            answer: (
                RequestKey(
                    town: town.id, person: town.secretaries[0].id, key: key, fingerprint: Journey.fingerprint),
                StoredAnswer(fingerprint: Journey.fingerprint, status: 201, version: version, body: [1])
            ))
    }

    @Test func everyVersionIsKeptAndGuarded() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            let id = try await db.store.reserveEntry(in: .spotCheck, town: town.id)
            #expect(id == 1)
            #expect(try await db.store.reserveEntry(in: .meeting, town: town.id) == 1)
            try await db.store.write(Self.change(town, id: id, projects: [journey.id], key: "a"))
            let problem = RegisterContent.Finding(
                hasProblem: true, rectifyBy: Journey.day.adding(days: 3), recheckedOn: nil, recheckPassed: nil)
            let second = Self.change(town, id: id, version: 2, title: "又一次", finding: problem, key: "b")
            try await db.store.write(second)
            let entry = try #require(try await db.store.entry(id, in: .spotCheck, town: town.id))
            #expect(entry.version == 2 && entry.body.contains("又一次") && entry.unit == town.units[0].place.unit)
            // The version decided on is not the newest any more, and a key has one effect.
            let late = Self.change(town, id: id, version: 2, key: "c")
            await #expect(throws: StoreError.conflict) { try await db.store.write(late) }
            await #expect(throws: StoreError.keyUsed) { try await db.store.write(second) }
            #expect(try await db.store.answer(under: second.answer.key)?.body == [1])
            let versions = try await db.asOwner("SELECT count(*) FROM liban.register_version")
            #expect(try versions[0].int(0) == 2)
            var query = RegisterQuery(town: town.id, register: .spotCheck, limit: 9)
            query.isOpen = true
            #expect(try await db.store.entries(query).map(\.id) == [id])
            query.project = journey.id
            #expect(try await db.store.entries(query).isEmpty, "the newest version names no project")
            query = RegisterQuery(town: TownID(99), register: .spotCheck, limit: 9)
            #expect(try await db.store.entries(query).isEmpty)
        }
    }

    /// What the use case refuses, the database refuses as well.
    @Test func constraintsHold() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            func finding(_ problem: Bool, _ by: CivilDate?, _ on: CivilDate?, _ passed: Bool?)
                -> RegisterContent.Finding
            {
                .init(hasProblem: problem, rectifyBy: by, recheckedOn: on, recheckPassed: passed)
            }
            let day = Journey.day
            let none = ProjectID(town: town.id, year: 2026, serial: 999)
            let cases: [(String, RegisterChange)] = [
                ("register_entry_titled", Self.change(town, id: 1, title: " ", key: "1")),
                ("register_day_not_future", Self.change(town, id: 1, heldOn: day.adding(days: 1), key: "2")),
                ("spot_check_judged", Self.change(town, .meeting, id: 1, key: "3")),
                ("spot_check_judged", Self.change(town, id: 1, finding: nil, key: "4")),
                ("problem_has_day", Self.change(town, id: 1, finding: finding(true, nil, nil, nil), key: "5")),
                (
                    "problem_has_day",
                    Self.change(town, id: 1, finding: finding(true, day.adding(days: -1), nil, nil), key: "6")
                ),
                ("recheck_of_problem", Self.change(town, id: 1, finding: finding(false, nil, day, true), key: "7")),
                ("recheck_judged", Self.change(town, id: 1, finding: finding(true, day, day, nil), key: "8")),
                ("register_project_exists", Self.change(town, id: 1, projects: [none], key: "9")),
            ]
            for (name, change) in cases {
                do throws(StoreError) {
                    try await db.store.write(change)
                    Issue.record("\(name) let it pass")
                } catch {
                    guard case .constraint(name, _) = error else {
                        Issue.record("\(name): \(error)")
                        continue
                    }
                }
            }
        }
    }
}
