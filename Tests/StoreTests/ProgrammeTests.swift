import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct ProgrammeTests {
    @Test func aTownFollowsTheVersionItWasGivenLast() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let other = try await SampleTown.make(in: db, name: "云岭镇")
            let second = try await Self.secondVersion(db)
            try await db.store.activate(programme: second.programme, version: 2, town: town.id)
            let towns = try await db.store.towns()
            #expect(towns.map(\.policyVersion) == [2, 1] && towns.map(\.id) == [town.id, other.id])
            let loaded = try await db.store.loadForDraft(
                town: town.id, unit: town.units[0].place.unit, year: 2026, key: nil)
            #expect(loaded?.labels.activePolicyVersion == 2)
            let notes = try await db.asOwner("SELECT town, detail FROM liban.setup_record WHERE act = 'activatePolicy'")
            #expect(try notes.map { try $0.int(0) } == [Int64(town.id.raw)])
            #expect(try notes[0].text(1) == "书记立办 2")
        }
    }

    @Test func whatIsNotThereCannotBeFollowed() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            await #expect {
                try await db.store.activate(programme: town.policy.programme, version: 7, town: town.id)
            } throws: {
                CommitTests.isRefused($0, by: "active_policy_known")
            }
            await #expect {
                try await db.store.activate(programme: town.policy.programme, version: 1, town: TownID(99))
            } throws: {
                CommitTests.isRefused($0, by: "town_known")
            }
            #expect(try await db.store.towns().map(\.policyVersion) == [1])
            #expect(try await db.asOwner("SELECT FROM liban.setup_record WHERE act = 'activatePolicy'").count == 0)
        }
    }

    /// What was submitted keeps its programme, its version and its fund; a draft follows the town.
    @Test func aNewProgrammeTakesTheDraftsAndLeavesWhatWasSubmitted() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let submitted = try await Journey.begin(in: db, town)
            let draft = try await Journey.begin(in: db, town, unit: 1)
            try await submitted.commit([.submitted(Journey.submission())], by: town.secretaries[0], .secretary)
            let policy = Policy.peoplesBusiness
            try await db.store.addPolicy(policy)
            let fund = try await db.store.appropriate(
                town: town.id, programme: policy.programme, year: 2026, amount: Money(fen: 500), on: Journey.day,
                by: nil, reason: "指标下达")
            try await db.store.activate(programme: policy.programme, version: 1, town: town.id)
            let kept = try #require(try await db.store.load(submitted.id, key: nil))
            #expect(kept.labels.programme == "书记立办" && kept.fund?.id == town.fund)
            let taken = try #require(try await db.store.load(draft.id, key: nil))
            #expect(taken.labels.programme == "民事民办" && taken.fund?.id == fund)
            #expect(try await db.store.record(of: draft.id)?.labels == taken.labels)
            #expect(try await db.store.fold(of: draft.id)?.labels == taken.labels)
            // Its month starts at admission: submitted, it is due on no day yet.
            try await draft.commit(
                [.submitted(Submitted(policyVersion: 1, cap: policy.cap, due: nil))], by: town.secretaries[1],
                .secretary)
            #expect(try await db.store.record(of: draft.id)?.summary.dueOn == nil)
            try await draft.commit(
                [.admitted(Admitted(due: Journey.promise(in: 31, isProvisional: true)))], by: town.clerk, .clerk)
            #expect(try await db.store.record(of: draft.id)?.summary.dueOn == Journey.day.adding(days: 31))
            // Back to the first programme: both stay where they were submitted.
            try await db.store.activate(programme: town.policy.programme, version: 1, town: town.id)
            #expect(try await db.store.load(draft.id, key: nil)?.labels.programme == "民事民办")
            #expect(try await db.store.load(submitted.id, key: nil)?.labels.programme == "书记立办")
            let report = try await Verifier(store: db.store).verify()
            #expect(report.firstDifference == nil)
        }
    }

    static func secondVersion(_ db: TestDatabase) async throws -> Policy {
        var policy = Policy.secretaryActsNow
        policy.version = 2
        policy.cap = Money(fen: 60_000_000)
        policy.ladder[1].upTo = policy.cap
        try await db.store.addPolicy(policy)
        return policy
    }
}
