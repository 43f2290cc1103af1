import Postgres
import TestSupport
import Testing

@testable import Store
@testable import Workflow

/// The lists of words the database checks are the core's own.
struct WordListTests {
    @Test func theTransitionsAreTheArrowsOfTheCore() async throws {
        try await withDatabase { db in
            let rows = try await db.asOwner("SELECT from_state || ' ' || to_state FROM liban.state_transition")
            let stored = Set(try rows.map { try $0.text(0) })
            let declared = State.allCases.flatMap { from in from.successors.map { "\(from.rawValue) \($0.rawValue)" } }
            #expect(stored == Set(declared))
        }
    }

    @Test(arguments: [
        ("state_known", "liban.project", State.allCases.map(\.rawValue)),
        ("role_known", "liban.assignment", Role.allCases.map(\.rawValue)),
        ("duty_known", "liban.duty_exception", Duty.allCases.map(\.rawValue)),
        ("other_duty_known", "liban.duty_exception", Duty.allCases.map(\.rawValue)),
        ("reminder_known", "liban.reminder", Reminder.Kind.allCases.map(\.rawValue)),
        ("resolution_known", "liban.encumbrance_resolution", Resolution.How.allCases.map(\.rawValue)),
        ("source_known", "liban.project_source", SourceKind.allCases.map(\.rawValue)),
        ("fund_act_known", "liban.fund_act", ["open", "close", "reopen"]),
        (
            "movement_accounts", "liban.ledger_movement",
            Movement.Kind.allCases.map { "\($0.rawValue) \($0.accounts.from.rawValue) \($0.accounts.to.rawValue)" }
                + [" ", " ", " "]
        ),
    ])
    func aCheckListsTheCoresWords(rule: String, table: String, words: [String]) async throws {
        try await withDatabase { db in
            let rows = try await db.asOwner(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = $1 AND conrelid = $2::regclass",
                [.text(rule), .text(table)])
            let definition = try rows[0].text(0)
            let quoted = definition.split(separator: "'", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            #expect(quoted.sorted() == words.sorted())
        }
    }
}
