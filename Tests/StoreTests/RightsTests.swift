import Postgres
import TestSupport
import Testing

@testable import Store
@testable import Workflow

/// What the service's role and everybody else may not do.
struct RightsTests {
    static let kept = [
        "project_event", "ledger_movement", "refused_attempt", "setup_record", "duty_exception", "reminder", "handover",
        "handover_project", "fund_act", "encumbrance_resolution", "chart_edition", "town_map",
        "project_file", "opinion", "opinion_step",
        "warning_answer", "register_version",
    ].map { "liban." + $0 }

    @Test func theServiceCannotAlterWhatWasWrittenDown() async throws {
        try await withDatabase { db in
            let user = try await db.asService("SELECT current_user::text, session_user::text")
            #expect(try user[0].text(0) == "liban_service" && user[0].text(1) == "liban_service")
            for table in Self.kept {
                for sql in ["UPDATE \(table) SET town = town", "DELETE FROM \(table)", "TRUNCATE \(table)"] {
                    await #expect(throws: DatabaseError.self, "\(sql)") { try await db.asService(sql) }
                    #expect(await Self.state(of: sql, db) == "42501", "\(sql)")
                }
            }
        }
    }

    @Test(arguments: [
        "CREATE TABLE liban.x (i int)", "CREATE TABLE public.x (i int)", "DROP TABLE liban.outbox",
        "ALTER TABLE liban.project_event DISABLE TRIGGER append_only",
        "DROP TRIGGER append_only ON liban.project_event",
        "ALTER TABLE liban.fund DROP CONSTRAINT award_within_fund", "CREATE ROLE x", "CREATE SCHEMA x",
        "SET session_replication_role = replica", "DELETE FROM liban.project", "DELETE FROM liban.request_key",
        "UPDATE liban.request_key SET body = 'x'", "UPDATE liban.account SET password_hash = 'x'",
        "UPDATE liban.person SET name = 'x'", "UPDATE liban.assignment SET role = 'admin'",
        "UPDATE liban.assignment SET from_on = '2020-01-01'", "DELETE FROM liban.assignment",
        "UPDATE liban.town SET name = 'x'", "UPDATE liban.policy SET body = '{}'",
        "UPDATE liban.handover SET first_day = '2026-01-01'",
        "INSERT INTO liban.state_transition VALUES ('draft', 'closedOut')",
        "UPDATE liban.session SET expires_at = now()",
        "CREATE FUNCTION liban.f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "COPY liban.town TO '/tmp/x'",
    ])
    func theServiceHasNoOtherRights(sql: String) async throws {
        try await withDatabase { db in
            #expect(await Self.state(of: sql, db) == "42501")
        }
    }

    @Test func notEvenTheOwnerAltersTheLogBySlip() async throws {
        try await withDatabase { db in
            try await ConstraintTests.inExecution(db)
            for table in Self.kept + ["liban.policy", "liban.state_transition"] {
                for sql in [
                    "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE",
                    "UPDATE \(table) SET \(Self.column(of: table))",
                ] {
                    do throws(DatabaseError) {
                        try await db.asOwner(sql)
                        Issue.record("not refused: \(sql)")
                    } catch {
                        guard case .rolledBack(let refusal) = error else { throw error }
                        #expect(refusal.constraint == "append_only", "\(sql): \(refusal)")
                    }
                }
            }
        }
    }

    @Test func theServicesSessionsEndByThemselves() async throws {
        try await withDatabase { db in
            let rows = try await db.asOwner(
                "SELECT unnest(rolconfig) FROM pg_roles WHERE rolname = 'liban_service' ORDER BY 1")
            #expect(
                try rows.map { try $0.text(0) } == [
                    "idle_in_transaction_session_timeout=10s", "lock_timeout=2s", "statement_timeout=5s",
                ])
            let role = try await db.asOwner(
                """
                SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
                FROM pg_roles WHERE rolname = 'liban_service'
                """)
            #expect(try role[0].bool(0) == false)
        }
    }

    private static func column(of table: String) -> String {
        switch table {
        case "liban.policy": "version = version"
        case "liban.state_transition": "to_state = to_state"
        case _: "town = town"
        }
    }

    private static func state(of sql: String, _ db: TestDatabase) async -> String {
        do throws(DatabaseError) {
            try await db.asService(sql)
            return "done"
        } catch {
            guard case .rolledBack(let refusal) = error else { return "\(error)" }
            return refusal.sqlstate
        }
    }
}
