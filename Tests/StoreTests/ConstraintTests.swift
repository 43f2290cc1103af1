import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Every named rule of the database, provoked past the core by the owner.
struct ConstraintTests {
    struct Offence: Sendable, CustomTestStringConvertible {
        let rule: String
        let sql: String

        init(_ rule: String, _ sql: String) {
            self.rule = rule
            self.sql = sql
        }

        /// Changes the one project, which is in execution with an award of 80,000.00 yuan of a cap of 500,000.00.
        static func project(_ rule: String, _ set: String) -> Offence {
            Offence(rule, "UPDATE liban.project SET \(set)")
        }

        static func fund(_ rule: String, _ set: String) -> Offence { Offence(rule, "UPDATE liban.fund SET \(set)") }

        /// A third event after the project's newest, `values` in place of what would be right.
        static func event(
            _ rule: String, seq: String = "seq + 1", previous: String = "hash", effective: String = "effective_on",
            late: String = "NULL"
        ) -> Offence {
            Offence(
                rule,
                """
                INSERT INTO liban.project_event (town, year, serial, seq, kind, body, person, role, effective_on,
                    recorded_at, late_reason, previous_hash, hash)
                SELECT town, year, serial, \(seq), 'commented', '{}', person, role, \(effective), recorded_at, \(late),
                    \(previous), sha256('x')
                FROM liban.project_event ORDER BY seq DESC LIMIT 1
                """)
        }

        static func movement(
            _ rule: String, kind: String = "encumber", from: String = "free", to: String = "encumbered",
            amount: String = "1", effective: String = "'2026-01-01'", reason: String = "'x'", fund: String = "id",
            cause: String = "NULL, NULL, NULL", corrects: String = "NULL"
        ) -> Offence {
            Offence(
                rule,
                """
                INSERT INTO liban.ledger_movement (town, year, fund, number, kind, from_account, to_account,
                    amount_fen, project_year, project_serial, event_seq, reason, effective_on, recorded_at, corrects)
                SELECT town, year, \(fund), movements + 1, '\(kind)', '\(from)', '\(to)', \(amount), \(cause),
                    \(reason), \(effective), '2026-03-05 12:00+08', \(corrects) FROM liban.fund
                """)
        }

        static func resolution(_ rule: String, _ values: String) -> Offence {
            Offence(rule, "INSERT INTO liban.encumbrance_resolution VALUES (1, 2026, 1, \(values))")
        }

        static func source(_ rule: String, _ values: String) -> Offence {
            Offence(rule, "INSERT INTO liban.project_source VALUES (1, 2026, 1, 1, \(values))")
        }

        static func act(
            _ rule: String, act: String = "open", fund: String = "1", person: String = "7", reason: String = "新年度",
            effective: String = "2026-03-05"
        ) -> Offence {
            Offence(
                rule,
                """
                INSERT INTO liban.fund_act (town, fund, number, act, person, reason, effective_on, recorded_at)
                VALUES (1, \(fund), 1, '\(act)', \(person), '\(reason)', '\(effective)', '2026-03-05 12:00+08')
                """)
        }

        static func exception(
            _ rule: String, one: String = "apply", other: String = "verify", to: String = "2026-02-01",
            reason: String = "人手不足", person: String = "7"
        ) -> Offence {
            Offence(
                rule,
                """
                INSERT INTO liban.duty_exception (town, one_duty, other_duty, from_on, to_on, reason, person)
                VALUES (1, '\(one)', '\(other)', '2026-02-01', '\(to)', '\(reason)', \(person))
                """)
        }

        static func handover(_ rule: String, values: String) -> Offence {
            Offence(
                rule,
                """
                INSERT INTO liban.handover (town, unit, role, from_person, to_person, first_day, proposed_by,
                    proposed_at, from_confirmed_at, to_confirmed_at, completed_at) VALUES (1, \(values))
                """)
        }

        static func reminder(_ rule: String, _ values: String) -> Offence {
            Offence(
                rule,
                """
                INSERT INTO liban.reminder (town, year, serial, kind, basis, version)
                SELECT \(values) FROM liban.project
                """)
        }

        var testDescription: String { "\(rule): \(sql.prefix(120))" }
    }

    static let offences: [Offence] = [
        Offence(
            "state_known",
            "INSERT INTO liban.project SELECT (jsonb_populate_record(p, "
                + "'{\"serial\": 9, \"state\": \"accepted\"}')).* FROM liban.project p"),
        .project("transition_declared", "state = 'closedOut', settled_fen = 0"),
        .project("transition_declared", "state = 'draft'"),
        .project("begins_as_draft", "version = 1"),
        .project("request_within_cap", "requested_fen = cap_fen + 1"),
        .project("award_within_cap", "awarded_fen = cap_fen + 1"),
        .project("award_within_cap", "cap_fen = NULL"),
        .project("amounts_in_range", "disbursed_fen = -1"),
        .project("amounts_in_range", "requested_fen = 100000000001, cap_fen = 200000000000"),
        .project("spending_within_award", "disbursed_fen = awarded_fen + 1"),
        .project("recovery_within_paid", "disbursed_fen = 5, recovered_fen = 6"),
        .project("settlement_within_award", "settled_fen = awarded_fen + 1"),
        .project("encumbrance_not_negative", "encumbered_fen = -1"),
        .project("duties_separate", "verifier = applicant"),
        .project("duties_separate", "awarder = applicant"),
        .project("duties_separate", "acceptor = applicant"),
        .project("duties_separate", "payer = applicant"),
        .project("duties_separate", "closer = applicant"),
        .project("duties_separate", "awarder = verifier"),
        .project("duties_separate", "acceptor = verifier"),
        .project("duties_separate", "acceptor = awarder"),
        .project("duties_separate", "payer = awarder"),
        .project("duties_separate", "payer = verifier"),
        .project("duties_separate", "closer = verifier"),
        .project("duties_separate", "closer = awarder"),
        .project("duties_separate", "acceptor = 1000, closer = 1000"),
        .project("pause_counted", "paused_days = -1"),
        .project("due_after_submission", "due_on = submitted_on - 1"),
        .project("due_after_submission", "submitted_on = NULL"),
        .project("extended_once", "extensions = 2"),
        .project("blocker_dated", "blocker = 'x'"),
        .project("head_hash_whole", "head_hash = 'x'"),
        .project("project_of_unit", "unit = 999"),
        .fund("award_within_fund", "free_fen = -1, encumbered_fen = appropriated_fen + 1"),
        .fund("fund_balances", "free_fen = free_fen + 1"),
        .fund("encumbrance_not_negative", "free_fen = appropriated_fen + 1, encumbered_fen = -1"),
        .fund("recovery_within_paid", "free_fen = free_fen + 1, recovered_fen = 1"),
        .fund("payment_not_negative", "encumbered_fen = encumbered_fen + 1, disbursed_fen = -1"),
        .fund("year_end_not_negative", "free_fen = free_fen + 1, swept_fen = -1"),
        .fund("closed_year_empty", "closed_on = '2026-03-05'"),
        .act("fund_act_known", act: "pause"), .act("fund_act_explained", reason: " "),
        .act("fund_act_of_fund", fund: "99"), .act("fund_act_by_person", person: "99"),
        .act("effective_not_future", effective: "2026-03-06"),
        .project("fund_year_later", "fund_year = year"),
        .project("retention_within_limit", "settled_fen = 1000, retained_fen = 31"),
        .project("retention_within_limit", "retained_fen = 1"),
        .project("ended_holds_nothing", "state = 'terminated'"),
        .resolution("encumbrance_resolved_once", "5, 6, 'voided'), (1, 2026, 1, 5, 6, 'settled'"),
        .resolution("resolution_known", "5, 6, 'lost'"), .resolution("resolution_after_award", "5, 5, 'voided'"),
        .resolution("resolution_of_award", "77, 78, 'voided'"),
        .source("source_spent_within_received", "'labour', 5, 1, 2"), .source("source_known", "'gift', 5, 1, 1"),
        .source("source_promise_not_negative", "'labour', -1, 1, 1"),
        .event("event_once", seq: "seq"),
        .event("event_follows_previous", previous: "sha256('another')"),
        .event("event_follows_previous", seq: "seq + 2"),
        .event("first_event_unchained", previous: "''"),
        .event("effective_not_future", effective: "liban.civil_day(recorded_at) + 1"),
        .event("late_entry_explained", effective: "effective_on - 2"),
        .event("late_entry_explained", effective: "effective_on - 2", late: "'  '"),
        .movement("movement_accounts", from: "free", to: "disbursed"),
        .movement("movement_accounts", kind: "appropriate", from: "free", to: "source"),
        .movement("movement_accounts", kind: "encumber", corrects: "2"),
        .movement(
            "correction_reverses_whole", kind: "appropriate", from: "free", to: "source", corrects: "1"),
        .movement(
            "correction_reverses_whole", kind: "sweep", from: "swept", to: "free", amount: "300000000", corrects: "1"),
        .movement(
            "correction_looks_back", kind: "appropriate", from: "free", to: "source", corrects: "3"),
        .movement("amounts_in_range", amount: "0"),
        .movement("movement_explained", reason: "' '"),
        .movement("effective_not_future", effective: "'2026-03-06'"),
        .movement("movement_of_fund", fund: "id + 1"),
        .movement("movement_of_event", cause: "2026, 1, 77"),
        .movement("movement_of_whole_event", cause: "2026, 1, NULL"),
        Offence(
            "town_named_once",
            "INSERT INTO liban.town (name, county, number_prefix, programme, policy_version) "
                + "SELECT name, county, number_prefix, programme, policy_version FROM liban.town"),
        Offence("role_known", "UPDATE liban.assignment SET role = 'mayor'"),
        Offence("scope_single", "UPDATE liban.assignment SET unit = 1, area = 1"),
        Offence("assignment_days_in_order", "UPDATE liban.assignment SET to_on = from_on - 1"),
        Offence("active_policy_known", "UPDATE liban.town SET policy_version = 2"),
        Offence("active_policy_known", "UPDATE liban.town SET programme = '别的'"),
        .exception("duty_known", one: "mayor"),
        .exception("other_duty_known", other: "mayor"),
        .exception("duties_differ", one: "verify"),
        .exception("duty_exception_days_in_order", to: "2026-01-31"),
        .exception("duty_exception_explained", reason: " "),
        .exception("duty_exception_by_person", person: "999"),
        .handover("handover_between_two", values: "1, 'secretary', 1, 1, '2026-04-01', 6, now(), NULL, NULL, NULL"),
        .handover("handover_of_unit", values: "99, 'secretary', 1, 2, '2026-04-01', 6, now(), NULL, NULL, NULL"),
        .handover("handover_from_person", values: "1, 'secretary', 99, 2, '2026-04-01', 6, now(), NULL, NULL, NULL"),
        .handover("handover_to_person", values: "1, 'secretary', 1, 99, '2026-04-01', 6, now(), NULL, NULL, NULL"),
        .handover("handover_by_person", values: "1, 'secretary', 1, 2, '2026-04-01', 99, now(), NULL, NULL, NULL"),
        .handover(
            "handover_confirmed_by_both", values: "1, 'secretary', 1, 2, '2026-04-01', 6, now(), now(), NULL, now()"),
        .handover(
            "handover_confirmed_by_both", values: "1, 'secretary', 1, 2, '2026-04-01', 6, now(), now(), now(), NULL"),
        .reminder("reminder_known", "town, year, serial, 'sometime', due_on, version"),
        .reminder("reminder_of_project", "town, year, serial + 1, 'overdue', due_on, version"),
        Offence(
            "account_hashed",
            "INSERT INTO liban.account (login, town, person, password_hash) "
                + "SELECT 'x', town, id, 'secret' FROM liban.person LIMIT 1"),
    ]

    /// One database for all: every offence is rolled back.
    @Test func everyNamedRuleRefusesUnderItsName() async throws {
        try await withDatabase { db in
            try await Self.inExecution(db)
            for offence in Self.offences {
                do throws(DatabaseError) {
                    try await db.asOwner(offence.sql)
                    Issue.record("not refused: \(offence)")
                } catch {
                    guard case .rolledBack(let refusal) = error else { throw error }
                    #expect(refusal.constraint == offence.rule, "\(offence): \(refusal)")
                }
            }
        }
    }

    @Test func aGoodEventAndMovementWouldPass() async throws {
        // The offences differ from these by one value: so it is that value they are refused for.
        try await withDatabase { db in
            try await Self.inExecution(db)
            try await db.asOwner(Offence.event("").sql)
            try await db.asOwner(Offence.event("", seq: "seq + 1", effective: "effective_on - 2", late: "'病假'").sql)
            try await db.asOwner(Offence.movement("").sql)
            try await db.asOwner(Offence.act("").sql)
            try await db.asOwner(Offence.exception("").sql)
            let values = "1, 'secretary', 1, 2, '2026-04-01', 6, now(), now(), now(), now()"
            try await db.asOwner(Offence.handover("", values: values).sql)
            try await db.asOwner(Offence.reminder("", "town, year, serial, 'overdue', due_on, version").sql)
            try await db.asOwner("UPDATE liban.project SET due_on = NULL")
            try await db.asOwner("UPDATE liban.project SET duty_exception = true, verifier = applicant")
        }
    }

    @Test func everyRuleOfTheCoreHasItsConstraint() async throws {
        try await withDatabase { db in
            let rows = try await db.asOwner(
                """
                SELECT conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace AND nspname = 'liban'
                UNION SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
                """)
            let names = Set(try rows.map { try $0.text(0) })
            let cited = Set(ruleIndex.compactMap(\.constraint))
            #expect(cited.isSubset(of: names), "missing: \(cited.subtracting(names))")
        }
    }

    @Test func aTextThatCannotBeStoredIsRefusedAsSuch() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            await #expect {
                _ = try await Journey.begin(in: db, town, title: "路\u{0}灯")
            } throws: {
                CommitTests.isRefused($0, by: "value_storable")
            }
        }
    }

    static func inExecution(_ db: TestDatabase) async throws {
        let town = try await SampleTown.make(in: db)
        let journey = try await Journey.begin(in: db, town)
        try await journey.toApproval()
        try await journey.commit([journey.award(8_000_000)], by: town.director, .director)
    }
}
