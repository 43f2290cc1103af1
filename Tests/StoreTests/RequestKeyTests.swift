import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct RequestKeyTests {
    @Test func theAnswerIsKeptWithTheEffect() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            let key = RequestKey(
                town: town.id, person: town.leader.id, key: "k-1", fingerprint: Journey.fingerprint)
            #expect(try await db.store.load(journey.id, key: key)?.replay == nil)
            try await journey.commit([.commented(Remark(words: "一"))], by: town.leader, .leader, key: "k-1")
            let replay = try #require(try await db.store.load(journey.id, key: key)?.replay)
            #expect(replay.status == 201 && replay.version == 2)
            #expect(replay.fingerprint == Journey.fingerprint && replay.body == Array("{\"好\":1}".utf8))
            let draft = try await db.store.loadForDraft(
                town: town.id, unit: town.units[1].place.unit, year: 2026, key: key)
            #expect(draft?.replay == replay && draft?.project == nil && draft?.fund?.id == town.fund)
            // Another person's key of the same text is another key.
            let other = RequestKey(town: town.id, person: town.clerk.id, key: "k-1", fingerprint: [])
            #expect(try await db.store.load(journey.id, key: other)?.replay == nil)
        }
    }

    @Test func aUsedKeyIsSaidBeforeAStaleVersion() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            let seen = try await db.store.load(journey.id, key: nil)
            let change = try await journey.change(
                [.commented(Remark(words: "一"))], by: town.leader, .leader, seen, "k-1")
            try await db.store.commit(change)
            await #expect(throws: StoreError.keyUsed) { try await db.store.commit(change) }
        }
    }

    @Test func ofTheSameRequestSentTwiceAtOnceOneIsCarriedOut() async throws {
        try await withDatabase(connections: 4) { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            for round in 1...20 {
                let seen = try await db.store.load(journey.id, key: nil)
                let change = try await journey.change(
                    [.commented(Remark(words: "一"))], by: town.leader, .leader, seen, "k-\(round)")
                let outcomes = await withTaskGroup(of: StoreError?.self) { group in
                    for _ in 0..<3 {
                        group.addTask {
                            do throws(StoreError) {
                                try await db.store.commit(change)
                                return nil
                            } catch {
                                return error
                            }
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.count { $0 == nil } == 1)
                #expect(outcomes.count { $0 == .keyUsed } == 2)
            }
            #expect(try await db.store.record(of: journey.id)?.summary.version == 21)
        }
    }

    /// Writes beside projects claim their key in the transaction of their effect; the answer follows, once.
    @Test func anEffectClaimsItsKey() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let key = RequestKey(
                town: town.id, person: town.director.id, key: "e-1", fingerprint: Journey.fingerprint)
            func give(_ reason: String, under key: RequestKey) async throws {
                let claim = RequestClaim { key }
                let leave = DutyException(
                    one: .verify, other: .accept, from: Journey.now.civilDate,
                    to: Journey.now.civilDate.adding(days: 9),
                    reason: reason)
                try await RequestClaim.$current.withValue(claim) {
                    try await db.store.addDutyException(leave, town: town.id, by: town.director.id)
                }
                #expect(claim.pending == nil, "one effect claims it, the next does not")
            }
            try await give("人少", under: key)
            #expect(try await db.store.answer(under: key) == .claimed(key))
            await #expect(throws: StoreError.keyUsed) { try await give("又一次", under: key) }
            #expect(try await db.store.dutyExceptions(town: town.id).map(\.reason) == ["人少"])
            let answer = StoredAnswer(fingerprint: key.fingerprint, status: 201, version: -1, body: Array("{}".utf8))
            try await db.store.settle(answer, under: key)
            #expect(try await db.store.answer(under: key) == answer)
            // What is kept is never replaced.
            try await db.store.settle(
                StoredAnswer(fingerprint: key.fingerprint, status: 200, version: 1, body: []), under: key)
            #expect(try await db.store.answer(under: key) == answer)
        }
    }
}
