import Postgres
import Store
import TestSupport
import Testing
import UseCases
import Workflow

/// The one door on a real database: repeats, stale pictures, races, refusals.
struct DeskTests {
    @Test func theSameKeyAndBodyIsAnsweredTheSameByteForByteAndDoneOnce() async throws {
        try await withDatabase { database in
            let town = try await DeskTown.make(in: database)
            let draft = CommandRequest.Target.draft(town: town.town.id, unit: town.town.units[0].place.unit)
            let request = town.request(town.town.secretaries[0], draft, .draft(town.application()), key: "k1")
            let first = try await town.perform(request)
            for _ in 0..<3 { #expect(try await town.perform(request) == first) }
            let count = try await database.asOwner("SELECT count(*) FROM liban.project")[0].int(0)
            #expect(count == 1)
        }
    }

    @Test func theSameKeyWithAnotherBodyIsRefused() async throws {
        try await withDatabase { database in
            let town = try await DeskTown.make(in: database)
            let draft = CommandRequest.Target.draft(town: town.town.id, unit: town.town.units[0].place.unit)
            let by = town.town.secretaries[0]
            _ = try await town.perform(town.request(by, draft, .draft(town.application()), key: "k1", body: 1))
            await #expect(throws: UseCaseError.keyReused) {
                try await town.perform(town.request(by, draft, .draft(town.application()), key: "k1", body: 2))
            }
        }
    }

    @Test func aStaleVersionIsToldTheCurrentOneAndWritesNothing() async throws {
        try await withDatabase { database in
            let town = try await DeskTown.make(in: database)
            let id = try await town.projectInApproval(1)
            await #expect(throws: UseCaseError.stale(current: 4)) {
                try await town.perform(
                    town.request(
                        town.town.director, .project(id), .decline(Reasoned(reason: "重复")), version: 3))
            }
            let loaded = try await database.store.load(id, key: nil)
            #expect(loaded?.project?.version == 4)
        }
    }

    /// Without a version named, whoever loses a race decides again on the newer picture.
    @Test func aConflictIsDecidedAgain() async throws {
        try await withDatabase(connections: 8) { database in
            let town = try await DeskTown.make(in: database)
            let id = try await town.projectInApproval(1)
            let versions = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        let remark = Command.comment(Remark(words: "第\(number)条"))
                        return try await town.perform(town.request(town.town.clerk, .project(id), remark)).version
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(versions.sorted() == Array(5...10))
        }
    }

    /// The same key at the same moment: one effect; the others get its answer or are told to wait.
    @Test func theSameKeyAtOnceHasOneEffect() async throws {
        try await withDatabase(connections: 8) { database in
            let town = try await DeskTown.make(in: database)
            let id = try await town.projectInApproval(1)
            let request = town.request(town.town.clerk, .project(id), .comment(Remark(words: "一次")), key: "once")
            let answers = await withTaskGroup(of: Result<RenderedAnswer, UseCaseError>.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        do throws(UseCaseError) { return .success(try await town.perform(request)) } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for answer in answers {
                switch answer {
                case .success(let answer): #expect(answer.version == 5)
                case .failure(let error): #expect(error == .keyInProgress)
                }
            }
            #expect(try await database.store.load(id, key: nil)?.project?.version == 5)
        }
    }

    @Test func aRefusalIsRecordedWithItsCode() async throws {
        try await withDatabase { database in
            let town = try await DeskTown.make(in: database)
            let id = try await town.projectInApproval(1)
            await #expect(throws: UseCaseError.refused(.roleNotPermitted(.award))) {
                try await town.perform(
                    town.request(
                        town.town.secretaries[0], .project(id), .award(Award(amount: Money(fen: 1)))))
            }
            let rows = try await database.asOwner("SELECT command, code FROM liban.refused_attempt")
            #expect(try rows.map { [try $0.text(0), try $0.text(1)] } == [["award", "roleNotPermitted"]])
        }
    }

    @Test func anotherTownsProjectReadsLikeNone() async throws {
        try await withDatabase { database in
            let town = try await DeskTown.make(in: database)
            let other = try await SampleTown.make(in: database, name: "清溪镇")
            let id = try await town.projectInApproval(1)
            await #expect(throws: UseCaseError.notFound) {
                try await town.perform(town.request(other.clerk, .project(id), .comment(Remark(words: "看看"))))
            }
        }
    }
}
