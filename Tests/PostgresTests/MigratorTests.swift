import Testing

@testable import Postgres

@Suite struct MigratorTests {
    private let first = Migration(name: "0001_towns", sql: "CREATE TABLE town (n int); INSERT INTO town VALUES (1);")
    private let second = Migration(name: "0002_funds", sql: "CREATE TABLE fund (n int)")
    private let third = Migration(name: "0003_more", sql: "ALTER TABLE fund ADD COLUMN free bigint")

    @Test func appliesWhatIsPendingOnceAndInOrder() async throws {
        let conninfo = try await TestCluster.database()
        let one = migrator(conninfo, [first])
        #expect(try await one.check() == MigrationStatus(applied: [], pending: ["0001_towns"]))
        #expect(try await one.migrate() == ["0001_towns"])
        let all = migrator(conninfo, [first, second, third])
        #expect(
            try await all.check() == MigrationStatus(applied: ["0001_towns"], pending: ["0002_funds", "0003_more"]))
        #expect(try await all.migrate() == ["0002_funds", "0003_more"])
        #expect(try await all.migrate() == [])
        #expect(try await all.check().pending == [])
    }

    @Test func checkingChangesNothing() async throws {
        let conninfo = try await TestCluster.database()
        _ = try await migrator(conninfo, [first]).check()
        let pool = Pool(PoolOptions(conninfo: conninfo), log: quiet)
        let tables = try await pool.run(.read, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        #expect(try tables[0].int(0) == 0)
        await pool.shutdown()
    }

    @Test func aFailedMigrationLeavesNothingAndStopsTheRest() async throws {
        let conninfo = try await TestCluster.database()
        let broken = Migration(name: "0002_broken", sql: "CREATE TABLE half (n int); SELECT 1 / 0;")
        let error = await #expect(throws: MigrationError.self) {
            try await migrator(conninfo, [first, broken, third]).migrate()
        }
        guard case .failed("0002_broken", let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.sqlstate == "22012")
        let pool = Pool(PoolOptions(conninfo: conninfo), log: quiet)
        #expect(try await pool.run(.read, "SELECT to_regclass('half') IS NULL")[0].bool(0))
        #expect(try await migrator(conninfo, [first, second]).check().applied == ["0001_towns"])
        await pool.shutdown()
    }

    @Test func aMigrationMayNotEndItsTransaction() async throws {
        let sly = Migration(name: "0001_sly", sql: "CREATE TABLE a (n int); COMMIT; CREATE TABLE b (n int)")
        let error = await #expect(throws: MigrationError.self) {
            try await migrator(TestCluster.database(), [sly]).migrate()
        }
        #expect(error?.description.contains("ends the transaction") == true)
    }

    @Test func aChangedFileIsRefusedWithBothColumns() async throws {
        let conninfo = try await TestCluster.database()
        _ = try await migrator(conninfo, [first, second]).migrate()
        let changed = Migration(name: "0002_funds", sql: second.sql + " ")
        for lists in [[first, changed, third], [second, third], [Migration(name: "0001_x", sql: first.sql), second]] {
            let refused = migrator(conninfo, lists)
            let error = await #expect(throws: MigrationError.self) { try await refused.migrate() }
            guard case .differs(let comparison) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(await #expect(throws: MigrationError.self) { try await refused.check() } == error)
            #expect(comparison.contains("0001_towns"))
            #expect(comparison.split(separator: "\n").contains { $0.hasPrefix("!") })
            #expect(comparison.contains(lists[1].name))
        }
        // The refusal changed nothing.
        #expect(try await migrator(conninfo, [first, second]).check().pending == [])
    }

    @Test func anOlderProgramSaysThatTheDatabaseIsNewer() async throws {
        let conninfo = try await TestCluster.database()
        _ = try await migrator(conninfo, [first, second, third]).migrate()
        await #expect(throws: MigrationError.newerDatabase(unknown: ["0002_funds", "0003_more"])) {
            try await migrator(conninfo, [first]).migrate()
        }
    }

    @Test func filesOutOfOrderAreRefused() async throws {
        await #expect(throws: MigrationError.unordered(name: "0001_towns")) {
            try await migrator("host=/nonexistent", [second, first]).migrate()
        }
        await #expect(throws: MigrationError.unordered(name: "0001_towns")) {
            try await migrator("host=/nonexistent", [first, first]).check()
        }
    }

    @Test func migratorsAtOnceApplyEachMigrationOnce() async throws {
        let conninfo = try await TestCluster.database()
        let slow = Migration(name: "0002_slow", sql: "CREATE TABLE slow (n int); SELECT pg_sleep(0.2)")
        let applied = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<6 { group.addTask { try await migrator(conninfo, [first, slow, third2]).migrate() } }
            return try await group.reduce([], +)
        }
        #expect(applied.sorted() == ["0001_towns", "0002_slow", "0003_last"])
    }

    @Test func theRecordMayBeInASchemaOfItsOwn() async throws {
        let conninfo = try await TestCluster.database()
        let migrator = Migrator(conninfo: conninfo, migrations: [first], schema: "li\"ban", log: quiet)
        #expect(try await migrator.migrate() == ["0001_towns"])
        #expect(try await migrator.check().pending == [])
    }

    private let third2 = Migration(name: "0003_last", sql: "INSERT INTO slow VALUES (1)")

    private func migrator(_ conninfo: String, _ migrations: [Migration]) -> Migrator {
        Migrator(conninfo: conninfo, migrations: migrations, log: quiet)
    }
}
