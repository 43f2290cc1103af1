import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Somebody with every right rewrites a row; the verification names it.
struct VerifierTests {
    struct Tampering: Sendable, CustomTestStringConvertible {
        let sql: String
        let found: String

        init(_ sql: String, _ found: String) {
            self.sql = sql
            self.found = found
        }

        var testDescription: String { sql }
    }

    static let tamperings: [Tampering] = [
        Tampering(
            "UPDATE liban.project_event SET body = replace(body, '属实', '不实') WHERE serial = 2 AND seq = 4",
            "project 1-2026-2 event 4: hash differs (项目 1-2026-2 第 4 条记录：散列值不符)"),
        Tampering(
            "UPDATE liban.project_event SET person = person + 1 WHERE serial = 2 AND seq = 3",
            "project 1-2026-2 event 3: hash differs"),
        Tampering(
            "UPDATE liban.project_event SET recorded_at = recorded_at + '1 us' WHERE serial = 1 AND seq = 1",
            "project 1-2026-1 event 1: hash differs"),
        Tampering(
            "UPDATE liban.project_event SET effective_on = effective_on - 1 WHERE serial = 1 AND seq = 2",
            "project 1-2026-1 event 2: hash differs"),
        Tampering(
            "UPDATE liban.project_event SET late_reason = '' WHERE serial = 1 AND seq = 2",
            "project 1-2026-1 event 2: hash differs"),
        Tampering(
            "UPDATE liban.project_event SET hash = sha256('x') WHERE serial = 2 AND seq = 5",
            "project 1-2026-2 event 5: hash differs"),
        Tampering(
            "DELETE FROM liban.project_event WHERE serial = 2 AND seq = 2", "project 1-2026-2 event 2: is missing"),
        Tampering(
            "DELETE FROM liban.project_event WHERE serial = 1 AND seq = 4", "project 1-2026-1 event 4: is missing"),
        Tampering("DELETE FROM liban.project_event WHERE serial = 1", "project 1-2026-1 event 1: is missing"),
        Tampering(
            "UPDATE liban.project SET title = '修大路' WHERE serial = 2", "project 1-2026-2: columns differ from the log"),
        Tampering("UPDATE liban.project SET acceptor = 999 WHERE serial = 2", "project 1-2026-2: columns differ"),
        Tampering("UPDATE liban.project SET paused_days = 1 WHERE serial = 2", "project 1-2026-2: columns differ"),
        Tampering(
            "UPDATE liban.project SET duty_exception = true WHERE serial = 1", "project 1-2026-1: columns differ"),
        Tampering(
            "UPDATE liban.project SET waits_for = '{clerk}' WHERE serial = 1", "project 1-2026-1: columns differ"),
        Tampering("UPDATE liban.project SET blocker = '别的' WHERE serial = 2", "project 1-2026-2: columns differ"),
        Tampering("UPDATE liban.project SET pending = '[]' WHERE serial = 2", "project 1-2026-2: columns differ"),
        Tampering(
            "UPDATE liban.project SET due_nominal = due_nominal + 1 WHERE serial = 1",
            "project 1-2026-1: columns differ"),
        Tampering("UPDATE liban.project SET due_on = due_on + 1 WHERE serial = 1", "project 1-2026-1: columns differ"),
        Tampering("UPDATE liban.project SET head_hash = sha256('x') WHERE serial = 1", "project 1-2026-1: head hash"),
        Tampering("UPDATE liban.project SET version = version - 1 WHERE serial = 2", "project 1-2026-2: version"),
        Tampering(
            "UPDATE liban.project SET fold = replace(fold::text, '修路灯', '修大路')::json WHERE serial = 2",
            "project 1-2026-2: stored fold differs from the log"),
        Tampering("UPDATE liban.project SET fold = '{}' WHERE serial = 1", "project 1-2026-1: stored fold"),
        Tampering(
            "UPDATE liban.ledger_movement SET amount_fen = amount_fen + 1 WHERE kind = 'encumber'",
            "movement 2 of fund 1 of town 1: differs from the log (镇 1 资金 1 第 2 号流水：与记录不符)"),
        Tampering(
            "UPDATE liban.ledger_movement SET person = person + 1 WHERE kind = 'disburse'",
            "movement 3 of fund 1 of town 1: differs from the log"),
        Tampering(
            "UPDATE liban.ledger_movement SET effective_on = effective_on - 30 WHERE kind = 'release'",
            "movement 4 of fund 1 of town 1: differs from the log"),
        Tampering(
            "DELETE FROM liban.ledger_movement WHERE kind = 'disburse'",
            "project 1-2026-2 event 11: its movement is missing or altered"),
        Tampering(
            "UPDATE liban.ledger_movement SET amount_fen = amount_fen + 1 WHERE kind = 'appropriate'",
            "movement 1 of fund 1 of town 1: is not what was sealed (镇 1 资金 1 第 1 号流水：与封存时不符)"),
        Tampering(
            "UPDATE liban.fund SET free_fen = free_fen + 5, appropriated_fen = appropriated_fen + 5",
            "fund 1 of town 1: balance differs"),
        Tampering(
            "UPDATE liban.ledger_movement SET number = 9 WHERE kind = 'release'",
            "movement 4 of fund 1 of town 1: is missing"),
        Tampering(
            "DELETE FROM liban.ledger_movement WHERE kind = 'appropriate'",
            "movement 1 of fund 1 of town 1: is missing"),
        Tampering(
            "UPDATE liban.ledger_movement SET reason = '别的' WHERE kind = 'appropriate'",
            "movement 1 of fund 1 of town 1: is not what was sealed"),
        Tampering(
            "UPDATE liban.encumbrance_resolution SET resolution = 'voided'",
            "project 1-2026-2: ends of its encumbrances differ from the log"),
        Tampering(
            "UPDATE liban.project SET fund_year = 2027 WHERE serial = 2", "project 1-2026-2: columns differ"),
        Tampering("DELETE FROM liban.project WHERE serial = 1", "project 1-2026-1 event 1: belongs to nothing"),
    ]

    @Test func whoeverRewritesThePastIsNamedByItsFirstRow() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            try await Journey.begin(in: db, town, unit: 1).toApproval()
            let second = try await Journey.begin(in: db, town)
            try await second.toApproval()
            for step in second.fromAwardToCloseOut(8_000_000) {
                try await second.commit([step.event], by: step.by, step.role)
            }
            let good = try await Verifier(store: db.store).verify()
            #expect(good.firstDifference == nil)
            #expect(good.projects == 2 && good.events == 17 && good.movements == 4)
            for tampering in Self.tamperings {
                // Checks and triggers are off, and the rows are put back afterwards.
                try await Self.asTamperer(
                    """
                    CREATE TABLE e AS SELECT town, year, serial, seq, kind, body, person, role, effective_on,
                        recorded_at, late_reason, previous_hash, hash FROM liban.project_event
                    """, db)
                for table in ["project", "fund", "ledger_movement", "encumbrance_resolution"] {
                    try await Self.asTamperer("CREATE TABLE \(table) AS TABLE liban.\(table)", db)
                }
                try await Self.asTamperer(tampering.sql, db)
                let report = try await Verifier(store: db.store).verify()
                #expect(report.firstDifference?.hasPrefix(tampering.found) == true, "\(tampering.sql): \(report)")
                try await Self.restore(db)
            }
            #expect(try await Verifier(store: db.store).verify() == good)
        }
    }

    @Test func progressIsToldAndAnEmptyDatabaseIsGood() async throws {
        try await withDatabase { db in
            let report = try await Verifier(store: db.store).verify { _ in Issue.record("there is nothing to tell") }
            #expect(report == VerifyReport())
        }
    }

    private static func restore(_ db: TestDatabase) async throws {
        for table in ["encumbrance_resolution", "ledger_movement", "project_event", "project", "fund"] {
            try await asTamperer("DELETE FROM liban.\(table)", db)
        }
        for table in ["project", "fund", "ledger_movement", "encumbrance_resolution"] {
            try await asTamperer("INSERT INTO liban.\(table) SELECT * FROM \(table)", db)
        }
        try await asTamperer(
            """
            INSERT INTO liban.project_event (town, year, serial, seq, kind, body, person, role, effective_on,
                recorded_at, late_reason, previous_hash, hash) SELECT * FROM e
            """, db)
        for table in ["e", "project", "fund", "ledger_movement", "encumbrance_resolution"] {
            try await asTamperer("DROP TABLE \(table)", db)
        }
    }

    /// With the rights of a superuser who switches triggers and foreign keys off.
    static func asTamperer(_ sql: String, _ db: TestDatabase) async throws {
        let quoted = sql.replacing("'", with: "''")
        try await db.asOwner(
            """
            DO $tamper$ BEGIN
                SET LOCAL session_replication_role = replica;
                EXECUTE '\(quoted)';
            END $tamper$
            """)
    }
}
