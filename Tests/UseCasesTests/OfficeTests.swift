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
                try await town.installation.offices.allow(
                    DutyException(one: one, other: other, from: day(from), to: day(to), reason: reason),
                    by: by ?? town.sample.director)
            }
            func refused(
                _ refusal: OfficeRefusal, _ body: () async throws -> Void
            ) async { await #expect(throws: UseCaseError.officeRefused(refusal)) { try await body() } }
            await refused(.notTheDirector) { try await give(by: town.sample.clerk) }
            await refused(.sameDuty) { try await give(.award, .award) }
            await refused(.daysReversed) { try await give(to: "2026-09-01") }
            await refused(.dayPassed) { try await give(from: "2026-09-01") }
            await refused(.noReason) { try await give(reason: " ") }
            #expect(try await town.installation.store.dutyExceptions(town: town.sample.id).isEmpty)
            try await give()
            // The same again, as after a lost answer, is the leave already given.
            try await give()
            #expect(try await town.installation.store.dutyExceptions(town: town.sample.id).count == 1)
        }
    }

    /// What may I do, and why not: asked of the rules with the town's leave, as a command is.
    @Test func leaveShowsInWhatIsPossible() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let roles: [Role] = [.guidanceOfficer, .panelMember]
            let id = try await town.installation.store.addPeople(
                [
                    NewPerson(
                        name: "两职", login: nil, passwordHash: nil,
                        assignments: roles.map { Assignment(role: $0, scope: .town, from: SampleTown.firstDay) })
                ], town: town.sample.id)[0]
            let both = try #require(try await town.installation.store.person(id, town: town.sample.id))
            let project = try await town.submit()
            try await town.perform(.admit, on: project, by: town.sample.clerk)
            let visit = SiteVisit(visitedOn: day("2026-09-02"), recommended: true, opinion: "属实")
            try await town.perform(.verify(visit), on: project, by: both)
            try await town.perform(.award(Award(amount: Money(fen: 9_000_000))), on: project, by: town.sample.director)
            town.clock.move(to: day("2026-09-11"))
            try await town.perform(.concludeNotice(NoticeProof(proof: "照片")), on: project, by: town.sample.clerk)
            let secretary = town.sample.secretaries[0]
            try await town.perform(
                .recordStart(Start(contractor: "施工队", contractAmount: .zero, basis: "合同")), on: project, by: secretary)
            let photo = Document(kind: .afterPhoto, name: "完工")
            try await town.perform(
                .requestInspection(InspectionRequest(documents: [photo])), on: project, by: secretary)
            func refusal() async throws -> Refusal? {
                try await town.installation.reading.possibilities(project, for: both)
                    .first { $0.command == .accept }?.refusal
            }
            #expect(try await refusal() == .dutiesNotSeparate(.accept, .verify))
            try await town.installation.offices.allow(
                DutyException(
                    one: .verify, other: .accept, from: day("2026-09-11"), to: day("2026-12-31"), reason: "人少"),
                by: town.sample.director)
            #expect(try await refusal() == nil)
        }
    }

    /// For the days given the deputy awards beside the director; the day before and after they may not.
    @Test func aDeputyHoldsTheOfficeForTheDaysGiven() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let (store, offices, sample) = (town.installation.store, town.installation.offices, town.sample)
            func appoint(
                _ deputy: PersonID? = nil, for principal: PersonID? = nil, role: Role = .director,
                from: String = "2026-09-03", to: String = "2026-09-10", reason: String = "外出学习", by: Person? = nil
            ) async throws {
                try await offices.appoint(
                    Deputation(
                        role: role, principal: principal ?? sample.director.id, deputy: deputy ?? sample.finance.id,
                        from: day(from), to: day(to), reason: reason), by: by ?? sample.leader)
            }
            func refused(_ refusal: OfficeRefusal, _ body: () async throws -> Void) async {
                await #expect(throws: UseCaseError.officeRefused(refusal)) { try await body() }
            }
            await refused(.notTheDirector) { try await appoint(by: sample.clerk) }
            await refused(.samePerson) { try await appoint(sample.director.id) }
            await refused(.daysReversed) { try await appoint(to: "2026-09-02") }
            await refused(.dayPassed) { try await appoint(from: "2026-09-01") }
            await refused(.tooLong) { try await appoint(to: "2027-09-10") }
            await refused(.noReason) { try await appoint(reason: "　") }
            await refused(.notInOffice) { try await appoint(for: sample.clerk.id) }
            await refused(.notInOffice) { try await appoint(for: sample.admin.id, role: .admin) }
            try await appoint()
            try await appoint()
            let found = try #require(try await store.person(sample.finance.id, town: sample.id))
            #expect(found.assignments.filter { $0.standsInFor == sample.director.id }.count == 1)
            let place = sample.units[0].place
            for (text, holds) in [
                ("2026-09-02", false), ("2026-09-03", true), ("2026-09-10", true), ("2026-09-11", false),
            ] {
                #expect(found.holds(.director, over: place, on: day(text)) == holds, "\(text)")
            }
            #expect(!found.holds(.director, over: place, on: day("2026-09-05"), inOwnRight: true))
            // A deputy passes the office on to nobody.
            await refused(.notInOffice) { try await appoint(sample.panel[0].id, for: sample.finance.id) }
            try await offices.dismiss(
                sample.finance.id, standingInFor: sample.director.id, as: .director, by: sample.leader)
            let ended = try #require(try await store.person(sample.finance.id, town: sample.id))
            #expect(!ended.holds(.director, over: place, on: day("2026-09-04")))
        }
    }

    /// A wrong proposal is taken back with a reason; after that nobody confirms it, and the same can be proposed anew.
    @Test func aWrongHandoverIsWithdrawn() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let (handovers, sample) = (town.installation.handovers, town.sample)
            let terms = NewHandover(
                town: sample.id, unit: sample.units[0].place.unit, role: .secretary, from: sample.secretaries[0].id,
                to: sample.secretaries[1].id, on: day("2026-09-10"))
            let proposed = try await handovers.propose(terms, by: sample.clerk)
            _ = try await handovers.confirm(proposed.number, by: sample.secretaries[0], basis: "paper 交接书7")
            func refused(_ refusal: HandoverRefusal, _ body: () async throws -> Void) async {
                await #expect(throws: UseCaseError.handoverRefused(refusal)) { try await body() }
            }
            await refused(.notTheOffice) {
                _ = try await handovers.withdraw(proposed.number, by: sample.secretaries[0], reason: "人选有误")
            }
            await refused(.noReason) {
                _ = try await handovers.withdraw(proposed.number, by: sample.director, reason: " ")
            }
            let taken = try await handovers.withdraw(proposed.number, by: sample.director, reason: "人选有误")
            #expect(taken.isWithdrawn && !taken.isOpen && taken.withdrawalReason == "人选有误")
            #expect(taken.basisOfFrom == "paper 交接书7" && taken.basisOfTo == nil)
            await refused(.withdrawn) { _ = try await handovers.confirm(proposed.number, by: sample.secretaries[1]) }
            await refused(.withdrawn) {
                _ = try await handovers.withdraw(proposed.number, by: sample.director, reason: "再撤")
            }
            let old = try #require(try await town.installation.store.person(sample.secretaries[0].id, town: sample.id))
            #expect(old.assignments.first?.to == nil)
            let again = try await handovers.propose(terms, by: sample.clerk)
            #expect(again.number != proposed.number)
            _ = try await handovers.confirm(again.number, by: sample.secretaries[0])
            _ = try await handovers.confirm(again.number, by: sample.secretaries[1])
            await refused(.complete) { _ = try await handovers.withdraw(again.number, by: sample.clerk, reason: "晚了") }
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
