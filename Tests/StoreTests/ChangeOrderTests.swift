import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Changes are read in the order in which they became visible, and none is passed over.
struct ChangeOrderTests {
    /// Reads on until `count` changes came: transactions of other databases of the cluster may be under way, and hold
    /// back what is newer than they are.
    static func follow(
        _ db: TestDatabase, _ town: TownID, from place: ChangePlace, until count: Int
    ) async throws -> [ProjectChange] {
        var (found, place) = ([ProjectChange](), place)
        for _ in 0..<400 where found.count < count {
            let next = try await db.store.changes(of: town, after: place, limit: 3)
            found += next
            place = next.last?.place ?? place
            if next.isEmpty { try await Task.sleep(for: .milliseconds(25)) }
        }
        return found
    }

    @Test func everythingComesOnceInOrder() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let start = try await db.store.changesHead()
            let one = try await Journey.begin(in: db, town)
            let two = try await Journey.begin(in: db, town, unit: 1)
            try await one.toApproval()
            let found = try await Self.follow(db, town.id, from: start, until: 5)
            let kinds: [Event.Kind] = [.drafted, .drafted, .submitted, .admitted, .verified]
            #expect(found.map(\.event) == kinds)
            #expect(found.filter { $0.project == one.id }.map(\.version) == [1, 2, 3, 4])
            #expect(found.filter { $0.project == two.id }.map(\.version) == [1])
            #expect(found.map(\.place) == found.map(\.place).sorted())
            #expect(try await db.store.changes(of: TownID(99), after: start, limit: 9).isEmpty)
            let head = try await db.store.changesHead()
            #expect(try await db.store.changes(of: town.id, after: head, limit: 9).isEmpty)
        }
    }

    /// A transaction that began earlier and commits later: nothing newer is shown before it.
    @Test func whatCommitsLateIsNotOverlooked() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let start = try await db.store.changesHead()
            let slow = Task {
                try await db.asOwner("SELECT pg_current_xact_id(), pg_sleep(0.6)")
            }
            try await Task.sleep(for: .milliseconds(200))
            _ = try await Journey.begin(in: db, town)
            #expect(try await db.store.changes(of: town.id, after: start, limit: 9).isEmpty, "an earlier one is open")
            _ = try await slow.value
            #expect(try await Self.follow(db, town.id, from: start, until: 1).count == 1)
        }
    }
}
