import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

struct CommitTests {
    @Test func everyVersionsRowSaysWhatTheFoldSays() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            for step in journey.fromAwardToCloseOut(8_000_000) {
                try await journey.commit([step.event], by: step.by, step.role)
                let fold = try #require(try await db.store.fold(of: journey.id))
                let record = try #require(try await db.store.record(of: journey.id))
                #expect(record.summary == fold.project.summary)
                #expect(record.labels == fold.labels)
                let loaded = try #require(try await db.store.load(journey.id, key: nil))
                #expect(loaded.project == fold.project && loaded.labels == fold.labels)
            }
            let record = try #require(try await db.store.record(of: journey.id))
            #expect(record.summary.state == .closedOut && record.summary.version == 13)
            #expect(record.labels.number == "云书办〔2026〕1号" && record.labels.area == "东片区")
            #expect(record.summary.blocker == "电杆迁移")
            let report = try await Verifier(store: db.store).verify()
            #expect(report.firstDifference == nil)
        }
    }

    @Test func aStaleVersionIsAConflictAndWritesNothing() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            let seen = try await db.store.load(journey.id, key: nil)
            let first = try await journey.change([.commented(Remark(words: "一"))], by: town.leader, .leader, seen)
            let second = try await journey.change(
                [.commented(Remark(words: "二"))], by: town.leader, .leader, seen, "key-2")
            try await db.store.commit(first)
            await #expect(throws: StoreError.conflict) { try await db.store.commit(second) }
            #expect(try await db.store.entries(of: journey.id, after: 0, limit: 9).count == 2)
            let keys = try await db.asOwner("SELECT FROM liban.request_key")
            #expect(keys.count == 0)
            let messages = try await db.asOwner("SELECT FROM liban.outbox")
            #expect(messages.count == 2)
        }
    }

    @Test func aForgedHeadIsAConflict() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            let seen = try #require(try await db.store.load(journey.id, key: nil))
            let forged = Loaded(
                project: seen.project, headHash: [UInt8](repeating: 1, count: 32), place: seen.place,
                labels: seen.labels, fund: seen.fund, replay: nil)
            let change = try await journey.change([.commented(Remark(words: "一"))], by: town.leader, .leader, forged)
            await #expect(throws: StoreError.conflict) { try await db.store.commit(change) }
        }
    }

    @Test func aProjectsKeyIsTakenOnce() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            let again = try await journey.change(
                [.drafted(Drafted(place: town.units[0].place, application: Journey.application(), onBehalf: false))],
                by: town.secretaries[0], .secretary, nil)
            await #expect(throws: StoreError.conflict) { try await db.store.commit(again) }
        }
    }

    @Test func sixteenAtOnceMakeSixteenVersionsWithoutAGap() async throws {
        try await withDatabase(connections: 8) { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            let conflicts = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...16 {
                    group.addTask {
                        var lost = 0
                        while true {
                            do {
                                try await journey.commit(
                                    [.commented(Remark(words: "\(number)"))], by: town.leader, .leader)
                                return lost
                            } catch StoreError.conflict {
                                lost += 1
                            }
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(conflicts > 0)
            let entries = try await db.store.entries(of: journey.id, after: 0, limit: 99)
            #expect(entries.map(\.entry.sequence) == Array(1...17))
            let report = try await Verifier(store: db.store).verify()
            #expect(report.firstDifference == nil)
        }
    }

    @Test func serialsAreGivenOnce() async throws {
        try await withDatabase(connections: 8) { db in
            let town = try await SampleTown.make(in: db)
            let serials = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<40 {
                    group.addTask { try await db.store.reserveSerial(town: town.id, year: 2026) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(serials.sorted() == Array(1...40))
            #expect(try await db.store.reserveSerial(town: town.id, year: 2027) == 1)
        }
    }

    @Test func importedNumbersAreFoundAgainAndKeptOnce() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town, imported: "台账7号")
            try await journey.commit([.commented(Remark(words: "一"))], by: town.leader, .leader)
            let found = try await db.store.imported(town: town.id, numbers: ["台账7号", "台账8号"])
            #expect(found == ["台账7号": journey.id])
            await #expect {
                _ = try await Journey.begin(in: db, town, imported: "台账7号")
            } throws: {
                Self.isRefused($0, by: "imported_once")
            }
        }
    }

    static func isRefused(_ error: any Error, by rule: String) -> Bool {
        if case .constraint(let name, _) = error as? StoreError { name == rule } else { false }
    }
}
