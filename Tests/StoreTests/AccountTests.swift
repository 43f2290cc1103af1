import Postgres
import TestSupport
import Testing

@testable import Store
@testable import UseCases
@testable import Workflow

/// Accounts and sessions on the real database.
struct AccountTests {
    static let now = Journey.now

    static func entry(_ town: SampleTown, _ act: AuditAct = .signIn, by person: Person? = nil) -> AuditEntry {
        AuditEntry(
            town: town.id, person: person?.id, act: act, result: .done, subject: "x", detail: "", origin: .current,
            at: now)
    }

    static func session(
        _ person: Person, _ mark: UInt8, seconds: Int64 = 3600, idle: Int64 = 600, limit: SessionLimit? = nil,
        address: String = "10.0.0.7"
    ) -> NewSession {
        NewSession(
            tokenHash: [UInt8](repeating: mark, count: 32), person: person.id, town: person.town, openedAt: now,
            expiresAt: now.adding(seconds: seconds), idleSeconds: idle, limit: limit, address: address,
            client: "curl\u{7}/8\n")
    }

    @Test func aSessionEndsByItselfTwice() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let session = Self.session(town.officer, 3, seconds: 3600, idle: 600)
            try await db.store.signIn(SigningIn(session: session, audit: [Self.entry(town)]))
            func live(_ seconds: Int64) async throws -> LiveSession? {
                try await db.store.session(tokenHash: session.tokenHash, now: Self.now.adding(seconds: seconds))
            }
            #expect(try await live(599)?.person == town.officer)
            #expect(try await live(600) == nil, "idle")
            try await db.store.touchSession(tokenHash: session.tokenHash, now: Self.now.adding(seconds: 590))
            #expect(try await live(1100) != nil)
            for seconds in stride(from: Int64(1000), to: 3600, by: 500) {
                try await db.store.touchSession(tokenHash: session.tokenHash, now: Self.now.adding(seconds: seconds))
            }
            #expect(try await live(3599) != nil)
            #expect(try await live(3600) == nil, "absolute")
            try await db.store.closeSession(tokenHash: session.tokenHash, now: Self.now, audit: nil)
            #expect(try await live(1) == nil)
        }
    }

    @Test func peopleSeeAndEndTheirOwnSessions() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for (mark, person) in [(UInt8(1), town.clerk), (2, town.clerk), (3, town.leader)] {
                try await db.store.signIn(SigningIn(session: Self.session(person, mark), audit: []))
            }
            let mine = try await db.store.sessions(of: town.clerk.id, town: town.id, now: Self.now)
            #expect(mine.count == 2 && mine.allSatisfy { $0.client == "curl/8" && $0.address == "10.0.0.7" })
            let others = try await db.store.sessions(of: town.leader.id, town: town.id, now: Self.now)
            func end(_ number: Int64?) async throws -> Bool {
                try await db.store.closeSessions(
                    of: town.clerk.id, town: town.id, number: number, now: Self.now,
                    audit: Self.entry(town, .sessionClosed))
            }
            #expect(try await !end(others[0].number), "somebody else's")
            #expect(try await end(mine[0].number))
            #expect(try await db.store.sessions(of: town.clerk.id, town: town.id, now: Self.now).count == 1)
            #expect(try await end(nil))
            #expect(try await !end(nil))
            #expect(try await db.store.sessions(of: town.leader.id, town: town.id, now: Self.now).count == 1)
        }
    }

    @Test func failuresAreCountedByKeyAndForgottenAfterADay() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let keys = SignInThrottle.keys(login: "clerk", address: "10.0.0.7", isKnown: true)
            for _ in 1...3 { try await db.store.countFailure(keys, audit: Self.entry(town)) }
            let found = try await db.store.attempts(keys, now: Self.now)
            #expect(found.count == 3 && found.values.allSatisfy { $0.failures == 3 && $0.lastAt == Self.now })
            #expect(try await db.store.attempts(keys, now: Self.now.adding(seconds: 86_401)) == [:])
            var entry = SigningIn(session: Self.session(town.clerk, 1), audit: [])
            entry.cleared = keys.filter { $0.kind != .address }
            try await db.store.signIn(entry)
            #expect(try await db.store.attempts(keys, now: Self.now).keys.map(\.kind) == [.address])
        }
    }

    @Test func anAddressIsFamiliarForThirtyDays() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            func isFamiliar(_ address: String, _ days: Int64 = 0) async throws -> Bool {
                try await db.store.isFamiliar(
                    address, to: town.clerk.id, town: town.id, now: Self.now.adding(seconds: days * 86_400))
            }
            // Half a sign-in makes nothing familiar: an attacker with the password alone has one.
            try await db.store.signIn(
                SigningIn(session: Self.session(town.clerk, 1, limit: .secondFactor, address: "203.0.113.9"), audit: [])
            )
            try await db.store.signIn(SigningIn(session: Self.session(town.clerk, 2), audit: []))
            #expect(try await isFamiliar("10.0.0.7"))
            #expect(try await isFamiliar("10.0.0.7", 29))
            #expect(try await !isFamiliar("10.0.0.7", 31))
            #expect(try await !isFamiliar("203.0.113.9"))
        }
    }

    @Test func aNewPasswordEndsTheOtherSessionsAndIsRemembered() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, passwordHash: "$argon2id$one")
            for mark in [UInt8(1), 2] {
                try await db.store.signIn(
                    SigningIn(session: Self.session(town.clerk, mark, limit: .newPassword), audit: []))
            }
            let code = NewPasswordCode(
                person: town.clerk.id, town: town.id, hash: "$argon2id$code", issuedBy: town.admin.id,
                issuedAt: Self.now, expiresAt: Self.now.adding(seconds: 60))
            try await db.store.issueCode(code, audit: Self.entry(town, .passwordCodeIssued))
            func live() async throws -> String? {
                try await db.store.passwordCode(of: town.clerk.id, town: town.id, now: Self.now)
            }
            #expect(try await live() == "$argon2id$code")
            #expect(
                try await db.store.passwordCode(
                    of: town.clerk.id, town: town.id, now: Self.now.adding(seconds: 60)) == nil)
            try await db.store.setPassword(
                of: town.clerk.id, town: town.id, hash: "$argon2id$two", now: Self.now,
                but: [UInt8](repeating: 2, count: 32), audit: Self.entry(town, .passwordChanged))
            #expect(try await live() == nil, "used up")
            let left = try await db.store.session(tokenHash: [UInt8](repeating: 2, count: 32), now: Self.now)
            #expect(left != nil && left?.limit == nil)
            #expect(try await db.store.session(tokenHash: [UInt8](repeating: 1, count: 32), now: Self.now) == nil)
            let former = try await db.store.formerPasswords(of: town.clerk.id, town: town.id, limit: 5)
            #expect(former == ["$argon2id$one"])
            #expect(try await db.store.account(login: "clerk")?.passwordHash == "$argon2id$two")
            #expect(try await db.store.account(of: town.clerk.id, town: town.id)?.login == "clerk")
        }
    }

    @Test func theNewestCodeCounts() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, passwordHash: "$argon2id$one")
            for hash in ["$argon2id$a", "$argon2id$b"] {
                try await db.store.issueCode(
                    NewPasswordCode(
                        person: town.clerk.id, town: town.id, hash: hash, issuedBy: nil, issuedAt: Self.now,
                        expiresAt: Self.now.adding(seconds: 60)), audit: Self.entry(town))
            }
            #expect(
                try await db.store.passwordCode(of: town.clerk.id, town: town.id, now: Self.now) == "$argon2id$b")
            let own = NewPasswordCode(
                person: town.clerk.id, town: town.id, hash: "$argon2id$c", issuedBy: town.clerk.id,
                issuedAt: Self.now, expiresAt: Self.now.adding(seconds: 60))
            await #expect {
                try await db.store.issueCode(own, audit: Self.entry(town))
            } throws: {
                CommitTests.isRefused($0, by: "password_code_for_another")
            }
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

    @Test func aBlockEndsSessionsAndTokens() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, passwordHash: "$argon2id$x")
            try await db.store.signIn(SigningIn(session: Self.session(town.clerk, 1), audit: []))
            let token = CredentialTests.token(town.clerk, 9)
            _ = try await db.store.issueToken(token, audit: Self.entry(town))
            try await db.store.block(
                town.clerk.id, town: town.id, at: Self.now, audit: Self.entry(town, .accountBlocked))
            #expect(try await db.store.session(tokenHash: [UInt8](repeating: 1, count: 32), now: Self.now) == nil)
            #expect(try await db.store.token(hash: token.hash, now: Self.now) == nil)
            #expect(try await db.store.account(login: "clerk")?.blockedAt == Self.now)
            await #expect {
                try await db.store.block(town.clerk.id, town: town.id, at: Self.now, audit: Self.entry(town))
            } throws: {
                CommitTests.isRefused($0, by: "account_there")
            }
            try await db.store.block(town.clerk.id, town: town.id, at: nil, audit: Self.entry(town))
            #expect(try await db.store.account(login: "clerk")?.blockedAt == nil)
            #expect(try await db.store.token(hash: token.hash, now: Self.now) == nil, "a revoked token stays so")
            let listed = try await db.store.accounts(town: town.id, after: PersonID(0), limit: 100)
            #expect(listed.count == 13 && listed.first { $0.login == "clerk" }?.hasPassword == true)
        }
    }
}
