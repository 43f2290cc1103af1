import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Administration, by page or by command, stands in the audit trail, in the transaction of its effect.
struct AdministrationAuditTests {
    @Test func everyActLeavesItsLine() async throws {
        try await withDatabase { db in
            let (town, store) = (try await SampleTown.make(in: db), db.store)
            let (day, now) = (Journey.day, Journey.now)
            func found() async throws -> [AuditEntry] {
                try await store.audit(AuditQuery(town: town.id, limit: 100)).map(\.entry).reversed()
            }
            #expect(try await found().isEmpty)
            var policy = town.policy
            policy.version = 7
            // By the owner's command it concerns every town that follows the programme; by a person, theirs.
            try await store.addPolicy(policy)
            try await store.activate(programme: policy.programme, version: 7, town: town.id)
            try await Origin.$current.withValue(Origin(address: "10.0.0.7", request: "r-7")) {
                try await store.activate(programme: policy.programme, version: 1, town: town.id, by: town.director.id)
            }
            let terms = Deputation(
                role: .clerk, principal: town.clerk.id, deputy: town.leader.id, from: day, to: day.adding(days: 3),
                reason: "出差")
            try await store.addDeputy(terms, town: town.id, by: town.director.id)
            let leave = DutyException(one: .verify, other: .accept, from: day, to: day.adding(days: 9), reason: "人少")
            try await store.addDutyException(leave, town: town.id, by: town.director.id)
            let handover = HandoverTests.terms(
                town, from: town.secretaries[0], to: try await HandoverTests.newcomer(db, town))
            let number = try await store.propose(handover, by: town.clerk.id, at: now)
            try await store.confirm(number, town: town.id, by: handover.to, at: now, basis: "signed in")
            try await store.withdraw(number, town: town.id, by: town.clerk.id, at: now, reason: "写错了")
            let act = FundAct(by: town.director.id, reason: "云财〔2027〕1号", on: day, at: now)
            let fund = try await store.open(NewFund(town: town.id, programme: policy.programme, year: 2027), act)
            try await store.mark(.close, fund, town: town.id, act)
            let entries = try await found()
            let acts: [AuditAct] = [
                .policyAdded, .policyActivated, .policyActivated, .administration, .administration, .handoverProposed,
                .handoverConfirmed, .administration, .administration, .administration,
            ]
            #expect(entries.map(\.act) == acts)
            let people = [
                nil, nil, town.director.id, town.director.id, town.director.id, town.clerk.id, handover.to,
                town.clerk.id, town.director.id, town.director.id,
            ]
            #expect(entries.map(\.person) == people)
            #expect(entries[1].origin == .command && entries[2].origin.address == "10.0.0.7")
            #expect(entries[8].subject == "fund \(policy.programme) 2027 opened" && entries[8].detail == act.reason)
        }
    }
}
