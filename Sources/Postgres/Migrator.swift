public import Logging

/// Brings a database to the state of a list of migrations, forward only.
///
/// What was applied stands in `schema_migration`. A session lock lets one migrator work at a time; others wait for it.
public struct Migrator: Sendable {
    private let conninfo: String
    private let migrations: [Migration]
    private let schema: String
    private let log: Logger

    /// For the database of `conninfo` and `migrations` in order of their names, recorded in `schema`.
    public init(conninfo: String, migrations: [Migration], schema: String = "public", log: Logger) {
        self.conninfo = conninfo
        self.migrations = migrations
        self.schema = schema
        self.log = log
    }

    /// What is applied and what is not. Changes nothing; throws when the database does not fit the list.
    public func check() async throws(MigrationError) -> MigrationStatus {
        try await onThread { () throws(MigrationError) in
            let link = try connect()
            let done = try plan(link).appliedCount()
            let names = migrations.map(\.name)
            return MigrationStatus(applied: Array(names.prefix(done)), pending: Array(names.dropFirst(done)))
        }
    }

    /// Applies what is not applied yet, each migration in its own transaction, and gives the names.
    public func migrate() async throws(MigrationError) -> [String] {
        try await onThread { () throws(MigrationError) in
            let link = try connect()
            try orUnavailable { () throws(ExecuteError) in
                // Any number will do as long as every migrator takes the same; released when the connection ends.
                try link.execute("SELECT pg_advisory_lock(hashtextextended('schema_migration', 0))")
                try link.execute(tableDefinition)
            }
            let done = try plan(link).appliedCount()
            for (index, migration) in migrations.enumerated().dropFirst(done) {
                try apply(migration, position: index + 1, link)
                log.info("applied migration \(migration.name)")
            }
            return migrations.dropFirst(done).map(\.name)
        }
    }

    private var table: String { "\(quoted(schema)).schema_migration" }

    private var tableDefinition: String {
        """
        SET client_min_messages = warning;
        CREATE SCHEMA IF NOT EXISTS \(quoted(schema));
        CREATE TABLE IF NOT EXISTS \(table) (
            position integer PRIMARY KEY,
            name text NOT NULL UNIQUE,
            checksum text NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now()
        );
        RESET client_min_messages;
        """
    }

    private func connect() throws(MigrationError) -> Link {
        for (earlier, later) in zip(migrations, migrations.dropFirst()) where earlier.name >= later.name {
            throw .unordered(name: later.name)
        }
        do {
            return try Link(
                conninfo: conninfo, applicationName: "liban migrate", connectTimeout: .seconds(5), log: log)
        } catch {
            throw .unavailable(reason: error.reason)
        }
    }

    private func plan(_ link: Link) throws(MigrationError) -> MigrationPlan {
        // The server computes the checksums: this module needs no hash of its own for it.
        let checksums = try orUnavailable { () throws(ExecuteError) in
            try link.query(
                """
                SELECT encode(sha256(convert_to(sql, 'UTF8')), 'hex')
                FROM unnest($1::text[]) WITH ORDINALITY AS file (sql, place) ORDER BY place
                """, [.textArray(migrations.map(\.sql))])
        }
        let exists = try orUnavailable { () throws(ExecuteError) in
            try link.query("SELECT to_regclass($1) IS NOT NULL", [.text(table)])
        }
        do {
            var applied: [MigrationPlan.Entry] = []
            if try exists[0].bool(0) {
                let rows = try orUnavailable { () throws(ExecuteError) in
                    try link.execute("SELECT name, checksum FROM \(table) ORDER BY position")
                }
                applied = try rows.map { .init(name: try $0.text(0), checksum: try $0.text(1)) }
            }
            let files = try zip(migrations, checksums).map { migration, row in
                MigrationPlan.Entry(name: migration.name, checksum: try row.text(0))
            }
            return MigrationPlan(applied: applied, files: files)
        } catch let error as MigrationError {
            throw error
        } catch {
            throw .unavailable(reason: "\(error)")
        }
    }

    private func apply(_ migration: Migration, position: Int, _ link: Link) throws(MigrationError) {
        do throws(ExecuteError) {
            // A migration that cannot have its lock gives up rather than block everyone who queues behind it.
            try link.execute("BEGIN; SET LOCAL lock_timeout = '10s'")
            try link.execute(migration.sql)
            guard link.isInSoundTransaction else {
                let message = "it ends the transaction it runs in, and what came before that stays"
                throw .refused(ServerError(sqlstate: "2D000", message: message, statement: nil))
            }
            try link.query(
                """
                INSERT INTO \(table) (position, name, checksum)
                VALUES ($1, $2, encode(sha256(convert_to($3, 'UTF8')), 'hex'))
                """, [.int(Int64(position)), .text(migration.name), .text(migration.sql)])
            try link.execute("COMMIT")
        } catch {
            switch error {
            case .refused(let error): throw .failed(name: migration.name, error: error)
            case .lost(let lost): throw .unavailable(reason: "in migration \(migration.name): \(lost.reason)")
            }
        }
    }

    private func orUnavailable<T>(_ body: () throws(ExecuteError) -> T) throws(MigrationError) -> T {
        do { return try body() } catch { throw .unavailable(reason: error.reason) }
    }

    /// Runs `body`, which blocks, on a thread of its own.
    private func onThread<T: Sendable>(
        _ body: @escaping @Sendable () throws(MigrationError) -> T
    ) async throws(MigrationError) -> T {
        let outcome: Result<T, MigrationError> = await withCheckedContinuation { continuation in
            let started = OSThread.start(name: "migrator") {
                continuation.resume(returning: Result { () throws(MigrationError) in try body() })
            }
            if !started { continuation.resume(returning: .failure(.unavailable(reason: "the system gives no thread"))) }
        }
        return try outcome.get()
    }
}

/// `name` as an SQL identifier.
func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
