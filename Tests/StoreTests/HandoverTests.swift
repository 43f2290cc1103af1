import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct HandoverTests {
    static let on = Journey.day.adding(days: 10)

    @Test func theOfficeChangesHandsOnceBothHaveConfirmed() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let running = try await Journey.begin(in: db, town)
            try await running.toApproval()
            _ = try await Journey.begin(in: db, town)
            try await Journey.begin(in: db, town, unit: 1).toApproval()
            let (old, new) = (town.secretaries[0], try await Self.newcomer(db, town))
            let terms = Self.terms(town, from: old, to: new)
            let number = try await db.store.propose(terms, by: town.clerk.id, at: Journey.now)
            // Whatever happens to it afterwards, it was open when the handover was proposed.
            try await running.commit([.withdrawn(Reasoned(reason: "不办了"))], by: old, .secretary)
            var expected = Handover(
                number: number, terms: terms, projects: [running.id], confirmedByFrom: nil, confirmedByTo: nil)
            #expect(try await db.store.handover(number, town: town.id) == expected)
            let later = Journey.now.adding(seconds: 60)
            try await db.store.confirm(number, town: town.id, by: new, at: later, basis: "signed in")
            expected = Handover(
                number: number, terms: terms, projects: [running.id], confirmedByFrom: nil, confirmedByTo: later,
                basisOfTo: "signed in")
            #expect(try await db.store.handovers(town: town.id) == [expected])
            #expect(try await db.store.people(town: town.id).first { $0.id == new }?.assignments == [])
            #expect(try await db.store.person(old.id, town: town.id) == old)
            try await db.store.confirm(
                number, town: town.id, by: old.id, at: later.adding(seconds: 1), basis: "signed in")
            let done = try #require(try await db.store.handover(number, town: town.id))
            #expect(done.isComplete && done.confirmedByFrom == later.adding(seconds: 1))
            let unit = Scope.unit(town.units[0].place.unit)
            #expect(
                try await db.store.person(old.id, town: town.id)?.assignments == [
                    Assignment(role: .secretary, scope: unit, from: SampleTown.firstDay, to: Self.on.adding(days: -1))
                ])
            let begun = [Assignment(role: .secretary, scope: unit, from: Self.on)]
            #expect(try await db.store.person(new, town: town.id)?.assignments == begun)
            // Confirmed again: the first time stands, and nothing is begun twice.
            for person in [new, old.id] {
                try await db.store.confirm(
                    number, town: town.id, by: person, at: later.adding(seconds: 99), basis: "signed in")
            }
            #expect(try await db.store.handover(number, town: town.id) == done)
            #expect(try await db.store.person(new, town: town.id)?.assignments == begun)
            for (day, name) in [(-1, "赵书记"), (0, "新书记")] {
                let units = try await db.store.units(town: town.id, on: Self.on.adding(days: day))
                #expect(units[0].secretary == name)
            }
        }
    }

    /// Whoever hands over an office over a town or for a term hands over just that.
    @Test func scopeAndTermOfTheOfficeGoWithIt() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let place = town.units[2].place
            let end = Self.on.adding(days: 200)
            let deputy = NewPerson(
                name: "代理指导员", login: nil, passwordHash: nil,
                assignments: [
                    Assignment(role: .guidanceOfficer, scope: .area(place.area), from: SampleTown.firstDay, to: end),
                    Assignment(role: .panelMember, scope: .town, from: SampleTown.firstDay),
                ])
            let old = try await db.store.addPeople([deputy], town: town.id)[0]
            let new = try await Self.newcomer(db, town)
            let terms = NewHandover(
                town: town.id, unit: place.unit, role: .guidanceOfficer, from: old, to: new, on: Self.on)
            let number = try await db.store.propose(terms, by: town.clerk.id, at: Journey.now)
            for person in [old, new] {
                try await db.store.confirm(number, town: town.id, by: person, at: Journey.now, basis: "signed in")
            }
            let ended = try #require(try await db.store.person(old, town: town.id)).assignments
            #expect(ended[0].to == Self.on.adding(days: -1) && ended[1] == deputy.assignments[1])
            #expect(
                try await db.store.person(new, town: town.id)?.assignments == [
                    Assignment(role: .guidanceOfficer, scope: .area(place.area), from: Self.on, to: end)
                ])
            #expect(try await db.store.person(town.officer.id, town: town.id) == town.officer)
        }
    }

    @Test func nobodyHandsOverWhatTheyDoNotHold() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let new = try await Self.newcomer(db, town)
            let wrong = Self.terms(town, from: town.secretaries[1], to: new)
            await #expect {
                _ = try await db.store.propose(wrong, by: town.clerk.id, at: Journey.now)
            } throws: {
                CommitTests.isRefused($0, by: "handover_of_office")
            }
            #expect(try await db.store.handovers(town: town.id).isEmpty)
            // Of two proposals for one office the first to be confirmed by both sides is carried out.
            let terms = Self.terms(town, from: town.secretaries[0], to: new)
            let other = Self.terms(town, from: town.secretaries[0], to: town.secretaries[1].id)
            let first = try await db.store.propose(terms, by: town.clerk.id, at: Journey.now)
            let second = try await db.store.propose(other, by: town.clerk.id, at: Journey.now)
            for (number, person) in [(second, other.to), (first, terms.to), (first, terms.from)] {
                try await db.store.confirm(number, town: town.id, by: person, at: Journey.now, basis: "signed in")
            }
            await #expect {
                try await db.store.confirm(second, town: town.id, by: other.from, at: Journey.now, basis: "signed in")
            } throws: {
                CommitTests.isRefused($0, by: "handover_of_office")
            }
            let refused = try #require(try await db.store.handover(second, town: town.id))
            #expect(refused.confirmedByFrom == nil && refused.confirmedByTo == Journey.now)
            #expect(try await db.store.person(other.to, town: town.id) == town.secretaries[1])
        }
    }

    @Test func onlyTheTwoSidesConfirm() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let elsewhere = try await SampleTown.make(in: db, name: "云岭镇")
            let new = try await Self.newcomer(db, town)
            let terms = Self.terms(town, from: town.secretaries[0], to: new)
            let number = try await db.store.propose(terms, by: town.clerk.id, at: Journey.now)
            for (number, town, person) in [
                (number, town.id, town.clerk.id), (number + 1, town.id, new), (number, elsewhere.id, new),
            ] {
                await #expect {
                    try await db.store.confirm(number, town: town, by: person, at: Journey.now, basis: "signed in")
                } throws: {
                    CommitTests.isRefused($0, by: "handover_party")
                }
            }
            #expect(try await db.store.handover(number, town: elsewhere.id) == nil)
            #expect(try await db.store.handovers(town: elsewhere.id).isEmpty)
            #expect(try await db.store.handover(number, town: town.id)?.confirmedByTo == nil)
        }
    }

    @Test func bothSidesManyTimesAtOnceBeginOneAssignment() async throws {
        try await withDatabase(connections: 8) { db in
            let town = try await SampleTown.make(in: db)
            for unit in 0..<4 {
                let new = try await Self.newcomer(db, town)
                let terms = NewHandover(
                    town: town.id, unit: town.units[unit].place.unit, role: .secretary,
                    from: town.secretaries[unit].id, to: new, on: Self.on)
                let number = try await db.store.propose(terms, by: town.clerk.id, at: Journey.now)
                try await withThrowingTaskGroup { group in
                    for turn in 0..<8 {
                        group.addTask {
                            try await db.store.confirm(
                                number, town: town.id, by: turn % 2 == 0 ? terms.from : terms.to, at: Journey.now,
                                basis: "signed in")
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await db.store.person(new, town: town.id)?.assignments.count == 1)
                #expect(try await db.store.handover(number, town: town.id)?.isComplete == true)
            }
        }
    }

    @Test func theOpenProjectsOfAUnitAreItsRunningOnes() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            var journeys: [Journey] = []
            for unit in [0, 1, 0, 0] { journeys.append(try await Journey.begin(in: db, town, unit: unit)) }
            for journey in journeys.prefix(3) { try await journey.toApproval() }
            let open = try await db.store.openProjects(town: town.id, unit: town.units[0].place.unit)
            #expect(open.map(\.summary.id) == [journeys[0].id, journeys[2].id])
            #expect(try await db.store.record(of: journeys[2].id) == open[1])
            #expect(try await db.store.openProjects(town: town.id, unit: town.units[3].place.unit).isEmpty)
        }
    }

    /// The service may end an office, never give it back.
    @Test func anEndedOfficeStaysEnded() async throws {
        try await withDatabase { db in
            _ = try await SampleTown.make(in: db)
            try await db.asService("UPDATE liban.assignment SET to_on = '2026-12-31'")
            try await db.asService("UPDATE liban.assignment SET to_on = '2026-11-30'")
            for day in ["'2026-12-01'", "NULL"] {
                do throws(DatabaseError) {
                    try await db.asService("UPDATE liban.assignment SET to_on = \(day)")
                    Issue.record("not refused: \(day)")
                } catch {
                    guard case .rolledBack(let refusal) = error else { throw error }
                    #expect(refusal.constraint == "append_only")
                }
            }
        }
    }

    static func newcomer(_ db: TestDatabase, _ town: SampleTown) async throws -> PersonID {
        try await db.store.addPeople(
            [NewPerson(name: "新书记", login: nil, passwordHash: nil, assignments: [])], town: town.id)[0]
    }

    static func terms(_ town: SampleTown, from old: Person, to new: PersonID) -> NewHandover {
        NewHandover(
            town: town.id, unit: town.units[0].place.unit, role: .secretary, from: old.id, to: new, on: Self.on)
    }
}
