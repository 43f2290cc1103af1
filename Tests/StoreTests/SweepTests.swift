import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct SweepTests {
    @Test func runningIsWhatTheCoreCallsRunning() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for steps in 0...12 { try await Self.project(after: steps, in: db, town) }
            for end in [Event.withdrawn(Reasoned(reason: "自行解决")), .declined(Reasoned(reason: "不属范围"))] {
                let journey = try await Self.project(after: 3, in: db, town)
                try await journey.commit([end], by: town.director, .director)
            }
            let all = try await db.store.chartRows(town: town.id, year: 2026).map(\.summary)
            let expected = all.filter(\.isRunning).map(\.id).sorted()
            #expect(all.count == 15 && expected.count == 8)
            #expect(try await db.store.running(town: town.id, after: nil, limit: 99) == expected)
            var paged: [ProjectID] = []
            while case let page = try await db.store.running(town: town.id, after: paged.last, limit: 3), !page.isEmpty
            {
                #expect(page.count <= 3)
                paged += page
            }
            #expect(paged == expected)
            #expect(try await db.store.running(town: TownID(9), after: nil, limit: 99).isEmpty)
        }
    }

    @Test func onlyRunningProjectsWithAProvisionalDayAreComputedAgain() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            var journeys: [Journey] = []
            for unit in 0..<4 {
                let journey = try await Journey.begin(in: db, town, unit: unit)
                let due = Journey.promise(in: 30, isProvisional: unit != 1)
                try await journey.commit(
                    [.submitted(Submitted(policyVersion: 1, cap: Money(fen: 50_000_000), due: due))],
                    by: town.secretaries[unit], .secretary)
                journeys.append(journey)
            }
            try await journeys[3].commit([.withdrawn(Reasoned(reason: "不办了"))], by: town.secretaries[3], .secretary)
            let ids = [journeys[0].id, journeys[2].id]
            #expect(try await db.store.provisional(town: town.id, after: nil, limit: 9) == ids)
            #expect(try await db.store.provisional(town: town.id, after: ids[0], limit: 9) == [ids[1]])
            try await journeys[0].commit(
                [.dueRecomputed(DueRecomputed(due: Journey.promise(in: 33)))], by: town.clerk, .clerk)
            #expect(try await db.store.provisional(town: town.id, after: nil, limit: 9) == [ids[1]])
            #expect(try await db.store.record(of: ids[0])?.summary.dueOn == Journey.day.adding(days: 33))
        }
    }

    @Test func aReminderGoesOutOnce() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Self.project(after: 3, in: db, town)
            let project = try #require(try await db.store.fold(of: journey.id)?.project)
            try await db.asOwner("DELETE FROM liban.outbox")
            let soon = Reminder(kind: .dueSoon, basis: Journey.day.adding(days: 30), role: .guidanceOfficer)
            #expect(try await db.store.put(soon, of: project))
            #expect(try await db.store.put(soon, of: project) == false)
            let rows = try await db.asOwner(
                "SELECT role, subject, version, area, unit, year, serial FROM liban.outbox")
            #expect(rows.count == 1)
            #expect(try [rows[0].text(0), rows[0].text(1)] == ["guidanceOfficer", "dueSoon"])
            let numbers = try (2...6).map { try rows[0].int($0) }
            let place = town.units[0].place
            #expect(numbers == [4, Int64(place.area.raw), Int64(place.unit.raw), 2026, Int64(journey.id.serial)])
            // Another kind, and the same kind of another day, are something else.
            let later = Reminder(kind: .dueSoon, basis: Journey.day.adding(days: 31), role: .guidanceOfficer)
            let over = Reminder(kind: .overdue, basis: soon.basis, role: .guidanceOfficer)
            #expect(try await db.store.put(later, of: project))
            #expect(try await db.store.put(over, of: project))
            // The next version is not told again what the one before was told; nor once the outbox is cleared.
            try await journey.commit([.commented(Remark(words: "知悉"))], by: town.leader, .leader)
            try await db.asOwner("DELETE FROM liban.outbox")
            let next = try #require(try await db.store.fold(of: journey.id)?.project)
            #expect(try await db.store.put(soon, of: next) == false)
            #expect(try await db.asOwner("SELECT FROM liban.outbox").count == 0)
        }
    }

    @Test func aProjectThatMovedOnIsNotReminded() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Self.project(after: 3, in: db, town)
            let seen = try #require(try await db.store.fold(of: journey.id)?.project)
            try await journey.commit([.commented(Remark(words: "知悉"))], by: town.leader, .leader)
            let before = try await db.asOwner("SELECT FROM liban.outbox").count
            let reminder = Reminder(kind: .overdue, basis: Journey.day, role: .clerk)
            await #expect(throws: StoreError.conflict) { try await db.store.put(reminder, of: seen) }
            #expect(try await db.asOwner("SELECT FROM liban.outbox").count == before)
            #expect(try await db.asOwner("SELECT FROM liban.reminder").count == 0)
        }
    }

    /// The sweep has looked, a command is being committed: the reminder waits for it and then does not go out.
    @Test func aCommandBeingCommittedKeepsItsReminderBack() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Self.project(after: 3, in: db, town)
            let seen = try #require(try await db.store.fold(of: journey.id)?.project)
            let command = Task {
                try await db.asOwner(
                    """
                    WITH moved AS (UPDATE liban.project SET version = version + 1 RETURNING 1)
                    SELECT pg_sleep(0.5)::text FROM moved
                    """)
            }
            while try await db.asOwner(
                "SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
            ).isEmpty {}
            let reminder = Reminder(kind: .overdue, basis: Journey.day, role: .clerk)
            await #expect(throws: StoreError.conflict) { try await db.store.put(reminder, of: seen) }
            _ = try await command.value
            #expect(try await db.asOwner("SELECT FROM liban.reminder").count == 0)
        }
    }

    @Test func eightSweepsAtOncePutOneReminder() async throws {
        try await withDatabase(connections: 8) { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Self.project(after: 3, in: db, town)
            let project = try #require(try await db.store.fold(of: journey.id)?.project)
            for day in 0..<10 {
                let reminder = Reminder(kind: .overdue, basis: Journey.day.adding(days: day), role: .clerk)
                let new = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for _ in 0..<8 { group.addTask { try await db.store.put(reminder, of: project) } }
                    return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(new == 1)
            }
            #expect(try await db.asOwner("SELECT FROM liban.outbox WHERE subject = 'overdue'").count == 10)
        }
    }

    /// A project `steps` events along the road: 0 is a draft, 3 in approval, 12 closed out.
    @discardableResult
    private static func project(after steps: Int, in db: TestDatabase, _ town: SampleTown) async throws -> Journey {
        let journey = try await Journey.begin(in: db, town)
        let secretary = town.secretaries[0]
        let road: [(event: Event, by: Person, role: Role)] =
            [
                (.submitted(Journey.submission()), secretary, .secretary),
                (.admitted(Admitted(due: nil)), town.clerk, .clerk),
                (
                    .verified(SiteVisit(visitedOn: Journey.day, recommended: true, opinion: "属实")), town.officer,
                    .guidanceOfficer
                ),
            ] + journey.fromAwardToCloseOut(1_000_000)
        for step in road.prefix(steps) { try await journey.commit([step.event], by: step.by, step.role) }
        return journey
    }
}
