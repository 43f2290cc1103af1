import Testing

@testable import Postgres

@Suite struct LostConnectionTests {
    @Test func aSessionEndedWhileItCommitsLeavesTheOutcomeUnknown() async throws {
        let (pool, other) = try await slowCommit()
        let begin = ContinuousClock.now
        async let outcome = Result.of { () async throws(DatabaseError) in
            try await pool.run(.write, "INSERT INTO slow VALUES (1)")
        }
        try await terminate(other, where: "query = 'COMMIT'")
        #expect(await outcome.error?.isUnknown == true)
        // Told at once, not after a second try: that could do it twice.
        #expect(ContinuousClock.now - begin < .seconds(5))
        #expect(pool.counters.unknown == 1)
        // And the pool is fit for more.
        #expect(try await pool.run(.read, "SELECT count(*) FROM slow")[0].int(0) == 0)
        await pool.shutdown()
        await other.shutdown()
    }

    @Test func aDeadlineThatPassesWhileItCommitsLeavesTheOutcomeUnknown() async throws {
        let (pool, other) = try await slowCommit(seconds: 0.6)
        let error = await #expect(throws: DatabaseError.self) {
            try await pool.run(.write, "INSERT INTO slow VALUES (1)", deadline: .milliseconds(200))
        }
        #expect(error?.isUnknown == true)
        // Nobody cancelled it: the server finishes what was sent.
        try await eventually { try await other.run(.read, "SELECT count(*) FROM slow")[0].int(0) == 1 }
        await pool.shutdown()
        await other.shutdown()
    }

    @Test(arguments: [UnitOfWork.Mode.read, .write])
    func aSessionEndedBeforeItCommitsIsTriedOnceMore(mode: UnitOfWork.Mode) async throws {
        let (pool, other) = try await twoPools()
        try await pool.run(.write, "CREATE SEQUENCE tries")
        let unit = UnitOfWork(mode, [Step("SELECT nextval('tries'), pg_sleep(0.5)")])
        async let rows = pool.run(unit)
        try await terminate(other, where: "query LIKE '%nextval%'")
        #expect(try await rows[0][0].int(0) == 2)
        #expect(pool.counters.reconnects == 1)
        await pool.shutdown()
        await other.shutdown()
    }

    @Test func aReadThatLosesTwoConnectionsIsUnavailable() async throws {
        let pool = try await TestCluster.pool { $0.connections = 1 }
        // It ends its own session, each time.
        let error = await #expect(throws: DatabaseError.self) {
            try await pool.run(.read, "SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(5)")
        }
        #expect(error?.refusal?.sqlstate == "57P01")
        #expect(pool.counters.reconnects >= 1)
        await pool.shutdown()
    }

    /// Reads share a flush. Those behind the one that finds the session dead were once forgotten, and their callers
    /// waited for ever.
    @Test(.timeLimit(.minutes(1))) func everyReadOfABatchIsAnsweredWhenTheSessionIsDead() async throws {
        let pool = try await TestCluster.pool { $0.connections = 1 }
        for _ in 0..<60 {
            async let ended = Result.of { () async throws(DatabaseError) in
                try await pool.run(.read, "SELECT pg_terminate_backend(pg_backend_pid())")
            }
            let answered = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<64 {
                    group.addTask {
                        let rows = try? await pool.run(.read, "SELECT $1::bigint", .int(Int64(number)))
                        return (try? rows?[0].int(0)) == Int64(number)
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            _ = await ended
            #expect(answered > 0)
        }
        await pool.shutdown()
    }

    @Test func anIdleConnectionNoticesItsEndAtOnce() async throws {
        let (pool, other) = try await twoPools()
        let session = try await pool.run(.read, "SELECT pg_backend_pid()")[0].int(0)
        try await other.run(.read, "SELECT pg_terminate_backend($1)", .int(session))
        try await eventually { pool.counters.reconnects == 1 && pool.counters.open == 1 }
        // The next write does not meet the dead connection, so there is nothing unknown about it.
        try await pool.run(.write, "SELECT 1")
        await pool.shutdown()
        await other.shutdown()
    }

    /// Sessions die all the time while eight writers work: what was acknowledged is there, what was refused is not,
    /// and nothing is there twice.
    @Test func aStormOfEndedSessionsLosesNothing() async throws {
        let pool = try await TestCluster.pool { $0.connections = 8 }
        let other = try await TestCluster.pool()
        try await Writers.prepare(pool)
        let database = try await pool.run(.read, "SELECT current_database()")[0].text(0)
        let end = ContinuousClock.now + .seconds(3)
        async let storm = Self.endSessions(of: database, other, until: end)
        let outcomes = await Writers.run(pool, until: end)
        #expect(try await storm > 50)
        try await Writers.check(outcomes, pool)
        #expect(outcomes.values.count { $0 == nil } > 500)
        await pool.shutdown()
        await other.shutdown()
    }

    /// Ends all sessions of `database` every 20 ms; gives how many it were.
    private static func endSessions(
        of database: String, _ pool: Pool, until end: ContinuousClock.Instant
    ) async throws -> Int {
        var ended = 0
        while ContinuousClock.now < end {
            ended += try await pool.run(
                .read, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", .text(database)
            ).count
            try await Task.sleep(for: .milliseconds(20))
        }
        return ended
    }

    /// A pool with a table whose inserts take their time at COMMIT, and another pool on the same server.
    private func slowCommit(seconds: Double = 20) async throws -> (Pool, Pool) {
        var options = PoolOptions(conninfo: try await TestCluster.database())
        let other = Pool(options, log: quiet)
        options.statementTimeout = .seconds(30)
        // Otherwise the server may notice that we are gone, and stop.
        options.setup = "SET client_connection_check_interval = 0"
        let pool = Pool(options, log: quiet)
        _ = try await pool.run(
            UnitOfWork(
                .write,
                [
                    Step("CREATE TABLE slow (n int)"),
                    Step(
                        """
                        CREATE FUNCTION nap() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN PERFORM pg_sleep(\(seconds)); RETURN NULL; END $$
                        """),
                    Step(
                        """
                        CREATE CONSTRAINT TRIGGER nap AFTER INSERT ON slow DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION nap()
                        """),
                ]))
        return (pool, other)
    }

    /// A pool of one connection, and another pool, on the same database.
    private func twoPools() async throws -> (Pool, Pool) {
        var options = PoolOptions(conninfo: try await TestCluster.database())
        let other = Pool(options, log: quiet)
        options.connections = 1
        return (Pool(options, log: quiet), other)
    }

    /// Ends the sessions of this test's database that match `condition`, as soon as there are any.
    private func terminate(_ pool: Pool, where condition: String) async throws {
        try await eventually {
            try await !pool.run(
                .read,
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND wait_event = 'PgSleep'
                    AND \(condition)
                """
            ).isEmpty
        }
    }
}

/// Waits until `condition` holds, at most ten seconds.
func eventually(_ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(10)
    while try await !condition() {
        try #require(ContinuousClock.now < end, "it did not come true within ten seconds")
        try await Task.sleep(for: .milliseconds(10))
    }
}
