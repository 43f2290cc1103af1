import Postgres
import Testing
import UseCases

@testable import Store
@testable import TestSupport
@testable import Workflow

/// What the store says when the database cannot do its work.
struct FailureTests {
    @Test func aReadOnlyDatabaseTakesNoChangesAndStillAnswers() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await db.asOwner("ALTER DATABASE \(db.name) SET default_transaction_read_only = on")
            // For sessions opened from now on.
            let later = Pool(PoolOptions(conninfo: db.conninfo(user: TestServer.serviceRole)), log: TestServer.log)
            let store = try PostgresStore(pool: later)
            #expect(try await store.record(of: journey.id)?.summary.version == 1)
            let seen = try await store.load(journey.id, key: nil)
            let change = try await journey.change([.commented(Remark(words: "一"))], by: town.leader, .leader, seen)
            await #expect {
                try await store.commit(change)
            } throws: { error in
                if case .unavailable(let reason) = error as? StoreError { reason.contains("read only") } else { false }
            }
            await later.shutdown()
        }
    }

    @Test func aFundHeldTooLongIsAConflictAndWritesNothing() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await journey.toApproval()
            // Another session keeps the fund's row for longer than the service's lock timeout of two seconds.
            let holder = Task {
                try await db.asOwner(
                    "WITH held AS (SELECT FROM liban.fund FOR UPDATE) SELECT pg_sleep(3)::text FROM held")
            }
            while try await db.asOwner(
                "SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
            ).isEmpty {}
            await #expect(throws: StoreError.conflict) {
                try await journey.commit([journey.award(1000)], by: town.director, .director)
            }
            _ = try await holder.value
            #expect(try await db.store.record(of: journey.id)?.summary.state == .inApproval)
            try await journey.commit([journey.award(1000)], by: town.director, .director)
        }
    }

    @Test func withoutAServerTheStoreSaysSo() async throws {
        var options = PoolOptions(conninfo: "host=/nonexistent dbname=liban")
        options.deadline = .milliseconds(300)
        let store = try PostgresStore(pool: Pool(options, log: TestServer.log))
        await #expect {
            _ = try await store.towns()
        } throws: { error in
            if case .unavailable = error as? StoreError { true } else { false }
        }
    }

    @Test func aStoredValueThatCannotBeReadIsSaidToBeADefect() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let journey = try await Journey.begin(in: db, town)
            try await db.asOwner("UPDATE liban.project SET fold = '{\"id\": 1}'")
            await #expect {
                _ = try await db.store.load(journey.id, key: nil)
            } throws: { error in
                if case .corrupt = error as? StoreError { true } else { false }
            }
        }
    }
}
