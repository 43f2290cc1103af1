import Store
import TestSupport
import Testing
import UseCases
import WallChart
import Workflow

@testable import Boot

/// What was printed can be printed again, byte for byte, and a past minute shows what was known then.
struct EditionTests {
    private static func bytes(_ report: ChartReport) throws -> [[UInt8]] {
        let formats: [ChartFormat] = [.svg, .pdf, .xlsx, .json]
        return try formats.map { try WallChart(paper: .A3).render(report, as: $0) }
    }

    private func report(_ town: Installed, _ knowledge: Knowledge, at moment: Instant) async throws -> ChartReport {
        try await town.installation.reporter(asOf: moment, knowledge)
            .report(town: town.sample.id, year: nil, asOf: moment)
    }

    @Test func anEditionIsTheSameBytesWhateverIsRecordedLater() async throws {
        try await withInstalled(on: "2026-09-01") { town in
            let id = try await town.submit()
            let first = town.clock.now()
            let chart = try await report(town, .ofThatMinute, at: first)
            guard case .printed(let edition) = try await town.installation.editions.print(chart, of: town.sample.id)
            else { return #expect(Bool(false), "not printed") }
            #expect(edition.edition == 1 && edition.previous == nil)
            let printed = try Self.bytes(edition)
            town.clock.move(to: day("2026-09-03"))
            try await town.perform(.admit, on: id, by: town.sample.clerk)
            _ = try await town.submit(unit: 1, title: "水渠清淤")
            // Also an entry of a day before the print, made after it.
            let kept = try #require(
                try await town.installation.store.edition(1, town: town.sample.id, year: 2026))
            #expect(kept.report == edition)
            #expect(try Self.bytes(kept.report) == printed)
            // That minute printed again is that edition and no new one.
            guard case .printed(let again) = try await town.installation.editions.print(chart, of: town.sample.id)
            else { return #expect(Bool(false), "not printed") }
            #expect(again == edition)
            // The next one has the next number and says what it replaces.
            let next = try await report(town, .ofThatMinute, at: town.clock.now())
            guard case .printed(let second) = try await town.installation.editions.print(next, of: town.sample.id)
            else { return #expect(Bool(false), "not printed") }
            #expect(second.edition == 2 && second.previous?.edition == 1)
            #expect(second.projects.count == 2)
            let text = String(decoding: try WallChart(textColumns: 160).render(second, as: .text), as: UTF8.self)
            #expect(text.contains("第 2 版，第 1 版（9月1日）作废"))
            // Nothing older is printed after it.
            let early = try await report(town, .ofThatMinute, at: first.adding(seconds: 600))
            #expect(
                try await town.installation.editions.print(early, of: town.sample.id)
                    == .laterPrinted(number: 2, asOf: second.asOf))
        }
    }

    @Test func aPastMinuteKnowsNothingOfWhatCameLater() async throws {
        try await withInstalled(on: "2026-09-01") { town in
            let id = try await town.submit()
            let moment = town.clock.now()
            let live = try await town.installation.reporter.report(town: town.sample.id, year: nil, asOf: moment)
            let then = try await report(town, .ofThatMinute, at: moment)
            // The appropriation carries the database's own time, which is later than the clock of this test.
            var sameMoney = live
            sameMoney.money = then.money
            #expect(then == sameMoney)
            let bytes = try Self.bytes(then)
            town.clock.move(to: day("2026-09-04"))
            // Admitted on the first, written down on the fourth: it counts from the first only for today's knowledge.
            _ = try await town.installation.desk.perform(
                CommandRequest(
                    by: town.sample.clerk, target: .project(id), command: .admit, effectiveOn: day("2026-09-01"),
                    lateReason: "纸质登记补录")
            ) { RenderedAnswer(status: 200, version: $0.summary.version, body: []) }
            let again = try await report(town, .ofThatMinute, at: moment)
            #expect(again == then)
            #expect(try Self.bytes(again) == bytes)
            #expect(again.projects[0].state == .submitted)
            let today = try await report(town, .ofToday, at: moment)
            #expect(today.projects[0].state == .inReview)
            #expect(today.knownOn == day("2026-09-04"))
            let text = String(decoding: try WallChart(textColumns: 160).render(today, as: .text), as: UTF8.self)
            #expect(text.contains("（含至9月4日补录）"))
            // The day before there was nothing at all.
            let before = try await report(town, .ofThatMinute, at: moment.adding(seconds: -86_400))
            #expect(before.projects.isEmpty)
        }
    }

    @Test func twoThatPrintAtOnceTakeTurns() async throws {
        try await withInstalled(on: "2026-09-01") { town in
            _ = try await town.submit()
            let reports = try await (0..<8).asyncMap { index in
                try await report(town, .ofThatMinute, at: town.clock.now().adding(seconds: Int64(index / 2) * 60))
            }
            let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
                for chart in reports {
                    group.addTask {
                        let outcome = try await town.installation.editions.print(chart, of: town.sample.id)
                        return if case .printed(let edition) = outcome { edition.edition } else { nil }
                    }
                }
                return try await group.reduce(into: [Int?]()) { $0.append($1) }
            }
            let kept = try await town.installation.store.editions(town: town.sample.id, year: 2026)
            #expect(kept.map(\.number) == Array(1...kept.count))
            #expect(kept.map(\.asOf) == kept.map(\.asOf).sorted())
            #expect(Set(numbers.compactMap { $0 }) == Set(kept.map(\.number)))
        }
    }

    @Test func aChangedEditionIsNoticed() async throws {
        try await withInstalled(on: "2026-09-01") { town in
            _ = try await town.submit()
            let chart = try await report(town, .ofThatMinute, at: town.clock.now())
            _ = try await town.installation.editions.print(chart, of: town.sample.id)
            try await town.database.asOwner("ALTER TABLE liban.chart_edition DISABLE TRIGGER append_only")
            try await town.database.asOwner(
                "UPDATE liban.chart_edition SET report = replace(report, '路灯', '路燈')")
            await #expect(throws: StoreError.self) {
                try await town.installation.store.edition(1, town: town.sample.id, year: 2026)
            }
        }
    }

    @Test func theMapIsKeptWithTheEdition() async throws {
        try await withInstalled(on: "2026-09-01") { town in
            let store = town.installation.store
            let places = [UnitPosition(unit: "枫树村", x: 250, y: 400)]
            #expect(try await store.map(nil, town: town.sample.id) == nil)
            #expect(try await store.addMap(picture: [1, 2, 3], positions: places, town: town.sample.id) == 1)
            let chart = try await report(town, .ofThatMinute, at: town.clock.now())
            _ = try await town.installation.editions.print(chart, of: town.sample.id)
            #expect(try await store.addMap(picture: [4], positions: [], town: town.sample.id) == 2)
            #expect(try await store.edition(1, town: town.sample.id, year: 2026)?.map == 1)
            #expect(
                try await store.map(1, town: town.sample.id)
                    == StoredMap(number: 1, picture: [1, 2, 3], positions: places))
            #expect(try await store.map(nil, town: town.sample.id)?.number == 2)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
