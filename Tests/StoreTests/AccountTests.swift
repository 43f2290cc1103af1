import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct AccountTests {
    static let now = Journey.now

    @Test func aSessionIsThePersonUntilItIsClosedOrOver() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let hash = [UInt8](repeating: 3, count: 32)
            try await db.store.openSession(
                NewSession(
                    tokenHash: hash, person: town.officer.id, town: town.id, openedAt: Self.now,
                    expiresAt: Self.now.adding(seconds: 60)))
            #expect(try await db.store.session(tokenHash: hash, now: Self.now) == town.officer)
            #expect(try await db.store.session(tokenHash: hash, now: Self.now.adding(seconds: 60)) == nil)
            #expect(try await db.store.session(tokenHash: [UInt8](repeating: 4, count: 32), now: Self.now) == nil)
            try await db.store.closeSession(tokenHash: hash, now: Self.now)
            #expect(try await db.store.session(tokenHash: hash, now: Self.now) == nil)
            // Closing what is closed is no error, and keeps the first time.
            try await db.store.closeSession(tokenHash: hash, now: Self.now.adding(seconds: 5))
        }
    }

    @Test func failuresLockAndTheLockStartsTheCountAgain() async throws {
        try await withDatabase { db in
            let secrets = try SodiumSecrets(cost: .test)
            let hash = try #require(await secrets.hashPassword("立办-2026"))
            let town = try await SampleTown.make(in: db, passwordHash: hash)
            func locked() async throws -> Instant? { try await db.store.account(login: "clerk")?.lockedUntil }
            func fail() async throws {
                try await db.store.countFailure(login: "clerk", now: Self.now, lockAfter: 3, lockSeconds: 300)
            }
            let account = try #require(try await db.store.account(login: "clerk"))
            #expect(account.person == town.clerk && account.passwordHash == hash && account.lockedUntil == nil)
            try await fail()
            try await fail()
            #expect(try await locked() == nil)
            try await fail()
            #expect(try await locked() == Self.now.adding(seconds: 300))
            try await db.store.clearFailures(login: "clerk")
            #expect(try await locked() == nil)
            try await fail()
            try await fail()
            try await db.store.clearFailures(login: "clerk")
            try await fail()
            #expect(try await locked() == nil)
            #expect(try await db.store.account(login: "nobody") == nil)
        }
    }

    @Test func aLoginIsGivenOnce() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, passwordHash: "$argon2id$x")
            let twin = NewPerson(name: "同名", login: "clerk", passwordHash: "$argon2id$x", assignments: [])
            await #expect {
                _ = try await db.store.addPeople([twin], town: town.id)
            } throws: {
                CommitTests.isRefused($0, by: "login_once")
            }
            #expect(try await db.store.people(town: town.id).count == 13)
        }
    }
}
