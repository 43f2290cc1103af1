import Testing

@testable import Postgres

@Suite struct UnitOfWorkTests {
    @Test func aUnitGivesTheRowsOfEachStep() async throws {
        let pool = try await ledger()
        let rows = try await pool.run(
            UnitOfWork(
                .write,
                [
                    Step("INSERT INTO entry SELECT generate_series(1, 5)"), Step("SELECT count(*) FROM entry"),
                    Step("UPDATE entry SET n = -n WHERE n > $1 RETURNING n", [3]),
                    Step("DELETE FROM entry WHERE n = 99"),
                ]))
        #expect(rows.map(\.affected) == [5, 1, 2, 0])
        #expect(try rows[1][0].int(0) == 5)
        #expect(try rows[2].map { try $0.int(0) }.sorted() == [-5, -4])
        #expect(pool.counters.committed == 2)
        await pool.shutdown()
    }

    // Where in the pipeline the refusal comes, and whether its statement was prepared before, must make no difference.
    @Test(arguments: 0..<5, [false, true])
    func anErrorAnywhereUndoesAll(position: Int, warm: Bool) async throws {
        let pool = try await ledger { $0.connections = 1 }
        let failing = Step("SELECT 1 / ($1::int)", [warm ? 1 : 0])
        if warm { _ = try await pool.run(UnitOfWork(.write, [failing])) }
        var steps = (1...4).map { Step("INSERT INTO entry VALUES ($1)", [.int(Int64($0))]) }
        steps.insert(Step(failing.statement, [0]), at: position)
        let error = await #expect(throws: DatabaseError.self) { try await pool.run(UnitOfWork(.write, steps)) }
        guard case .rolledBack(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.sqlstate == "22012")
        #expect(refusal.statement == failing.statement.name)
        #expect(try await pool.run(.read, "SELECT count(*) FROM entry")[0].int(0) == 0)
        // The same connection is as good as new.
        try await pool.run(.write, "INSERT INTO entry VALUES (1)")
        #expect(pool.counters.reconnects == 0)
        #expect(pool.counters.rolledBack == 1)
        await pool.shutdown()
    }

    @Test func aStatementThatCannotBePreparedIsNamed() async throws {
        let pool = try await ledger { $0.connections = 1 }
        for _ in 0..<3 {
            let error = await #expect(throws: DatabaseError.self) { try await pool.run(.write, "SELECT nowhere") }
            #expect(error?.refusal?.sqlstate == "42703")
            #expect(error?.refusal?.statement == "SELECT nowhere")
        }
        await pool.shutdown()
    }

    @Test func aGuardInSQLNamesItsConstraint() async throws {
        let pool = try await ledger()
        try await pool.run(
            .write,
            """
            CREATE FUNCTION spend() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
                RAISE 'no money' USING ERRCODE = 'LB001', CONSTRAINT = 'spending_within_award', DETAIL = 'free 12',
                    HINT = 'ask', TABLE = 'fund', COLUMN = 'free';
            END $$
            """)
        let error = await #expect(throws: DatabaseError.self) { try await pool.run(.write, "SELECT spend()") }
        let refusal = try #require(error?.refusal)
        #expect(refusal.sqlstate == "LB001")
        #expect(refusal.message == "no money")
        #expect(refusal.constraint == "spending_within_award")
        #expect(refusal.detail == "free 12")
        #expect(refusal.hint == "ask")
        #expect(refusal.table == "fund")
        #expect(refusal.column == "free")
        #expect(!refusal.isConflict)
        await pool.shutdown()
    }

    @Test func aDeferredConstraintRefusesTheCommit() async throws {
        let pool = try await ledger()
        try await pool.run(.write, "CREATE TABLE once (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)")
        let error = await #expect(throws: DatabaseError.self) {
            try await pool.run(.write, "INSERT INTO once VALUES (1), (1)")
        }
        #expect(error?.refusal?.sqlstate == "23505")
        #expect(error?.refusal?.statement == "commit")
        #expect(error?.refusal?.constraint == "once_n_key")
        await pool.shutdown()
    }

    @Test func severalReadsSeeOneSnapshotAndMayNotWrite() async throws {
        let pool = try await ledger()
        let count = Step("SELECT count(*) FROM entry")
        async let counts = pool.run(UnitOfWork(.read, [count, Step("SELECT pg_sleep(0.3)"), count]))
        try await Task.sleep(for: .milliseconds(100))
        try await pool.run(.write, "INSERT INTO entry VALUES (1)")
        let rows = try await counts
        #expect(try rows[0][0].int(0) == rows[2][0].int(0))
        let error = await #expect(throws: DatabaseError.self) {
            try await pool.run(UnitOfWork(.read, [count, Step("INSERT INTO entry VALUES (2)")]))
        }
        #expect(error?.refusal?.sqlstate == "25006")
        await pool.shutdown()
    }

    @Test func serializableUnitsConflict() async throws {
        let pool = try await ledger { $0.connections = 2 }
        try await pool.run(.write, "INSERT INTO entry VALUES (1)")
        // Each reads what the other writes: one of them has to go.
        let skewed = UnitOfWork(
            .serializable,
            [
                Step("SELECT count(*) FROM entry"), Step("SELECT pg_sleep(0.3)"), Step("INSERT INTO entry VALUES (2)"),
            ])
        async let first = Result.of { () async throws(DatabaseError) in try await pool.run(skewed) }
        async let second = Result.of { () async throws(DatabaseError) in try await pool.run(skewed) }
        let failures = await [first, second].compactMap(\.error)
        #expect(failures.count == 1)
        #expect(failures.first?.refusal?.isConflict == true)
        await pool.shutdown()
    }

    @Test func aChangedTableOnlyCostsASecondTry() async throws {
        let pool = try await ledger { $0.connections = 1 }
        let all = "SELECT * FROM entry"
        try await pool.run(.read, all)
        try await pool.run(.write, all)
        try await pool.run(.write, "ALTER TABLE entry ADD COLUMN note text")
        #expect(try await pool.run(.read, all).columnCount == 2)
        try await pool.run(.write, "ALTER TABLE entry ADD COLUMN more text")
        #expect(try await pool.run(.write, all).columnCount == 3)
        try await pool.run(.read, "DEALLOCATE ALL")
        #expect(try await pool.run(.write, all).columnCount == 3)
        #expect(pool.counters.reconnects == 0)
        await pool.shutdown()
    }

    private func ledger(_ change: (inout PoolOptions) -> Void = { _ in }) async throws -> Pool {
        let pool = try await TestCluster.pool(change)
        try await pool.run(.write, "CREATE TABLE entry (n int)")
        return pool
    }
}
