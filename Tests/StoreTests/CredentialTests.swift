import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Authenticators, recovery codes, tokens, outside identities and offices on the real database.
struct CredentialTests {
    static let now = Journey.now

    static func token(_ person: Person, _ mark: UInt8, days: Int64 = 30) -> NewAccessToken {
        NewAccessToken(
            hash: [UInt8](repeating: mark, count: 32), person: person.id, town: person.town, name: "取数",
            scopes: [.read, .command], issuedAt: now, expiresAt: now.adding(seconds: days * 86_400))
    }

    /// Twenty sign-ins with the same code at once: one enters.
    @Test func aCodeLetsOneIn() async throws {
        try await withDatabase(connections: 8) { db in
            let town = try await SampleTown.make(in: db, passwordHash: "$argon2id$x")
            let entry = AccountTests.entry(town)
            try await db.store.beginSecondFactor(of: town.clerk.id, town: town.id, sealed: [1, 2, 3])
            #expect(try await db.store.waitingSecondFactor(of: town.clerk.id, town: town.id) == [1, 2, 3])
            #expect(try await db.store.account(login: "clerk")?.secondFactor == nil, "not before its first code")
            let codes = (0..<10).map { [UInt8](repeating: UInt8($0), count: 32) }
            try await db.store.confirmSecondFactor(
                of: town.clerk.id, town: town.id, step: 5, codes: codes, now: Self.now, audit: entry)
            #expect(try await db.store.account(login: "clerk")?.secondFactor == .init(sealed: [1, 2, 3], lastStep: 5))
            await #expect(throws: StoreError.self) {
                try await db.store.beginSecondFactor(of: town.clerk.id, town: town.id, sealed: [9])
            }
            func enter(_ mark: UInt8, step: Int64? = nil, recovery: [UInt8]? = nil) async -> Bool {
                var entry = SigningIn(session: AccountTests.session(town.clerk, mark), audit: [])
                (entry.step, entry.recoveryCode) = (step, recovery)
                do { try await db.store.signIn(entry) } catch { return false }
                return true
            }
            #expect(await !enter(1, step: 5), "the step of the confirmation")
            let entered = await withTaskGroup(of: Bool.self) { group in
                for mark in 10..<30 { group.addTask { await enter(UInt8(mark), step: 6) } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(entered == 1)
            let recovered = await withTaskGroup(of: Bool.self) { group in
                for mark in 40..<60 { group.addTask { await enter(UInt8(mark), recovery: codes[3]) } }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(recovered == 1)
            #expect(await !enter(70, recovery: [UInt8](repeating: 99, count: 32)))
            #expect(try await db.store.recoveryCodesLeft(of: town.clerk.id, town: town.id) == 9)
            #expect(try await db.store.sessions(of: town.clerk.id, town: town.id, now: Self.now).count == 2)
            #expect(try await db.store.removeSecondFactor(of: town.clerk.id, town: town.id, audit: entry))
            #expect(try await !db.store.removeSecondFactor(of: town.clerk.id, town: town.id, audit: entry))
            #expect(try await db.store.recoveryCodesLeft(of: town.clerk.id, town: town.id) == 0)
        }
    }

    /// The session that had to set an authenticator up opens with it, and no other does.
    @Test func enrolmentOpensTheSessionThatWaited() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, passwordHash: "$argon2id$x")
            for (mark, limit) in [(UInt8(1), SessionLimit.enrolment), (2, .secondFactor), (3, .newPassword)] {
                try await db.store.signIn(
                    SigningIn(session: AccountTests.session(town.clerk, mark, limit: limit), audit: []))
            }
            func limit(_ mark: UInt8) async throws -> SessionLimit? {
                try await db.store.session(tokenHash: [UInt8](repeating: mark, count: 32), now: Self.now)?.limit
            }
            // Not by asking the function alone.
            try await db.asService("SELECT liban.open_limited_sessions(\(town.id), \(town.clerk.id))")
            #expect(try await limit(1) == .enrolment)
            try await db.store.beginSecondFactor(of: town.clerk.id, town: town.id, sealed: [1])
            try await db.store.confirmSecondFactor(
                of: town.clerk.id, town: town.id, step: 1, codes: [], now: Self.now, audit: AccountTests.entry(town))
            #expect(try await limit(1) == nil)
            #expect(try await limit(2) == .secondFactor)
            #expect(try await limit(3) == .newPassword)
        }
    }

    @Test func tokensAreDatedScopedAndRevocable() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, passwordHash: "$argon2id$x")
            let entry = AccountTests.entry(town, .tokenIssued)
            let token = Self.token(town.clerk, 1)
            let number = try await db.store.issueToken(token, audit: entry)
            let live = try #require(try await db.store.token(hash: token.hash, now: Self.now))
            #expect(live.person == town.clerk && live.scopes == [.read, .command] && live.lastUsedAt == nil)
            try await db.store.touchToken(hash: token.hash, now: Self.now)
            #expect(try await db.store.token(hash: token.hash, now: Self.now)?.lastUsedAt == Self.now)
            #expect(try await db.store.token(hash: token.hash, now: token.expiresAt) == nil)
            func revoke(_ person: Person) async throws -> Bool {
                try await db.store.revokeToken(
                    number, of: person.id, town: town.id, now: Self.now, audit: entry)
            }
            #expect(try await !revoke(town.leader))
            #expect(try await revoke(town.clerk))
            #expect(try await !revoke(town.clerk))
            #expect(try await db.store.token(hash: token.hash, now: Self.now) == nil)
            #expect(try await db.store.tokens(of: town.clerk.id, town: town.id).first?.revokedAt == Self.now)
            await #expect {
                _ = try await db.store.issueToken(Self.token(town.clerk, 2, days: 400), audit: entry)
            } throws: {
                CommitTests.isRefused($0, by: "access_token_dated")
            }
            for mark in 10..<30 { _ = try await db.store.issueToken(Self.token(town.clerk, UInt8(mark)), audit: entry) }
            await #expect {
                _ = try await db.store.issueToken(Self.token(town.clerk, 99), audit: entry)
            } throws: {
                CommitTests.isRefused($0, by: "access_tokens_few")
            }
        }
    }

    @Test func anIdentityIsLinkedOnceAndByAnother() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db, passwordHash: "$argon2id$x")
            func link(_ subject: String, _ person: Person, by administrator: Person) async throws(StoreError) {
                try await db.store.link(
                    issuer: "https://sso", subject: subject, to: person.id, town: town.id, by: administrator.id,
                    now: Self.now, audit: AccountTests.entry(town, .identityLinked))
            }
            try await link("a", town.clerk, by: town.admin)
            let found = try await db.store.person(issuer: "https://sso", subject: "a")
            #expect(found?.person == town.clerk.id && found?.town == town.id)
            #expect(try await db.store.person(issuer: "https://other", subject: "a") == nil)
            for (subject, person, rule) in [
                ("a", town.leader, "outside_identity_once"), ("b", town.clerk, "outside_identity_once_a_person"),
                ("c", town.admin, "outside_identity_by_another"),
            ] {
                await #expect {
                    try await link(subject, person, by: town.admin)
                } throws: {
                    CommitTests.isRefused($0, by: rule)
                }
            }
            #expect(try await db.store.unlink(town.clerk.id, town: town.id, audit: AccountTests.entry(town)))
            #expect(try await db.store.person(issuer: "https://sso", subject: "a") == nil)
        }
    }

    @Test func officesAreGivenAndEnded() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let entry = AccountTests.entry(town, .assignmentGiven)
            let day = CivilDate(dayNumber: 20_600)
            let panel = Assignment(role: .panelMember, scope: .town, from: day)
            try await db.store.give(panel, to: town.clerk.id, town: town.id, audit: entry)
            #expect(try await db.store.person(town.clerk.id, town: town.id)?.assignments.contains(panel) == true)
            await #expect {
                try await db.store.give(
                    Assignment(role: .auditAdmin, scope: .town, from: day), to: town.clerk.id, town: town.id,
                    audit: entry)
            } throws: {
                CommitTests.isRefused($0, by: "administrators_separate")
            }
            func end(_ role: Role) async throws -> Bool {
                try await db.store.end(role, of: town.clerk.id, town: town.id, lastDay: day, audit: entry)
            }
            #expect(try await end(.panelMember))
            #expect(try await !end(.panelMember), "it has ended by then")
            #expect(try await !end(.leader))
            let later = CivilDate(dayNumber: 20_601)
            #expect(try await db.store.person(town.clerk.id, town: town.id)?.holds(.panelMember, on: later) == false)
            // The trail is written with each of them.
            #expect(try await db.store.auditChains().first { $0.town == town.id }?.length == 4)
        }
    }

    @Test func sealedSecretsOpenOnlyWithTheirKey() throws {
        let key = SodiumSecrets.freshKey()
        let (one, same, other) = (
            try SodiumSecrets(cost: .test, sealingKey: key), try SodiumSecrets(cost: .test, sealingKey: key),
            try SodiumSecrets(cost: .test)
        )
        let sealed = one.seal([1, 2, 3])
        #expect(same.open(sealed) == [1, 2, 3] && other.open(sealed) == nil)
        #expect(one.seal([1, 2, 3]) != sealed, "a nonce of its own each time")
        for place in sealed.indices {
            var altered = sealed
            altered[place] ^= 1
            #expect(one.open(altered) == nil)
        }
        #expect(one.open([]) == nil && one.open([UInt8](repeating: 0, count: 40)) == nil)
    }
}
