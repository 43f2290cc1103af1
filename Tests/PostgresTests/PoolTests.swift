import Logging
import Testing

@testable import Postgres

@Suite struct PoolTests {
    @Test func aFullQueueRefusesAndTheRestIsServedInOrder() async throws {
        let pool = try await TestCluster.pool { ($0.connections, $0.queueLimit) = (1, 3) }
        try await pool.run(.write, "CREATE TABLE served (place serial, n int)")
        try await eventually { pool.counters.busy == 0 }
        async let busy = pool.run(.write, "SELECT pg_sleep(0.5)")
        try await eventually { pool.counters.busy == 1 }
        var waiting: [Task<Void, any Error>] = []
        for n in 1...3 {
            waiting.append(
                Task { _ = try await pool.run(.write, "INSERT INTO served (n) VALUES ($1)", .int(Int64(n))) })
            try await eventually { pool.counters.queued == n }
        }
        await #expect(throws: DatabaseError.overloaded) { try await pool.run(.write, "SELECT 1") }
        _ = try await busy
        for task in waiting { try await task.value }
        let order = try await pool.run(.read, "SELECT n FROM served ORDER BY place").map { try $0.int(0) }
        #expect(order == [1, 2, 3])
        #expect(pool.counters.overloaded == 1)
        await pool.shutdown()
    }

    @Test func aDeadlineInTheQueueMeansNothingWasSent() async throws {
        let pool = try await TestCluster.pool { $0.connections = 1 }
        try await pool.run(.write, "CREATE TABLE late (n int)")
        try await eventually { pool.counters.busy == 0 }
        async let busy = pool.run(.write, "SELECT pg_sleep(1)")
        try await eventually { pool.counters.busy == 1 }
        let begin = ContinuousClock.now
        await #expect(throws: DatabaseError.deadlineExceeded) {
            try await pool.run(.write, "INSERT INTO late VALUES (1)", deadline: .milliseconds(200))
        }
        #expect(ContinuousClock.now - begin < .milliseconds(600))
        _ = try await busy
        #expect(try await pool.run(.read, "SELECT count(*) FROM late")[0].int(0) == 0)
        await pool.shutdown()
    }

    @Test func aReadThatTakesTooLongIsGivenUp() async throws {
        let pool = try await TestCluster.pool { $0.connections = 1 }
        await #expect(throws: DatabaseError.deadlineExceeded) {
            try await pool.run(.read, "SELECT pg_sleep(3)", deadline: .milliseconds(200))
        }
        #expect(try await pool.run(.read, "SELECT 7")[0].int(0) == 7)
        #expect(pool.counters.reconnects == 1)
        await pool.shutdown()
    }

    @Test func theServersOwnLimitIsARefusal() async throws {
        let pool = try await TestCluster.pool { $0.statementTimeout = .milliseconds(100) }
        let error = await #expect(throws: DatabaseError.self) { try await pool.run(.write, "SELECT pg_sleep(5)") }
        #expect(error?.refusal?.isCancelled == true)
        await pool.shutdown()
    }

    @Test func withoutAServerCallersHearLibpqsReasonInTime() async throws {
        var options = PoolOptions(conninfo: "host=/nonexistent user=nobody dbname=nothing")
        options.deadline = .seconds(1)
        let pool = Pool(options, log: quiet)
        let begin = ContinuousClock.now
        let error = await #expect(throws: DatabaseError.self) { try await pool.run(.write, "SELECT 1") }
        #expect(ContinuousClock.now - begin < .seconds(3))
        guard case .unavailable(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("/nonexistent"))
        await pool.shutdown()
    }

    @Test func setUpRunsOnEachConnectionAndItsFailureIsTold() async throws {
        let pool = try await TestCluster.pool { $0.setup = "SET search_path = elsewhere; SET work_mem = '7MB'" }
        #expect(try await pool.run(.read, "SHOW work_mem")[0].text(0) == "7MB")
        #expect(try await pool.run(.read, "SHOW TimeZone")[0].text(0) == "UTC")
        #expect(try await pool.run(.read, "SHOW application_name")[0].text(0) == "liban")
        await pool.shutdown()
        let broken = try await TestCluster.pool {
            ($0.setup, $0.deadline) = ("SET ROLE nobody_there", .seconds(1))
        }
        let error = await #expect(throws: DatabaseError.self) { try await broken.run(.read, "SELECT 1") }
        #expect(error?.description.contains("nobody_there") == true)
        await broken.shutdown()
    }

    @Test func theSecondHostIsTriedWhenTheFirstIsGone() async throws {
        let cluster = try TestCluster.shared.get()
        let hosts = "postgresql:///liban?host=/nonexistent,\(cluster.socketDirectory)&user=\(PrivateCluster.owner)"
        let pool = Pool(PoolOptions(conninfo: hosts + "&target_session_attrs=read-write"), log: quiet)
        #expect(try await pool.run(.read, "SELECT 1")[0].int(0) == 1)
        await pool.shutdown()
        var options = PoolOptions(conninfo: hosts + "&target_session_attrs=standby")
        options.deadline = .seconds(1)
        let standby = Pool(options, log: quiet)
        let error = await #expect(throws: DatabaseError.self) { try await standby.run(.read, "SELECT 1") }
        #expect(error?.isUnavailable == true)
        await standby.shutdown()
    }

    @Test func readsThatShareAFlushDoNotShareTheirErrors() async throws {
        let pool = try await TestCluster.pool { $0.connections = 1 }
        try await eventually { pool.counters.busy == 0 }
        async let busy = pool.run(.read, "SELECT pg_sleep(0.2)")
        try await eventually { pool.counters.busy == 1 }
        let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
            for n in 0..<200 {
                group.addTask {
                    let result = await Result.of { () async throws(DatabaseError) in
                        try await pool.run(.read, "SELECT 100 / $1::int", .int(Int64(n % 10)))
                    }
                    if n % 10 == 0 { return result.error?.refusal?.sqlstate != "22012" }
                    return try result.get()[0].int(0) != 100 / Int64(n % 10)
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wrong == 0)
        _ = try await busy
        await pool.shutdown()
    }

    @Test func shutdownAnswersWhatWaitsAndRefusesMore() async throws {
        let pool = try await TestCluster.pool { $0.connections = 1 }
        try await eventually { pool.counters.busy == 0 }
        async let first = pool.run(.write, "SELECT pg_sleep(0.2)")
        try await eventually { pool.counters.busy == 1 }
        async let second = pool.run(.read, "SELECT 2")
        try await eventually { pool.counters.queued == 1 }
        await pool.shutdown()
        #expect(pool.counters.open == 0)
        _ = try await first
        #expect(try await second[0].int(0) == 2)
        let error = await #expect(throws: DatabaseError.self) { try await pool.run(.read, "SELECT 1") }
        #expect(error?.isUnavailable == true)
    }

    @Test func aFloodOfNoticesDoesNotBlock() async throws {
        let pool = try await TestCluster.pool { $0.connections = 1 }
        let flood = """
            DO $$ BEGIN FOR i IN 1..100000 LOOP RAISE NOTICE 'notice % %', i, repeat('x', 50); END LOOP; END $$
            """
        // The large parameter after the flood: the server writes to us while we still write to it.
        let large = String(repeating: "y", count: 4_000_000)
        let rows = try await pool.run(
            UnitOfWork(.write, [Step(flood), Step("SELECT length($1)", [.text(large)])]), deadline: .seconds(30))
        #expect(try rows[1][0].int(0) == 4_000_000)
        await pool.shutdown()
    }

    @Test func resultsOfManyMegabytesArriveWhole() async throws {
        let pool = try await TestCluster.pool { $0.connections = 1 }
        let rows = try await pool.run(
            .read, "SELECT i, repeat(md5(i::text), 30) FROM generate_series(1, 20000) AS i", deadline: .seconds(30))
        #expect(rows.count == 20_000)
        #expect(try rows.reduce(0) { try $0 + $1.text(1).utf8.count } == 20_000 * 960)
        #expect(try rows[19_999].int(0) == 20_000)
        await pool.shutdown()
    }
}
