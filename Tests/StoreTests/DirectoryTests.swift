import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct DirectoryTests {
    @Test func aChangeOfOfficeIsSeenOnItsDay() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let unit = town.units[0].place
            let handover = SampleTown.firstDay.adding(days: 100)
            let people = [
                NewPerson(
                    name: "新书记", login: nil, passwordHash: nil,
                    assignments: [Assignment(role: .secretary, scope: .unit(unit.unit), from: handover)]),
                NewPerson(
                    name: "片区指导员", login: nil, passwordHash: nil,
                    assignments: [
                        Assignment(
                            role: .guidanceOfficer, scope: .area(unit.area), from: handover,
                            to: handover.adding(days: 9))
                    ]),
                NewPerson(
                    name: "驻村指导员", login: nil, passwordHash: nil,
                    assignments: [
                        Assignment(
                            role: .guidanceOfficer, scope: .unit(unit.unit), from: handover.adding(days: 5),
                            to: handover.adding(days: 5))
                    ]),
            ]
            let ids = try await db.store.addPeople(people, town: town.id)
            #expect(try await db.store.person(ids[1], town: town.id)?.assignments == people[1].assignments)
            func inCharge(_ days: Int) async throws -> [String?] {
                let units = try await db.store.units(town: town.id, on: handover.adding(days: days))
                return [units[0].secretary, units[0].officer, units[1].officer]
            }
            #expect(try await inCharge(-1) == ["赵书记", "周指导员", "周指导员"])
            #expect(try await inCharge(0) == ["新书记", "片区指导员", "片区指导员"])
            #expect(try await inCharge(5) == ["新书记", "驻村指导员", "片区指导员"])
            #expect(try await inCharge(10) == ["新书记", "周指导员", "周指导员"])
            let before = try await db.store.units(town: town.id, on: SampleTown.firstDay.adding(days: -1))
            #expect(before.map(\.secretary) == [nil, nil, nil, nil])
        }
    }

    @Test func addingUnitsAgainKeepsTheirOrderAndNumbers() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            try await db.store.addUnits(
                [
                    NewUnit(area: "西片区", name: "新民村"), NewUnit(area: "东片区", name: "枫树村"),
                    NewUnit(area: "北片区", name: "望山村"),
                ], town: town.id)
            let units = try await db.store.units(town: town.id, on: SampleTown.firstDay)
            #expect(units.map(\.name) == ["枫树村", "石桥村", "柳湾村", "城南社区", "新民村", "望山村"])
            #expect(Array(units.prefix(4)) == town.units)
            #expect(units.last?.area == "北片区")
        }
    }

    @Test func aPolicyVersionIsFixed() async throws {
        try await withDatabase { db in
            var policy = Policy.secretaryActsNow
            try await db.store.addPolicy(policy)
            try await db.store.addPolicy(policy)
            policy.cap = Money(fen: 1)
            await #expect {
                try await db.store.addPolicy(policy)
            } throws: {
                CommitTests.isRefused($0, by: "policy_version_fixed")
            }
            policy.version = 2
            try await db.store.addPolicy(policy)
            let kept = try await db.store.policy(programme: policy.programme, version: 1)
            #expect(kept == .secretaryActsNow)
            #expect(try await db.store.policy(programme: policy.programme, version: 3) == nil)
        }
    }

    @Test(arguments: Policy.presets)
    func aPresetIsReadBackAsItIs(policy: Policy) async throws {
        try await withDatabase { db in
            var policy = policy
            policy.labels = ["办结": "销账", "书记": "主任"]
            let town = try await SampleTown.make(in: db, policy: policy)
            #expect(try await db.store.policy(programme: policy.programme, version: policy.version) == policy)
            #expect(try await db.store.towns()[0].programme == town.policy.programme)
        }
    }

    @Test func whatIsSetUpAndRefusedIsRecorded() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            try await db.store.record(
                RefusedAttempt(
                    town: town.id, project: nil, person: town.clerk.id, command: .draft, code: "role-not-permitted",
                    at: Journey.now))
            let id = ProjectID(town: town.id, year: 2026, serial: 4)
            try await db.store.record(
                RefusedAttempt(
                    town: town.id, project: id, person: town.clerk.id, command: .award, code: "duties-not-separate",
                    at: Journey.now))
            let attempts = try await db.asOwner(
                "SELECT FROM liban.refused_attempt WHERE at = $1", [.text(Journey.now.description)])
            #expect(attempts.count == 2)
            let acts = try await db.asOwner(
                "SELECT DISTINCT act FROM liban.setup_record WHERE database_user = 'liban_service'")
            #expect(acts.count == 6)
        }
    }

    @Test func twoTownsDoNotSeeEachOther() async throws {
        try await withDatabase { db in
            let one = try await SampleTown.make(in: db)
            let two = try await SampleTown.make(in: db, name: "云岭镇")
            let journey = try await Journey.begin(in: db, one)
            #expect(try await db.store.list(ProjectQuery(town: two.id)).isEmpty)
            #expect(
                try await db.store.record(of: ProjectID(town: two.id, year: 2026, serial: journey.id.serial)) == nil)
            #expect(try await db.store.person(one.clerk.id, town: two.id) == nil)
            #expect(try await db.store.fund(one.fund, town: two.id) == nil)
            #expect(
                try await db.store.loadForDraft(town: two.id, unit: one.units[0].place.unit, year: 2026, key: nil)
                    == nil)
            #expect(try await db.store.towns().map(\.id) == [one.id, two.id])
        }
    }
}
