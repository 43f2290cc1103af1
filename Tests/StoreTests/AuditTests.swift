import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// The audit trail on the real database: its chain, its order under load, what may go, and what shows.
struct AuditTests {
    private static let now = Journey.now

    private static func entry(
        _ town: TownID, _ act: AuditAct = .signIn, by person: PersonID? = nil, at: Instant = now, subject: String = "x"
    ) -> AuditEntry {
        AuditEntry(
            town: town, person: person, act: act, result: .done, subject: subject, detail: "说明: \"1:2\"",
            origin: Origin(address: "10.1.2.3", request: "r1"), at: at)
    }

    private static func verification(_ db: TestDatabase) throws -> AuditVerification {
        AuditVerification(
            log: AuditLog(store: db.store, clock: FixedNow()), secrets: try SodiumSecrets(cost: .test))
    }

    private struct FixedNow: WallClock {
        func now() -> Instant { AuditTests.now }
    }

    @Test func whatIsWrittenIsFoundAndHolds() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for number in 1...5 {
                try await db.store.append(
                    Self.entry(town.id, number == 3 ? .export : .signIn, by: town.clerk.id, subject: "s\(number)"))
            }
            try await db.store.append(Self.entry(TownID(0)))
            var query = AuditQuery(town: town.id, limit: 3)
            let page = try await db.store.audit(query)
            #expect(page.map(\.number) == [5, 4, 3])
            #expect(page[0].name == town.clerk.name && page[0].entry.origin.address == "10.1.2.3")
            query.before = 3
            #expect(try await db.store.audit(query).map(\.entry.subject) == ["s2", "s1"])
            query.before = nil
            query.act = .export
            #expect(try await db.store.audit(query).map(\.number) == [3])
            query.act = nil
            query.subject = "s4"
            #expect(try await db.store.audit(query).map(\.number) == [4])
            query.person = town.leader.id
            #expect(try await db.store.audit(query) == [])
            for chain in try await db.store.auditChains() {
                #expect(try await Self.verification(db).firstDifference(chain) == nil)
            }
        }
    }

    /// Forty at once: no number twice, no gap, and the chain holds.
    @Test func manyAtOnceMakeOneChain() async throws {
        try await withDatabase(connections: 8) { db in
            let town = try await SampleTown.make(in: db)
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask { try? await db.store.append(Self.entry(town.id, subject: "\(number)")) }
                }
            }
            let chain = try #require(try await db.store.auditChains().first { $0.town == town.id })
            #expect(chain.length == 40)
            #expect(try await Self.verification(db).firstDifference(chain) == nil)
        }
    }

    @Test(arguments: [
        "subject = 'y'", "at = at + interval '1 second'", "person = NULL", "result = 'refused'", "request = 'r2'",
        "subject = subject || '5:', detail = 'x'", "hash = sha256('x')", "previous_hash = sha256('x')",
    ])
    func anyAlterationIsNamed(_ change: String) async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for _ in 1...3 { try await db.store.append(Self.entry(town.id, by: town.clerk.id)) }
            try await db.asOwner("ALTER TABLE liban.audit_entry DISABLE TRIGGER append_only")
            try await db.asOwner("UPDATE liban.audit_entry SET \(change) WHERE number = 2")
            let chain = try #require(try await db.store.auditChains().first)
            let found = try await Self.verification(db).firstDifference(chain)
            #expect(found?.number == 2 && found?.what == .altered)
        }
    }

    @Test func aMissingEntryIsNamed() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            for _ in 1...3 { try await db.store.append(Self.entry(town.id)) }
            try await db.asOwner("ALTER TABLE liban.audit_entry DISABLE TRIGGER audit_kept")
            let chain = try #require(try await db.store.auditChains().first)
            for (number, what) in [(3, AuditDifference.What.missing), (1, .missing)] {
                try await db.asOwner("DELETE FROM liban.audit_entry WHERE number = \(number)")
                let found = try await Self.verification(db).firstDifference(chain)
                #expect(found?.number == Int64(number) && found?.what == what)
            }
        }
    }

    /// Half a year stays whoever asks; what is older goes from the front, and the rest still holds.
    @Test func onlyWhatIsOldGoes() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let today = try await db.asOwner("SELECT (extract(epoch FROM now()) * 1000000)::bigint")
            let now = Instant(microseconds: try today[0].int(0))
            for days in [400, 300, 190, 100] {
                try await db.store.append(Self.entry(town.id, at: now.adding(seconds: Int64(-days) * 86_400)))
            }
            func prune(_ days: Int) async throws(DatabaseError) -> Int64? {
                try? await db.asOwner("SELECT liban.prune_audit(\(town.id), now() - interval '\(days) days')")[0].int(0)
            }
            do throws(DatabaseError) {
                try await db.asOwner("SELECT liban.prune_audit(\(town.id), now())")
                Issue.record("younger ones went")
            } catch {
                guard case .rolledBack(let refusal) = error else { throw error }
                #expect(refusal.constraint == "append_only")
            }
            #expect(try await prune(200) == 2)
            #expect(try await prune(200) == 0)
            let chain = try #require(try await db.store.auditChains().first)
            #expect((chain.removed, chain.length) == (2, 4))
            #expect(try await Self.verification(db).firstDifference(chain) == nil)
            await #expect(throws: StoreError.self) {
                _ = try await db.store.pruneAudit(town: town.id, before: now.adding(seconds: -300 * 86_400))
            }
        }
    }

    @Test(arguments: [
        "INSERT INTO liban.audit_entry SELECT * FROM liban.audit_entry", "UPDATE liban.audit_entry SET act = 'x'",
        "DELETE FROM liban.audit_entry", "TRUNCATE liban.audit_entry", "UPDATE liban.audit_chain SET length = 0",
        "DELETE FROM liban.audit_chain", "SELECT liban.prune_audit(1, now())",
    ])
    func theServiceOnlyAdds(_ sql: String) async throws {
        try await withDatabase { db in
            try await db.store.append(Self.entry(TownID(1)))
            await #expect(throws: DatabaseError.self) { try await db.asService(sql) }
        }
    }

    /// A refused command leaves its line in the same transaction as the record of the attempt.
    @Test func refusedCommandsAreNoted() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            try await db.store.record(
                RefusedAttempt(
                    town: town.id, project: nil, person: town.clerk.id, command: .award, code: "roleNotPermitted",
                    at: Self.now))
            let found = try await db.store.audit(AuditQuery(town: town.id, limit: 10))
            #expect(found.map(\.entry.act) == [.commandRefused])
            #expect(found.first?.entry.detail == "award: roleNotPermitted")
        }
    }

    @Test func administratorsAreKeptApartByTheDatabase() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            func give(_ person: PersonID, _ role: String, _ from: String, _ to: String = "NULL") async throws {
                try await db.asOwner(
                    """
                    INSERT INTO liban.assignment (town, person, role, from_on, to_on)
                    VALUES (\(town.id), \(person), '\(role)', '\(from)', \(to))
                    """)
            }
            for (person, role) in [
                (town.admin.id, "securityAdmin"), (town.admin.id, "auditAdmin"), (town.admin.id, "clerk"),
                (town.clerk.id, "auditAdmin"),
            ] {
                await #expect(throws: DatabaseError.self) { try await give(person, role, "2026-03-01") }
            }
            // Two offices of projects may meet, and an administrator may have been something else before.
            try await give(town.clerk.id, "panelMember", "2026-03-01")
            try await give(town.admin.id, "clerk", "2025-01-01", "'2025-12-31'")
        }
    }
}
