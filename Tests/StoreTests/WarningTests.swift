import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Warnings over a real log: found by query, answered once, kept.
struct WarningTests {
    private static func begin(
        _ db: TestDatabase, _ town: SampleTown, unit: Int, _ title: String, contractor: String? = nil
    ) async throws -> Journey {
        let journey = try await Journey.begin(in: db, town, unit: unit, requested: 20_000_000, title: title)
        try await journey.toApproval()
        guard let contractor else { return journey }
        try await journey.commit([journey.award(20_000_000)], by: town.director, .director)
        let start = Start(contractor: contractor, contractAmount: Money(fen: 20_000_000), basis: "HT-1")
        try await journey.commit([.startRecorded(start)], by: town.secretaries[unit], .secretary)
        return journey
    }

    private static func warnings(_ db: TestDatabase) -> Warnings {
        let clock = Noon()
        return Warnings(
            store: db.store, projects: db.store, directory: Directory(store: db.store, clock: clock), clock: clock)
    }

    private struct Noon: WallClock {
        func now() -> Instant { Journey.now }
    }

    @Test func unitPlaceAndContractorAreComparedForAllAskedAtOnce() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let one = try await Self.begin(db, town, unit: 0, "巷道硬化", contractor: "宏达")
            let two = try await Self.begin(db, town, unit: 0, "文化广场绿化")
            let three = try await Self.begin(db, town, unit: 1, "河道清淤", contractor: "宏达")
            let four = try await Self.begin(db, town, unit: 2, "公厕改造", contractor: "台账未载")
            let five = try await Self.begin(db, town, unit: 3, "凉亭修缮", contractor: "台账未载")
            let asked = [one, two, three, four, five].map(\.id)
            let facts = try await db.store.likenesses(of: asked, town: town.id, within: 90, unknown: "台账未载")
            func others(_ journey: Journey) -> [ProjectID] { facts[journey.id]?.others.map(\.project.id) ?? [] }
            #expect(others(one) == [two.id, three.id] && others(two) == [one.id] && others(three) == [one.id])
            #expect(others(four).isEmpty && others(five).isEmpty, "what nobody kept is no contractor")
            #expect(facts[one.id]?.project?.place == "二组" && facts[one.id]?.project?.contractor == "宏达")
            let found = try await Self.warnings(db).warnings(of: one.id, for: town.clerk)
            #expect(
                found.compactMap(\.warning?.key) == [
                    "splitting.contractor.\(three.id)", "splitting.place.\(two.id)",
                ])
            #expect(found.allSatisfy { $0.isOpen })
        }
    }

    @Test func anAnswerIsGivenOnceAndStays() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let one = try await Self.begin(db, town, unit: 0, "巷道硬化")
            _ = try await Self.begin(db, town, unit: 0, "文化广场绿化")
            let warnings = Self.warnings(db)
            let key = try #require(try await warnings.warnings(of: one.id, for: town.clerk).first?.warning?.key)
            let view = try await Reading(
                projects: db.store, funds: db.store, directory: Directory(store: db.store, clock: Noon()),
                clock: Noon(),
                checkpoints: Checkpoints(
                    store: db.store, secrets: try SodiumSecrets(cost: .test), clock: Noon(),
                    isSigned: SigningKey.isSigned)
            ).project(one.id, for: town.clerk)
            #expect(try await warnings.open(of: [view], for: town.clerk) == [one.id: 1])
            #expect(try await warnings.answer(key, of: one.id, "分属两个自然村", by: town.secretaries[0]))
            #expect(try await warnings.answer(key, of: one.id, "分属两个自然村", by: town.secretaries[0]))
            #expect(try await !warnings.answer(key, of: one.id, "另有原因", by: town.clerk))
            let entry = try #require(try await warnings.warnings(of: one.id, for: town.auditor).first)
            #expect(entry.answer?.answer == "分属两个自然村" && entry.answer?.by == town.secretaries[0].name)
            #expect(try await warnings.open(of: [view], for: town.clerk) == [:])
            await #expect(throws: UseCaseError.notFound) {
                _ = try await warnings.answer("splitting.x", of: one.id, "没有", by: town.clerk)
            }
        }
    }

    @Test func aReusedInvoicesAttemptIsPointedTo() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let one = try await Self.begin(db, town, unit: 0, "巷道硬化")
            try await db.store.record(
                RefusedAttempt(
                    town: town.id, project: one.id, person: town.finance.id, command: .disburse, code: "invoiceReused",
                    at: Journey.now))
            let found = try await Self.warnings(db).warnings(of: one.id, for: town.clerk)
            #expect(found.map(\.warning?.kind) == [.reusedInvoice])
        }
    }
}
