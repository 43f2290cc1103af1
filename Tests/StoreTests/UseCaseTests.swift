import Postgres
import TestSupport
import Testing

@testable import Store
@testable import UseCases
@testable import Workflow

/// The use cases that came with the ports, on this store.
struct UseCaseTests {
    struct FixedClock: WallClock {
        let instant: Instant
        func now() -> Instant { instant }
    }

    /// A morning so many days after the journeys' day, with nothing remembered from before.
    struct Morning {
        let db: TestDatabase
        let clock: FixedClock
        let directory: Directory

        init(_ db: TestDatabase, after days: Int = 0) {
            self.db = db
            clock = FixedClock(instant: Journey.now.adding(seconds: Int64(days) * 86_400))
            directory = Directory(store: db.store, clock: clock)
        }

        var desk: Desk { Desk(projects: db.store, directory: directory, clock: clock) }
        var sweep: Sweep { Sweep(projects: db.store, store: db.store, directory: directory, clock: clock) }

        func perform(_ command: Command, on id: ProjectID, by person: Person) async throws {
            _ = try await desk.perform(CommandRequest(by: person, target: .project(id), command: command)) {
                RenderedAnswer(status: 200, version: $0.summary.version, body: [])
            }
        }
    }

    @Test func aSweepRemindsOfEachThingOnce() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for unit in 0..<3 { try await Journey.begin(in: db, town, unit: unit).toApproval(dueIn: 40) }
            _ = try await Journey.begin(in: db, town)
            let early = try await Morning(db).sweep.run(town: town.id)
            #expect(early == Sweep.Outcome(looked: 3, reminded: 0, alreadyReminded: 0))
            // Thirty days in approval: over the stage's limit, and at the end over the due day.
            let first = try await Morning(db, after: 30).sweep.run(town: town.id)
            #expect(first == Sweep.Outcome(looked: 3, reminded: 3, alreadyReminded: 0))
            let again = try await Morning(db, after: 31).sweep.run(town: town.id)
            #expect(again == Sweep.Outcome(looked: 3, reminded: 0, alreadyReminded: 3))
            let late = try await Morning(db, after: 50).sweep.run(town: town.id)
            #expect(late == Sweep.Outcome(looked: 3, reminded: 3, alreadyReminded: 3))
            let kinds = try await db.asOwner(
                "SELECT subject, role, count(*) FROM liban.outbox WHERE subject <> 'submitted' GROUP BY 1, 2 ORDER BY 1"
            )
            #expect(try kinds.map { try $0.text(0) } == ["overdue", "stageOverLimit"])
            #expect(try kinds.map { try $0.int(2) } == [3, 3])
        }
    }

    @Test func aNewHolidayTableMovesWhatWasProvisional() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let sunday = try #require(CivilDate("2027-01-10"))
            let monday = sunday.adding(days: 1)
            let journey = try await Journey.begin(in: db, town)
            let promise = Promise(nominal: sunday, dueOn: monday, isProvisional: true)
            try await journey.commit(
                [.submitted(Submitted(policyVersion: 1, cap: Money(fen: 50_000_000), due: promise))],
                by: town.secretaries[0], .secretary)
            // A holiday on the Monday, and as many days later on as make a table of the whole year.
            let table = [0, 100, 101, 102, 103, 104, 105, 106, 107, 108].map { monday.adding(days: $0) }
            try await db.store.addCalendar(
                table.map { WorkingCalendar.Exception(date: $0, isWorking: false, name: "假日") })
            let morning = Morning(db)
            let moved = try await Recomputation(desk: morning.desk, store: db.store).run(town: town.id, by: town.clerk)
            #expect(moved.map(\.id) == [journey.id] && moved.map(\.after) == [sunday.adding(days: 2)])
            #expect(moved.map(\.before) == [monday])
            let none = try await Recomputation(desk: morning.desk, store: db.store).run(town: town.id, by: town.clerk)
            #expect(none == [])
        }
    }

    @Test func anOfficeIsHandedOverByItsHolder() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let morning = Morning(db)
            let handovers = Handovers(store: db.store, directory: morning.directory, clock: morning.clock)
            let on = Journey.day.adding(days: 3)
            func terms(from: Person) -> NewHandover {
                NewHandover(
                    town: town.id, unit: town.units[0].place.unit, role: .secretary, from: from.id,
                    to: town.secretaries[1].id, on: on)
            }
            let proposed = try await handovers.propose(terms(from: town.secretaries[0]), by: town.clerk)
            for person in town.secretaries[0...1] { _ = try await handovers.confirm(proposed.number, by: person) }
            let kept = try #require(try await db.store.handover(proposed.number, town: town.id))
            #expect(kept.isComplete && kept.terms == proposed.terms)
            let people = try await db.store.people(town: town.id)
            let holders = [on.adding(days: -1), on].map { day in
                people.filter { $0.holds(.secretary, over: town.units[0].place, on: day) }.map(\.name)
            }
            #expect(holders == [["赵书记"], ["钱书记"]])
            await #expect(throws: UseCaseError.handoverRefused(.notAParty)) {
                _ = try await handovers.confirm(proposed.number, by: town.clerk)
            }
        }
    }

    /// Applied and verified by one person: refused by the rule, allowed by leave, and the database agrees both times.
    @Test func leaveLetsOnePersonHoldTwoDuties() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let both = [Role.secretary, .guidanceOfficer].map {
                Assignment(role: $0, scope: .unit(town.units[0].place.unit), from: SampleTown.firstDay)
            }
            let id = try await db.store.addPeople(
                [NewPerson(name: "一肩挑", login: nil, passwordHash: nil, assignments: both)], town: town.id)[0]
            let person = try #require(try await db.store.person(id, town: town.id))
            let journey = try await Journey.begin(in: db, town)
            try await journey.commit([.submitted(Journey.submission())], by: person, .secretary)
            try await journey.commit([.admitted(Admitted(due: nil))], by: town.clerk, .clerk)
            let verify = Command.verify(SiteVisit(visitedOn: Journey.day, recommended: true, opinion: "属实"))
            await #expect(throws: UseCaseError.refused(.dutiesNotSeparate(.verify, .apply))) {
                try await Morning(db).perform(verify, on: journey.id, by: person)
            }
            try await db.store.addDutyException(DutyExceptionTests.leave, town: town.id, by: town.director.id)
            try await Morning(db).perform(verify, on: journey.id, by: person)
            let kinds = try await db.store.entries(of: journey.id, after: 3, limit: 9).map(\.entry.event.kind)
            #expect(Set(kinds) == [.dutyExceptionUsed, .verified])
            let report = try await Verifier(store: db.store).verify()
            #expect(report.firstDifference == nil)
        }
    }
}
