import Postgres
import Store
import TestSupport
import Testing
import Workflow

@testable import Boot
@testable import UseCases

/// The ledger on a real database: dry run, commit, repeat, bad rows among good ones, and back out again.
struct LedgerImportTests {
    /// 云岭镇 without projects.
    private func withTown(
        appropriation: Money? = nil,
        _ body: (TestDatabase, Town, LedgerImport, LedgerExport) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            let store = database.store
            try await store.addPolicy(.secretaryActsNow)
            try await store.addCalendar(try Shipped.calendar())
            let demo = DemoTown.yunling(try Shipped.demoLedger())
            let sized = DemoTown(
                town: demo.town, units: demo.units, officers: demo.officers,
                appropriation: appropriation ?? demo.appropriation)
            let (town, _) = try await sized.make(
                in: store, year: 2026, on: Demo.writtenOn, logins: "", passwordHash: nil)
            let clock = StandingClock(instant: Instant(startOf: Demo.writtenOn).adding(seconds: 36_000))
            let directory = Directory(store: store, clock: clock)
            let desk = Desk(projects: store, directory: directory, clock: clock)
            try await body(
                database, town,
                LedgerImport(desk: desk, projects: store, funds: store, directory: directory, clock: clock),
                LedgerExport(projects: store, directory: directory))
        }
    }

    @Test func aDryRunSaysEverythingAndWritesNothing() async throws {
        try await withTown { database, town, ledgerImport, _ in
            let ledger = try Shipped.demoLedger()
            let outcomes = try await ledgerImport.run(ledger, town: town, options: .init(commit: false))
            #expect(outcomes.count == 42)
            #expect(outcomes.count { $0.isEntered } == 42)
            #expect(try await database.asOwner("SELECT count(*) FROM liban.project_event")[0].int(0) == 0)
        }
    }

    @Test func importingTwiceEntersOnceAndEverythingVerifies() async throws {
        try await withTown { database, town, ledgerImport, _ in
            let ledger = try Shipped.demoLedger()
            let first = try await ledgerImport.run(ledger, town: town, options: .init(commit: true))
            #expect(first.count { $0.isEntered } == 42)
            let events = try await database.asOwner("SELECT count(*) FROM liban.project_event")[0].int(0)
            let second = try await ledgerImport.run(ledger, town: town, options: .init(commit: true))
            #expect(second.allSatisfy { $0.result == .already })
            #expect(try await database.asOwner("SELECT count(*) FROM liban.project_event")[0].int(0) == events)
            let report = try await Verifier(store: database.store).verify()
            #expect(report.firstDifference == nil)
            #expect(report.projects == 42)
        }
    }

    /// The file that comes out is the file that went in, byte for byte.
    @Test func theExportIsTheLedgerItself() async throws {
        try await withTown { _, town, ledgerImport, export in
            let ledger = try Shipped.demoLedger()
            _ = try await ledgerImport.run(ledger, town: town, options: .init(commit: true))
            let sheet = try await export.sheet(town: town, year: 2026, on: Demo.writtenOn)
            let shipped = try Shipped.text("town-ledger-2026.csv")
            #expect(CSVWriter.text(sheet) == shipped)
        }
    }

    @Test func badRowsKeepNoGoodOneOut() async throws {
        try await withTown { _, town, ledgerImport, _ in
            let ledger = LedgerReadingTests.ledger([
                LedgerReadingTests.row(1), LedgerReadingTests.row(2, [.unit: "不存在村"]),
                LedgerReadingTests.row(3, [.requested: "50.01"]), LedgerReadingTests.row(4, [.category: "其他"]),
                LedgerReadingTests.row(5, [.admittedOn: "2026-10-30"]), LedgerReadingTests.row(6, [.admittedOn: ""]),
                LedgerReadingTests.row(7, [.submittedOn: "2026-11-21"]), LedgerReadingTests.row(8, [.stage: "暂停"]),
                LedgerReadingTests.row(9, [.officer: "指导员丁", .area: "南片"]),
            ])
            let outcomes = try await ledgerImport.run(ledger, town: town, options: .init(commit: true))
            let codes = outcomes.map { $0.findings.first?.fault.code }
            #expect(
                codes == [
                    nil, "unitUnknown", "requestExceedsCap", "categoryUnknown", "dayOutOfOrder", "missing",
                    "effectiveInFuture", "stageNotImportable", "areaDiffers",
                ])
            #expect(outcomes.map(\.isEntered) == [true, false, false, false, false, false, false, false, true])
        }
    }

    @Test func leniencyTakesAMissingDayFromTheStepBefore() async throws {
        try await withTown { _, town, ledgerImport, _ in
            let ledger = LedgerReadingTests.ledger([LedgerReadingTests.row(6, [.admittedOn: ""])])
            let outcomes = try await ledgerImport.run(
                ledger, town: town, options: .init(commit: true, assumesDays: true))
            #expect(outcomes.first?.isEntered == true)
            #expect(outcomes.first?.notes == [.dayAssumed(.admittedOn, day("2026-11-02"))])
        }
    }

    /// A fund that ends half way through: what it covers is entered, the rest is refused with the free balance.
    @Test func theFundIsNotOverspentByAnImport() async throws {
        try await withTown(appropriation: Money(fen: 50_000_000)) { database, town, ledgerImport, _ in
            let ledger = try Shipped.demoLedger()
            let foretold = try await ledgerImport.run(ledger, town: town, options: .init(commit: false))
            let outcomes = try await ledgerImport.run(ledger, town: town, options: .init(commit: true))
            #expect(foretold.map(\.isEntered) == outcomes.map(\.isEntered))
            let refused = outcomes.filter { !$0.isEntered }
            #expect(!refused.isEmpty)
            #expect(refused.allSatisfy { $0.findings.first?.fault.code == "fundExhausted" })
            let free = try await database.store.funds(town: town.id)[0].balance.free
            #expect(free >= .zero)
            let report = try await Verifier(store: database.store).verify()
            #expect(report.firstDifference == nil)
        }
    }
}

extension LedgerOutcome {
    var isEntered: Bool { if case .entered = result { true } else { false } }
}
