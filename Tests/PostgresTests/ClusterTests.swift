import Foundation
import Testing

@testable import Postgres

/// Each of these starts servers of its own; one after the other, for they are heavy.
@Suite(.serialized) struct ClusterTests {
    private let directory = TestCluster.temporaryDirectory(UUID().uuidString)

    private func start(_ settings: [String: String] = [:]) throws -> PrivateCluster {
        try PrivateCluster.start(
            dataDirectory: directory, extraSettings: ["fsync": "off"].merging(settings) { $1 }, log: quiet)
    }

    private var data: String { directory + "/postgres/data" }

    /// The number in the pid file; 0 while there is none.
    private func serverProcess() -> pid_t {
        contents(of: data + "/postmaster.pid")?.split(separator: "\n").first.flatMap { pid_t($0) } ?? 0
    }

    @Test func theFirstOwnsTheSecondIsAGuestAndDataStays() async throws {
        let owner = try start()
        let pool = Pool(PoolOptions(conninfo: owner.conninfo()), log: quiet)
        try await pool.run(.write, "CREATE TABLE kept AS SELECT 42 AS n")
        let guest = try start()
        #expect(owner.isOwner && !guest.isOwner)
        guest.stop()
        #expect(try await pool.run(.read, "SELECT n FROM kept")[0].int(0) == 42)
        await pool.shutdown()
        owner.stop()
        #expect(!FileManager.default.fileExists(atPath: data + "/postmaster.pid"))
        owner.stop()

        let begin = ContinuousClock.now
        let again = try start()
        #expect(ContinuousClock.now - begin < .seconds(2))
        #expect(again.isOwner)
        let rows = try await Pool(PoolOptions(conninfo: again.conninfo()), log: quiet).run(.read, "SELECT n FROM kept")
        #expect(try rows[0].int(0) == 42)
        again.stop()
    }

    @Test func whoeverLeavesLastStopsTheServer() async throws {
        let owner = try start()
        let guest = try start()
        let pool = Pool(PoolOptions(conninfo: guest.conninfo()), log: quiet)
        let server = serverProcess()
        owner.stop()
        // Not even a moment without it, and from now on the guest watches it.
        #expect(try await pool.run(.read, "SELECT 1")[0].int(0) == 1)
        try await eventually { guest.isOwner }
        #expect(serverProcess() == server)
        #expect(kill(server, SIGKILL) == 0)
        try await eventually { ![0, server].contains(serverProcess()) }
        await pool.shutdown()
        guest.stop()
        #expect(!FileManager.default.fileExists(atPath: data + "/postmaster.pid"))
    }

    /// Commands in a row, each beginning while the one before still ends.
    @Test func nobodyFindsAServerThatIsAboutToStop() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    let cluster = try start()
                    let pool = Pool(PoolOptions(conninfo: cluster.conninfo()), log: quiet)
                    #expect(try await pool.run(.read, "SELECT 1")[0].int(0) == 1)
                    await pool.shutdown()
                    cluster.stop()
                }
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...150)))
            }
            try await group.waitForAll()
        }
        #expect(!FileManager.default.fileExists(atPath: data + "/postmaster.pid"))
    }

    @Test func aKilledServerIsBroughtUpAgain() async throws {
        let cluster = try start()
        let pool = Pool(PoolOptions(conninfo: cluster.conninfo()), log: quiet)
        try await pool.run(.write, "CREATE TABLE kept (n int)")
        for n in 1...3 {
            try await pool.run(.write, "INSERT INTO kept VALUES ($1)", .int(Int64(n)))
            // A session at work outlives its postmaster, unless somebody sees to it.
            async let busy = Result.of { () async throws(DatabaseError) in
                try await pool.run(.write, "SELECT pg_sleep(4)")
            }
            try await eventually { pool.counters.busy == 1 }
            let begin = ContinuousClock.now
            let killed = serverProcess()
            #expect(kill(killed, SIGKILL) == 0)
            // Until then a session that has not noticed yet may still answer.
            try await eventually { ![0, killed].contains(serverProcess()) }
            let count = try await Self.patiently(pool) {
                try await pool.run(.read, "SELECT count(*) FROM kept")[0].int(0)
            }
            #expect(count == Int64(n))
            #expect(ContinuousClock.now - begin < .seconds(4))
            _ = await busy
        }
        await pool.shutdown()
        cluster.stop()
    }

    /// The postmaster and every session die at once, again and again, with fsync on.
    @Test func whatWasAcknowledgedSurvivesKills() async throws {
        let cluster = try start(["fsync": "on"])
        let pool = Pool(PoolOptions(conninfo: cluster.conninfo()), log: quiet)
        try await Writers.prepare(pool)
        async let outcomes = Writers.run(pool, until: .now + .seconds(4))
        for _ in 0..<4 {
            try await Task.sleep(for: .milliseconds(Int.random(in: 300...800)))
            let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
            for process in processes where linkTarget(of: "/proc/\(process)/cwd") == data { kill(process, SIGKILL) }
        }
        let told = await outcomes
        #expect(told.values.count { $0 == nil } > 500)
        try await Writers.check(told, pool)
        await pool.shutdown()
        cluster.stop()
    }

    @Test func aServerLeftByADeadProcessIsTakenOver() async throws {
        let account = try ServerAccount.current()
        let layout = try ClusterLayout(dataDirectory: directory, account: account, log: quiet)
        let left = try ClusterServer(layout: layout, account: account, settings: ["fsync": "off"], log: quiet).bringUp()
        let cluster = try start()
        #expect(cluster.isOwner)
        #expect(serverProcess() == left.process)
        cluster.stop()
        #expect(left.isGone)
        left.release()
    }

    @Test func whatAnInterruptedRunLeftIsInNobodysWay() async throws {
        try FileManager.default.createDirectory(
            atPath: directory + "/postgres/unfinished-1/base", withIntermediateDirectories: true)
        let cluster = try start()
        #expect(!FileManager.default.fileExists(atPath: directory + "/postgres/unfinished-1"))
        cluster.stop()
        // A pid file of a server that died, whose number now belongs to a process that is no server: this one.
        try "\(getpid())\n\(data)\n".write(toFile: data + "/postmaster.pid", atomically: false, encoding: .utf8)
        let again = try start()
        #expect(serverProcess() != getpid())
        again.stop()
    }

    @Test func aServerThatDoesNotStartSaysWhy() async throws {
        let error = #expect(throws: ClusterError.self) { try start(["shared_buffers": "plenty"]) }
        #expect(error?.description.contains("invalid value for parameter \"shared_buffers\"") == true)
        // And nothing is left behind that hinders the next start.
        try start().stop()
    }

    @Test func aLongPathHasItsSocketElsewhere() async throws {
        let long = directory + "/" + String(repeating: "long-", count: 20)
        let cluster = try PrivateCluster.start(dataDirectory: long, extraSettings: ["fsync": "off"], log: quiet)
        #expect(!cluster.socketDirectory.hasPrefix(long))
        let pool = Pool(PoolOptions(conninfo: cluster.conninfo()), log: quiet)
        #expect(try await pool.run(.read, "SELECT 1")[0].int(0) == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: cluster.socketDirectory)[.posixPermissions]
        #expect(mode as? Int == 0o700)
        await pool.shutdown()
        cluster.stop()
        try FileManager.default.removeItem(atPath: cluster.socketDirectory)
    }

    @Test(.enabled(if: geteuid() == 0)) func rootsOwnDirectoryIsNotForTheServer() async throws {
        let closed = directory + "/closed"
        try FileManager.default.createDirectory(
            atPath: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let cluster = try PrivateCluster.start(dataDirectory: closed, extraSettings: ["fsync": "off"], log: quiet)
        #expect(cluster.serverLog.hasPrefix("/var/lib/liban/"))
        cluster.stop()
        let home = URL(filePath: cluster.serverLog).deletingLastPathComponent().deletingLastPathComponent()
        try FileManager.default.removeItem(at: home)
    }

    /// A standby that never answers, and somebody who cancels the wait: the server says success, and we say unknown.
    @Test func aCommitThatMayNotBeReplicatedIsUnknown() async throws {
        let cluster = try start()
        let pool = Pool(PoolOptions(conninfo: cluster.conninfo()), log: quiet)
        try await pool.run(.write, "CREATE TABLE kept (n int)")
        try await pool.run(.read, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        try await pool.run(.read, "SELECT pg_reload_conf()")
        let canceller = Task {
            while !Task.isCancelled {
                try await pool.run(
                    .read, "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        // The first few may still commit without waiting: the server's processes hear of the setting one by one.
        var written: Int64 = 0
        try await eventually {
            written += 1
            let outcome = await Result.of { () async throws(DatabaseError) in
                try await pool.run(.write, "INSERT INTO kept VALUES ($1)", .int(written))
            }
            return outcome.error?.isUnknown == true
        }
        canceller.cancel()
        // It did happen here, which is why "rolled back" would have been wrong.
        #expect(try await pool.run(.read, "SELECT max(n) FROM kept")[0].int(0) == written)
        await pool.shutdown()
        cluster.stop()
    }

    /// Repeats `body` until it does not fail, at most eight seconds.
    private static func patiently<T>(_ pool: Pool, _ body: () async throws -> T) async throws -> T {
        let end = ContinuousClock.now + .seconds(8)
        while true {
            do {
                return try await body()
            } catch  where ContinuousClock.now < end {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }
}
