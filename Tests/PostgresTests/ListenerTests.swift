import Testing

@testable import Postgres

@Suite struct ListenerTests {
    @Test(.timeLimit(.minutes(1))) func hearsItsChannelsAndListensAgainAfterALoss() async throws {
        let conninfo = try await TestCluster.database()
        let pool = Pool(PoolOptions(conninfo: conninfo), log: quiet)
        let listener = Listener(conninfo: conninfo, channels: ["outbox", "Event"], log: quiet)
        var events = listener.events.makeAsyncIterator()
        #expect(await events.next() == .connected)
        _ = try await pool.run(
            UnitOfWork(
                .write,
                [
                    Step("SELECT pg_notify('outbox', $1)", ["办"]), Step("SELECT pg_notify('other', 'x')"),
                    Step("SELECT pg_notify('Event', '')"),
                ]))
        #expect(await events.next() == .notified(channel: "outbox", payload: "办"))
        #expect(await events.next() == .notified(channel: "Event", payload: ""))
        try await pool.run(
            .read,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'liban listen'"
                + " AND datname = current_database()")
        #expect(await events.next() == .lost)
        #expect(await events.next() == .connected)
        try await pool.run(.write, "NOTIFY outbox")
        #expect(await events.next() == .notified(channel: "outbox", payload: ""))
        listener.stop()
        #expect(await events.next() == nil)
        await pool.shutdown()
    }
}
