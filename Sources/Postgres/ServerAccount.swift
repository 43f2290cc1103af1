internal import Glibc

/// The system account the server runs as. PostgreSQL refuses to run as root.
struct ServerAccount {
    let user: uid_t
    let group: gid_t
    // What precedes a command so that it runs as this account; empty when we are it already.
    private let prefix: [String]

    /// Ourselves, or `postgres` when we are root.
    static func current() throws(ClusterError) -> ServerAccount {
        guard geteuid() == 0 else { return ServerAccount(user: geteuid(), group: getegid(), prefix: []) }
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 4096)
        guard getpwnam_r("postgres", &entry, &buffer, buffer.count, &found) == 0, found != nil else {
            throw ClusterError(
                "PostgreSQL does not run as root and there is no system user postgres; apt-get install postgresql")
        }
        let (user, group) = (entry.pw_uid, entry.pw_gid)
        // setpriv becomes the command it runs, so the process we started is the server itself.
        guard let setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].first(where: fileExists) else {
            throw ClusterError("setpriv, which gives up root for PostgreSQL, is missing; apt-get install util-linux")
        }
        return ServerAccount(
            user: user, group: group, prefix: [setpriv, "--reuid=\(user)", "--regid=\(group)", "--clear-groups", "--"])
    }

    /// `command` as this account.
    func command(_ command: [String]) -> [String] { prefix + command }

    /// Makes `path` if need be, ours alone: mode 0700, owned by this account, no link put there by someone else.
    func makePrivateDirectory(_ path: String) throws(ClusterError) {
        if mkdir(path, 0o700) != 0 && errno != EEXIST {
            throw ClusterError("create the directory \(path)", errno: errno)
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw ClusterError("look at \(path)", errno: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR, [user, geteuid()].contains(status.st_uid) else {
            throw ClusterError("\(path) is not a directory of our own; remove it or choose another data directory")
        }
        if status.st_uid != user && chown(path, user, group) != 0 {
            throw ClusterError("give \(path) to the server's account", errno: errno)
        }
        if status.st_mode & 0o777 != 0o700 && chmod(path, 0o700) != 0 {
            throw ClusterError("close \(path) to others", errno: errno)
        }
    }

    /// Whether this account may pass through `path` and every directory above it. `path` has no links.
    func canReach(_ path: String) -> Bool {
        if user == geteuid() { return true }
        var above = ""
        for part in [""] + path.split(separator: "/").map(String.init) {
            above += part + "/"
            var status = stat()
            guard stat(above, &status) == 0 else { return false }
            let needed: mode_t =
                if status.st_uid == user { S_IXUSR } else if status.st_gid == group { S_IXGRP } else { S_IXOTH }
            if status.st_mode & needed == 0 { return false }
        }
        return true
    }
}
