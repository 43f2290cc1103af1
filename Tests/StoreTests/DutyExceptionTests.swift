import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct DutyExceptionTests {
    static let leave = DutyException(
        one: .apply, other: .verify, from: Journey.day, to: Journey.day.adding(days: 30), reason: "指导员空缺")

    @Test func leaveIsKeptInOrderWithWhoGaveIt() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let other = try await SampleTown.make(in: db, name: "云岭镇")
            let second = DutyException(
                one: .award, other: .pay, from: Journey.day, to: Journey.day, reason: "财政所一人在岗")
            #expect(try await db.store.dutyExceptions(town: town.id).isEmpty)
            try await db.store.addDutyException(Self.leave, town: town.id, by: town.director.id)
            try await db.store.addDutyException(second, town: town.id, by: town.director.id)
            #expect(try await db.store.dutyExceptions(town: town.id) == [Self.leave, second])
            #expect(try await db.store.dutyExceptions(town: other.id).isEmpty)
            let rows = try await db.asOwner(
                "SELECT person FROM liban.duty_exception WHERE given_at > now() - interval '1 hour'")
            #expect(try rows.map { try $0.int(0) } == [Int64(town.director.id.raw), Int64(town.director.id.raw)])
            let notes = try await db.asOwner(
                "SELECT detail FROM liban.setup_record WHERE act = 'addDutyException' AND town = \(town.id) ORDER BY id"
            )
            #expect(try notes[0].text(0).hasSuffix(": 指导员空缺") && notes.count == 2)
        }
    }

    @Test func whatCannotBeLeaveIsRefusedAndNotNoted() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let day = Journey.day
            let backwards = DutyException(one: .apply, other: .pay, from: day, to: day.adding(days: -1), reason: "忙")
            await #expect {
                try await db.store.addDutyException(backwards, town: town.id, by: town.director.id)
            } throws: {
                CommitTests.isRefused($0, by: "duty_exception_days_in_order")
            }
            #expect(try await db.asOwner("SELECT FROM liban.setup_record WHERE act = 'addDutyException'").count == 0)
        }
    }

    /// The database keeps duties apart on its own, until the log says that leave was used.
    @Test func oneHandMayHoldTwoDutiesOnlyWithTheExceptionInTheLog() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            let secretary = town.secretaries[0]
            try await journey.commit([.submitted(Journey.submission())], by: secretary, .secretary)
            try await journey.commit([.admitted(Admitted(due: nil))], by: town.clerk, .clerk)
            let visit = Event.verified(SiteVisit(visitedOn: Journey.day, recommended: true, opinion: "属实"))
            await #expect {
                try await journey.commit([visit], by: secretary, .guidanceOfficer)
            } throws: {
                CommitTests.isRefused($0, by: "duties_separate")
            }
            try await journey.commit([.dutyExceptionUsed(Self.leave), visit], by: secretary, .guidanceOfficer)
            let fold = try #require(try await db.store.fold(of: journey.id)?.project)
            #expect(fold.duties.exceptionUsed && fold.duties.verifier == secretary.id && fold.version == 5)
            let report = try await Verifier(store: db.store).verify()
            #expect(report.firstDifference == nil)
        }
    }
}
