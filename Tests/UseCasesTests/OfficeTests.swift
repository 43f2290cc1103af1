import Postgres
import Store
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Boot

/// What the office does beside projects: programmes, funds, leave, handovers.
struct OfficeTests {
    @Test func newSubmissionsFollowTheActivatedProgrammeAndRunningOnesKeepTheirs() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let old = try await town.submit()
            var policy = Policy.secretaryActsNow
            policy.version = 2
            policy.month = .days(20, rolls: true)
            policy.limits = StageLimits(application: 1, review: 1, approval: 1, acceptance: 1, mending: 1)
            policy.noticeWorkingDays = 3
            try await town.installation.programmes.add(policy)
            try await town.installation.programmes.activate(policy.programme, version: 2, in: town.sample.id)
            let new = try await town.submit(title: "新办法")
            let store = town.installation.store
            #expect(try await store.record(of: old)?.summary.policyVersion == 1)
            #expect(try await store.record(of: new)?.summary.policyVersion == 2)
            #expect(try await store.record(of: new)?.summary.dueOn == day("2026-09-22"))
            #expect(try await store.policies().map(\.version) == [1, 2])
        }
    }

    @Test func aPolicyThatCannotWorkIsNotStored() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            var policy = Policy.secretaryActsNow
            (policy.version, policy.panelMinimum, policy.noticeWorkingDays) = (2, 0, 30)
            let problems = policy.problems
            #expect(problems.count == 2)
            await #expect(throws: UseCaseError.policyRefused(problems)) {
                try await town.installation.programmes.add(policy)
            }
            let stored = try await town.installation.store.policies()
            #expect(stored == [.secretaryActsNow])
        }
    }

    @Test func leaveIsTheDirectorsDatedAndExplained() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            func give(
                _ one: Duty = .verify, _ other: Duty = .accept, from: String = "2026-09-02", to: String = "2026-12-31",
                reason: String = "只有一名指导员", by: Person? = nil
            ) async throws {
                try await town.installation.giveDutyException(
                    DutyException(one: one, other: other, from: day(from), to: day(to), reason: reason),
                    in: town.town, by: by ?? town.sample.director)
            }
            func refused(
                _ refusal: Installation.DutyExceptionRefusal, _ body: () async throws -> Void
            ) async { await #expect(throws: refusal) { try await body() } }
            await refused(.notTheDirector) { try await give(by: town.sample.clerk) }
            await refused(.sameDuty) { try await give(.award, .award) }
            await refused(.daysReversed) { try await give(to: "2026-09-01") }
            await refused(.dayPassed) { try await give(from: "2026-09-01") }
            await refused(.noReason) { try await give(reason: " ") }
            #expect(try await town.installation.store.dutyExceptions(town: town.sample.id).isEmpty)
            try await give()
            #expect(try await town.installation.store.dutyExceptions(town: town.sample.id).count == 1)
        }
    }

    /// On the day the old secretary may do nothing more, and the new one submits; the day before it is the other way.
    @Test func aHandoverEndsTheOldAuthorityOnTheDay() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let open = try await town.submit()
            let store = town.installation.store
            let newcomer = try await store.addPeople(
                [NewPerson(name: "新书记", login: nil, passwordHash: nil, assignments: [])], town: town.sample.id)[0]
            let old = town.sample.secretaries[0].id
            let terms = NewHandover(
                town: town.sample.id, unit: town.sample.units[0].place.unit, role: .secretary, from: old,
                to: newcomer, on: day("2026-09-10"))
            let handovers = town.installation.handovers
            func person(_ id: PersonID) async throws -> Person {
                try #require(try await store.person(id, town: town.sample.id))
            }
            let proposed = try await handovers.propose(terms, by: town.sample.clerk)
            #expect(proposed.projects == [open])
            _ = try await handovers.confirm(proposed.number, by: try await person(old))
            #expect(try await person(old).assignments.first?.to == nil)
            #expect(try await handovers.confirm(proposed.number, by: try await person(newcomer)).isComplete)

            let place = town.sample.units[0].place
            for (id, text, holds) in [
                (old, "2026-09-09", true), (old, "2026-09-10", false), (newcomer, "2026-09-09", false),
                (newcomer, "2026-09-10", true),
            ] {
                #expect(try await person(id).holds(.secretary, over: place, on: day(text)) == holds)
            }
            town.clock.move(to: day("2026-09-09"))
            _ = try await town.submit(title: "旧任末日", by: try await person(old))
            town.clock.move(to: day("2026-09-10"))
            await #expect(throws: UseCaseError.refused(.roleNotPermitted(.draft))) {
                _ = try await town.submit(title: "越权", by: try await person(old))
            }
            _ = try await town.submit(title: "新任首日", by: try await person(newcomer))
        }
    }
}
