import ArgumentParser
import Boot
import Logging
import Postgres

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database's structure up to date (数据库结构变更), or check it.",
        discussion: """
            Applies what is missing, in order, each migration in its own transaction. A private database is migrated \
            by every command anyway; an external one only by this. Ends with 1 when --check finds something missing.
            """)

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Change nothing; say what is missing.")
    var check = false

    func run() async throws {
        let log = DatabaseOptions.log(.warning)
        let configuration = try database.configuration()
        let names: [String]
        do {
            let place = try DatabasePlace.open(configuration, log: log)
            defer { place.close() }
            let migrator = try place.migrator(log: log)
            names = check ? try await migrator.check().pending : try await migrator.migrate()
        } catch let error as MigrationError {
            throw Failure(.migration(error))
        } catch { throw Failure(describing: error) }
        for name in names { print(check ? "pending \(name)" : "applied \(name)") }
        guard names.isEmpty else {
            if check { throw Failure(.dataSaysNo, "缺\(names.count)项。", "\(names.count) missing; run liban migrate.") }
            return
        }
        print("数据库结构是最新的。 / The database is up to date.")
    }
}
