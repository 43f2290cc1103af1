internal import Glibc
internal import Logging

/// Where the private cluster keeps what.
struct ClusterLayout: Sendable {
    // sun_path holds 108 bytes with its end; PostgreSQL appends this name.
    private static let longestSocketDirectory = 107 - "/.s.PGSQL.5432".utf8.count

    /// Belongs to the server's account, closed to others. Holds everything below but, if its path is long, the socket.
    let base: String
    let socketDirectory: String

    /// PostgreSQL's own data directory; made elsewhere and moved here whole, so it is never half there.
    var data: String { base + "/data" }
    var log: String { base + "/server.log" }
    /// Held by the process that starts and stops the server.
    var ownerLock: String { base + "/owner.lock" }
    /// Held by every process that uses the server.
    var usersLock: String { base + "/users.lock" }
    static let unfinishedPrefix = "unfinished-"

    /// Makes the directories in `dataDirectory`, or elsewhere if the server could not get there.
    init(dataDirectory: String, account: ServerAccount, log: Logger) throws(ClusterError) {
        try makeDirectories(dataDirectory, mode: 0o755)
        guard let real = realPath(dataDirectory) else {
            throw ClusterError("find the directory \(dataDirectory)", errno: errno)
        }
        var home = real
        if !account.canReach(real) {
            home = "/var/lib/liban/" + shortHash(real)
            try makeDirectories(home, mode: 0o755)
            log.notice("the user postgres cannot reach \(real); the database is in \(home)")
        }
        base = home + "/postgres"
        try account.makePrivateDirectory(base)
        let inside = base + "/socket"
        if inside.utf8.count <= Self.longestSocketDirectory {
            socketDirectory = inside
        } else {
            let short = geteuid() == 0 ? "/run/liban-" : "/tmp/liban-"
            socketDirectory = short + shortHash(base)
            log.info("the path of the data directory is long; the database's socket is in \(socketDirectory)")
        }
        try account.makePrivateDirectory(socketDirectory)
    }

    /// The major version that made the data; nil before the first run.
    var majorVersion: Int? { contents(of: data + "/PG_VERSION").flatMap { Int($0.trimmed) } }
}
