public import Logging
public import Postgres
import Store

/// Where the database is: one given by URL, or a private one that this process starts.
public struct DatabasePlace: Sendable {
    /// nil for an external database.
    let cluster: PrivateCluster?
    let ownerConninfo: String

    var isPrivate: Bool { cluster != nil }

    /// The service works under its own role: it cannot change events or ledger entries.
    var serviceConninfo: String { cluster?.conninfo(user: Self.serviceRole) ?? ownerConninfo }

    /// An external database is reached with the URL's own user, who takes the service's role on for each session.
    var serviceSetup: String? { isPrivate ? nil : "SET ROLE \(Self.serviceRole)" }

    static let serviceRole = "liban_service"

    /// Starts the private database, or only takes the URL.
    public static func open(_ configuration: Configuration, log: Logger) throws(BootFault) -> DatabasePlace {
        if let url = configuration.databaseURL { return DatabasePlace(cluster: nil, ownerConninfo: url) }
        do throws(ClusterError) {
            let cluster = try PrivateCluster.start(dataDirectory: configuration.dataDirectory, log: log)
            return DatabasePlace(cluster: cluster, ownerConninfo: cluster.conninfo())
        } catch { throw .cluster(error) }
    }

    public func migrator(log: Logger) throws(BootFault) -> Migrator {
        do throws(SQLLibraryError) {
            return Migrator(conninfo: ownerConninfo, migrations: try SQLLibrary.migrations(), log: log)
        } catch { throw .program("\(error)") }
    }

    /// Migrates a private database; only looks at an external one. What is still missing afterwards.
    func pendingMigrations(log: Logger) async throws(BootFault) -> [String] {
        let migrator = try migrator(log: log)
        do throws(MigrationError) {
            guard isPrivate else { return try await migrator.check().pending }
            _ = try await migrator.migrate()
            return []
        } catch { throw .migration(error) }
    }

    /// Stops a private database of this process.
    public func close() { cluster?.stop() }
}
