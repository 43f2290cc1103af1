import Logging
import Postgres
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Followers are woken by commits of their own process and of others, and know when they are not.
struct ChangeBellTests {
    private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Waits for something that comes soon, up to ten seconds.
    private static func until(_ isDone: () -> Bool) async throws {
        for _ in 0..<400 where !isDone() { try await Task.sleep(for: .milliseconds(25)) }
    }

    @Test func anEarHearsItsTownAndNothingElse() async {
        let bell = ChangeBell()
        let ear = bell.ear(for: TownID(1))
        bell.ring(TownID(2))
        #expect(await !ear.wait(for: .milliseconds(10)))
        bell.ring(TownID(1))
        bell.ring(TownID(1))
        #expect(await ear.wait(for: .seconds(10)), "rung before anybody waited")
        #expect(await !ear.wait(for: .milliseconds(10)), "two rings before a look are one")
        async let heard = ear.wait(for: .seconds(10))
        try? await Task.sleep(for: .milliseconds(20))
        bell.ring(TownID(1))
        #expect(await heard)
        ear.close()
        bell.ring(TownID(1))
        #expect(await !ear.wait(for: .milliseconds(10)))
    }

    @Test func aCommitIsHeardInAnotherProcess() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            // Another process: its own connections, its own bell.
            let (mine, theirs) = (ChangeBell(), ChangeBell())
            let writing = try PostgresStore(pool: db.pool, bell: mine)
            let listening = ChangeListening(conninfo: db.conninfo(), bell: theirs, log: Self.quiet)
            try await Self.until { theirs.isConnected }
            #expect(theirs.isConnected && !mine.isConnected)
            let (here, there) = (mine.ear(for: town.id), theirs.ear(for: town.id))
            _ = await there.wait(for: .zero)
            let journey = try await Journey.begin(in: db, town)
            let seen = try await writing.load(journey.id, key: nil)
            try await writing.commit(
                try await journey.change([.commented(Remark(words: "一"))], by: town.leader, .leader, seen, "k"))
            #expect(await here.wait(for: .seconds(10)))
            #expect(await there.wait(for: .seconds(10)))
            // The connection is lost: followers look by themselves until it is there again.
            try await db.asOwner(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'liban listen'"
                    + " AND datname = current_database()")
            #expect(await there.wait(for: .seconds(10)), "anything may have been missed")
            try await Self.until { theirs.isConnected }
            #expect(theirs.isConnected)
            listening.stop()
            try await Self.until { !theirs.isConnected }
            #expect(!theirs.isConnected)
        }
    }
}
