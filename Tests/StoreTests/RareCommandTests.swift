import TestSupport
import Testing

@testable import Store
@testable import UseCases
@testable import Workflow

/// Commands that random play is mostly refused, carried out on PostgreSQL through the one door; what is stored then
/// says the same as its log.
struct RareCommandTests {
    private static let fen: Int64 = 8_000_000

    private static func execution(_ db: TestDatabase, _ town: SampleTown) async throws -> Journey {
        let journey = try await Journey.begin(in: db, town)
        try await journey.toApproval()
        for step in journey.fromAwardToCloseOut(fen).prefix(3) {
            try await journey.commit([step.event], by: step.by, step.role)
        }
        return journey
    }

    /// Carries commands out one after the other; every one of them is an event of the log.
    private static func perform(
        _ commands: [(Command, Person)], on journey: Journey, after days: Int = 0
    ) async throws -> Project {
        let morning = UseCaseTests.Morning(journey.db, after: days)
        for (command, person) in commands {
            do { try await morning.perform(command, on: journey.id, by: person) } catch {
                Issue.record("\(command.kind): \(error)")
            }
        }
        #expect(try await Verifier(store: journey.db.store).verify().firstDifference == nil)
        return try #require(try await journey.db.store.load(journey.id, key: nil)?.project)
    }

    @Test func duringTheWorks() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Self.execution(db, town)
            let lower = Amendment(amount: Money(fen: Self.fen - 500_000), reason: "少做两盏")
            let due = Journey.day.adding(days: 35)
            let project = try await Self.perform(
                [
                    (.requestAmendment(lower), town.secretaries[0]),
                    (.decideAmendment(AmendmentRuling(approved: true, reason: "同意")), town.director),
                    (.extend(Extension(newDueOn: due, reason: "连续阴雨")), town.director),
                    (.dispatch(Dispatch(department: "供电所", task: "迁电杆", by: due)), town.clerk),
                    (.signDispatch(DispatchSigned(dispatch: 1, signedBy: "供电所小李")), town.clerk),
                    (.answerDispatch(DispatchAnswer(dispatch: 1, feedback: "已迁")), town.clerk),
                    (.recordReceipt(SourceReceipt(source: 1, amount: Money(fen: 100), evidence: "收1")), town.finance),
                    (
                        .recordSpending(
                            SourceSpending(source: 1, amount: Money(fen: 60), payee: "宏达", voucher: "支1")),
                        town.finance
                    ),
                ], on: journey)
            #expect(project.clock.dueOn == due && project.money.awarded == lower.amount)
        }
    }

    @Test func atTheInspectionAndAfter() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Self.execution(db, town)
            let road = journey.fromAwardToCloseOut(Self.fen)
            let request = try #require(road.first { $0.event.kind == .inspectionRequested })
            let accepted = try #require(road.first { $0.event.kind == .accepted })
            try await journey.commit([request.event], by: request.by, request.role)
            let again = Rectification(items: ["灯杆歪斜"], dueOn: Journey.day.adding(days: 3))
            let mending = try await Self.perform([(.demandRectification(again), town.panel[0])], on: journey)
            #expect(mending.state == .inRectification)
            for step in [request, accepted] {
                try await journey.commit([step.event], by: step.by, step.role)
            }
            let retained = Money(fen: Self.fen / 50)
            let paid = Money(fen: Self.fen - retained.fen)
            let until = Journey.day.adding(days: 90)
            try await journey.commit(
                [
                    .disbursed(Payment(amount: paid, payee: "宏达", invoice: "FP-1", voucher: "1")),
                    .settled(Settlement(actual: Money(fen: Self.fen), retained: retained, retainedUntil: until)),
                ], by: town.finance, .finance)
            let back = RetentionReturn(
                payment: Payment(amount: retained, payee: "宏达", accountName: "宏达", invoice: "FP-2", voucher: "2"))
            let project = try await Self.perform([(.returnRetention(back), town.finance)], on: journey, after: 91)
            #expect(project.money.disbursed == Money(fen: Self.fen))
        }
    }

    @Test func onNotice() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            let awarded = Awarded(
                amount: Money(fen: Self.fen), conditions: "", noticeEndsOn: Journey.day.adding(days: 7))
            try await journey.commit([.awarded(awarded)], by: town.director, .director)
            let project = try await Self.perform(
                [
                    (.object(Objection(words: "位置不当")), town.clerk),
                    (
                        .resolveObjection(ObjectionRuling(objection: 1, upheld: false, reason: "已现场说明")),
                        town.director
                    ),
                ], on: journey)
            #expect(project.state == .onNotice)
        }
    }
}
