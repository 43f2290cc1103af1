import Logging
import Store
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Boot

/// Everything wired together on an external database, as `liban` starts it.
struct InstallationTests {
    private func withInstallation(
        on day: CivilDate = Demo.writtenOn, _ body: (Installation) async throws -> Void
    ) async throws {
        try await withDatabase { database in
            let configuration = try Configuration(databaseURL: database.conninfo(), environment: [:])
            let installation = try await Installation.start(
                configuration, clock: StandingClock(instant: Instant(startOf: day).adding(seconds: 36_000)),
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            do {
                try await body(installation)
                await installation.shutdown()
            } catch {
                await installation.shutdown()
                throw error
            }
        }
    }

    @Test func theDemoIsSetUpOnce() async throws {
        try await withInstallation { installation in
            #expect(await installation.checks().allSatisfy { $0.passed })
            let demo = Demo(installation, asRecorded: true, password: "liban-demo")
            let first = try await demo.run()
            #expect(first.isNew)
            #expect(first.outcomes.count { $0.isEntered } == 42)
            #expect(first.signIns.count == 29)
            let second = try await demo.run()
            #expect(!second.isNew)
            #expect(second.outcomes.count { $0.result == .already } == 42)
            let chart = try await installation.reporter.report(
                town: first.town.id, year: nil, asOf: installation.clock.now())
            #expect(chart.totals.byState == DemoLedgerTests.states)
            #expect(chart.totals.requested == Money(wan: "417.35"))
            #expect(chart.money.free == Money(wan: "61.4903"))
        }
    }

    @Test func aDatabaseWithARealTownIsRefused() async throws {
        try await withInstallation { installation in
            try await installation.store.addPolicy(.secretaryActsNow)
            _ = try await installation.store.addTown(
                NewTown(name: "清溪镇", county: "清江县", numberPrefix: "清", programme: "书记立办", policyVersion: 1))
            let demo = Demo(installation, asRecorded: true, password: "liban-demo")
            await #expect(throws: Demo.RealTown.self) { try await demo.run() }
            await #expect(throws: Demo.RealTown.self) { try await demo.runCity() }
            #expect(try await installation.store.towns().count == 1)
        }
    }

    /// A demo begun in one year is left alone by a run for another, whose numbers would differ.
    @Test func theDemoOfAnotherYearIsLeftAlone() async throws {
        try await withInstallation(on: day("2025-09-10")) { installation in
            let first = try await Demo(installation, asRecorded: false, password: "liban-demo").run()
            #expect(first.year == 2025)
            #expect(first.outcomes.count { $0.isEntered } == 42)
            let other = try await Demo(installation, asRecorded: true, password: "liban-demo").run()
            #expect(!other.isNew)
            #expect(other.outcomes.isEmpty)
        }
    }

    /// Before the first award nothing is held; on the last day the past is the present.
    @Test func aPastDayIsFoldedFromTheLog() async throws {
        try await withInstallation { installation in
            let town = try await Demo(installation, asRecorded: true, password: "liban-demo").run().town
            func chart(_ text: String) async throws -> ChartReport {
                let moment = Instant(startOf: day(text)).adding(seconds: 36_000)
                return try await installation.reporter(asOf: moment, .ofToday).report(
                    town: town.id, year: nil, asOf: moment)
            }
            let march = try await chart("2026-03-05")
            #expect(march.totals.byState == [.inApproval: 1])
            #expect(march.money.encumbered == .zero)
            let june = try await chart("2026-06-30")
            #expect(june.totals.projects == 18)
            #expect(june.totals.byState[.completed] == 13)
            let balance = june.money
            #expect(balance.appropriated - balance.encumbered - balance.disbursed == balance.free)
            let now = try await installation.reporter.report(
                town: town.id, year: nil, asOf: installation.clock.now())
            let today = try await chart("2026-11-20")
            #expect(today.projects == now.projects)
            #expect(today.money == now.money)
        }
    }

    @Test func aNewPasswordSignsItsPersonOut() async throws {
        try await withInstallation { installation in
            _ = try await Demo(installation, asRecorded: true, password: "liban-demo").run()
            let session = try await installation.accounts.signIn(login: "clerk", password: "liban-demo")
            #expect(try await installation.accounts.holder(token: session.token) != nil)
            // A command is held to the profile too.
            await #expect(throws: UseCaseError.self) {
                try await installation.setPassword(login: "clerk", password: "another-one")
            }
            #expect(try await installation.setPassword(login: "clerk", password: "Anderes-Wort-7"))
            #expect(try await installation.accounts.holder(token: session.token) == nil)
            await #expect(throws: UseCaseError.signInWrong) {
                try await installation.accounts.signIn(login: "clerk", password: "liban-demo")
            }
            _ = try await installation.accounts.signIn(login: "clerk", password: "Anderes-Wort-7")
            #expect(try await !installation.setPassword(login: "nobody", password: "Anderes-Wort-7"))
        }
    }
}
