import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Which files belong to which project: once each, within the project's space, and what looks the same elsewhere.
struct FileTests {
    private static func content(_ digit: Character, size: Int = 1000, look: UInt64? = nil) -> StoredFile {
        let sha = String(repeating: digit, count: 64)
        let copy: String? = look.map { _ in String(sha.reversed()) }
        return StoredFile(
            sha256: sha, size: size, type: look == nil ? .pdf : .jpeg, width: look.map { _ in 160 },
            height: look.map { _ in 120 }, look: look, screenSHA256: copy, thumbSHA256: copy)
    }

    private static func file(_ content: StoredFile, _ journey: Journey, name: String = "照片.jpg") -> ProjectFile {
        ProjectFile(
            content: content, kind: .afterPhoto, name: name, by: journey.town.clerk.id, at: Journey.now)
    }

    @Test func aFileIsAddedOnceAndReadsBack() async throws {
        try await withDatabase { db in
            let journey = try await Journey.begin(in: db, try await SampleTown.make(in: db))
            let file = Self.file(Self.content("a", look: 0xF0F0_1234_5678_9ABC), journey)
            try await db.store.add(file, to: journey.id)
            try await db.store.add(file, to: journey.id)
            #expect(try await db.store.files(of: journey.id) == [file])
            #expect(try await db.store.file(file.content.sha256, of: journey.id) == file)
            #expect(try await db.store.file(String(repeating: "b", count: 64), of: journey.id) == nil)
            let other = try await Journey.begin(in: db, journey.town, unit: 1)
            #expect(try await db.store.file(file.content.sha256, of: other.id) == nil)
        }
    }

    /// Taken back by whoever sent it, while the log does not name it; the command that names it comes too late then.
    @Test func aFileIsTakenBackOrAttached() async throws {
        try await withDatabase { db in
            let journey = try await Journey.begin(in: db, try await SampleTown.make(in: db))
            let (town, file) = (journey.town, Self.file(Self.content("a"), journey))
            let sha = file.content.sha256
            try await db.store.add(file, to: journey.id)
            await #expect(throws: StoreError.self) {
                try await db.store.withdraw(sha, of: journey.id, by: town.leader.id, at: Journey.now)
            }
            #expect(try await db.store.files(of: journey.id) == [file])
            try await db.store.withdraw(sha, of: journey.id, by: town.clerk.id, at: Journey.now)
            #expect(try await db.store.files(of: journey.id).isEmpty)
            #expect(try await db.store.knownFiles([sha]).isEmpty, "its bytes go with the next sweep")
            let named = Event.documented(
                Documented(documents: [Document(kind: .other, name: "说明", sha256: sha)]))
            await #expect(
                throws: StoreError.constraint(name: "file_withdrawn", message: "no row matched, guard file_withdrawn")
            ) { try await journey.commit([named], by: town.leader, .leader, key: "k-1") }
            try await db.store.add(file, to: journey.id)
            try await journey.commit([named], by: town.leader, .leader, key: "k-1")
            await #expect(
                throws: StoreError.constraint(name: "file_attached", message: "the log names this file")
            ) { try await db.store.withdraw(sha, of: journey.id, by: town.clerk.id, at: Journey.now) }
            #expect(try await db.store.files(of: journey.id) == [file])
            // Not even the owner's slip removes it.
            await #expect(throws: DatabaseError.self) { try await db.asOwner("DELETE FROM liban.project_file") }
        }
    }

    @Test func aProjectsSpaceEnds() async throws {
        try await withDatabase { db in
            let journey = try await Journey.begin(in: db, try await SampleTown.make(in: db))
            let each = FileLimits.bytes
            for digit in "0123456789" {
                try await db.store.add(Self.file(Self.content(digit, size: each), journey), to: journey.id)
            }
            // Ten of the largest are the whole 200 MiB; one byte more is too much, the tenth again is not.
            await #expect(
                throws: StoreError.constraint(name: "file_quota", message: "no row matched, guard file_quota")
            ) {
                try await db.store.add(Self.file(Self.content("a", size: 1), journey), to: journey.id)
            }
            try await db.store.add(Self.file(Self.content("9", size: each), journey), to: journey.id)
            #expect(try await db.store.files(of: journey.id).count == 10)
        }
    }

    /// Two requests at the last place of a project: one gets it.
    @Test func theLastPlaceIsGivenOnce() async throws {
        try await withDatabase { db in
            let journey = try await Journey.begin(in: db, try await SampleTown.make(in: db))
            for digit in "012345678" {
                try await db.store.add(
                    Self.file(Self.content(digit, size: FileLimits.bytes), journey), to: journey.id)
            }
            let won = await withTaskGroup(of: Bool.self) { group in
                for digit in "abcdef" {
                    group.addTask {
                        let file = Self.file(Self.content(digit, size: FileLimits.bytes), journey)
                        return (try? await db.store.add(file, to: journey.id)) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(won == 1)
        }
    }

    @Test func whatIsTheSameOrLooksTheSameElsewhereIsFound() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let mine = try await Journey.begin(in: db, town)
            let other = try await Journey.begin(in: db, town, unit: 1, title: "修水渠")
            let look: UInt64 = 0xF0F0_1234_5678_9ABC
            try await db.store.add(Self.file(Self.content("a", look: look), mine, name: "我的"), to: mine.id)
            try await db.store.add(Self.file(Self.content("e"), mine, name: "发票"), to: mine.id)
            try await db.store.add(
                Self.file(Self.content("b", look: look ^ 0b1_0010_0001), other, name: "像的"), to: other.id)
            try await db.store.add(
                Self.file(Self.content("c", look: look ^ 0xFFFF), other, name: "不像的"), to: other.id)
            try await db.store.add(Self.file(Self.content("e"), other, name: "同一张"), to: other.id)
            // A plain wall looks like every plain wall.
            try await db.store.add(Self.file(Self.content("d", look: 1), other, name: "白墙"), to: other.id)
            try await db.store.add(Self.file(Self.content("f", look: 0), mine, name: "白墙"), to: mine.id)
            let found = try await db.store.duplicates(of: mine.id)
            #expect(found.map(\.otherName) == ["同一张", "像的"])
            #expect(found.map(\.distance) == [0, 3])
            #expect(found.map(\.isSameFile) == [true, false])
            #expect(found.allSatisfy { $0.other == other.id && $0.otherTitle == "修水渠" })
            // The warnings of both say so too, each from its own side.
            let asked = [mine.id, other.id]
            let facts = try await db.store.likenesses(of: asked, town: town.id, within: 90, unknown: "")
            func shared(_ id: ProjectID) -> [String: Bool] {
                let photos = facts[id]?.sharedPhotos.map { ($0.name, $0.isSame) } ?? []
                return Dictionary(photos) { first, _ in first }
            }
            #expect(shared(mine.id) == ["我的": false, "发票": true])
            #expect(shared(other.id) == ["像的": false, "同一张": true])
        }
    }

    @Test(arguments: [
        ("size_bytes", "20971521", "file_size_limited"), ("type", "'gif'", "file_type_known"),
        ("width", "100000", "photo_pixels_limited"), ("look", "NULL", "photo_described"),
    ])
    func theDatabaseTakesNothingElse(_ column: String, _ value: String, _ rule: String) async throws {
        try await withDatabase { db in
            var values = [
                "sha256": "decode(repeat('ab', 32), 'hex')", "size_bytes": "10", "type": "'jpeg'", "width": "10",
                "height": "1000", "look": "7", "screen_sha256": "'x'", "thumb_sha256": "'x'", "stored_at": "now()",
            ]
            values[column] = value
            let names = values.keys.sorted()
            let sql =
                "INSERT INTO liban.stored_file (\(names.joined(separator: ", "))) "
                + "VALUES (\(names.map { values[$0] ?? "" }.joined(separator: ", ")))"
            do throws(DatabaseError) {
                try await db.asService(sql)
                Issue.record("not refused")
            } catch {
                guard case .rolledBack(let refusal) = error else { throw error }
                #expect(refusal.constraint == rule)
            }
        }
    }
}
