internal import Glibc
internal import Logging

/// Makes and starts the server of a private cluster. Used by one thread at a time, under the owner's lock.
struct ClusterServer: Sendable {
    let layout: ClusterLayout
    let account: ServerAccount
    let settings: [String: String]
    let log: Logger

    private static let patience = Duration.seconds(60)

    /// Gives a postmaster that takes connections: the one that runs already, or a new one.
    func bringUp(isStopping: () -> Bool = { false }) throws(ClusterError) -> Postmaster {
        let version = layout.majorVersion
        let binaries = try ServerBinaries.find(major: version, environment: environment())
        if version == nil { try initialise(binaries) }
        let deadline = Moment.now.advanced(by: Self.patience)
        if let running = Postmaster.running(in: layout.data) {
            if try waitUntilReady(running, until: deadline, isStopping) {
                log.info("using the PostgreSQL server that runs already (process \(running.process))")
                return running
            }
            running.release()
        }
        while true {
            let begin = fileSize(layout.log)
            let started = try start(binaries)
            if try waitUntilReady(started, until: deadline, isStopping) { return started }
            started.release()
            let said = contents(of: layout.log, from: begin) ?? ""
            // The server's other processes may outlive their postmaster for a moment and hold its memory.
            guard said.contains("shared memory block"), Moment.now < deadline, !isStopping() else {
                throw failure("the PostgreSQL server did not start", said)
            }
            Postmaster.endOrphans(in: layout.data)
            usleep(20_000)
        }
    }

    /// Creates the data directory. It gets its name only when it is whole, so an interrupted attempt leaves nothing.
    private func initialise(_ binaries: ServerBinaries) throws(ClusterError) {
        for name in entries(of: layout.base) where name.hasPrefix(ClusterLayout.unfinishedPrefix) {
            _ = try ChildProcess.run(["/bin/rm", "-rf", "--", "\(layout.base)/\(name)"])
        }
        log.info("creating a database cluster in \(layout.data)")
        let unfinished = "\(layout.base)/\(ClusterLayout.unfinishedPrefix)\(getpid())"
        let command = [
            binaries.initdb, "--pgdata=\(unfinished)", "--username=\(PrivateCluster.owner)", "--auth=trust",
            "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
        ]
        let hurry = settings["fsync"] == "off" ? ["--no-sync"] : []
        let outcome = try ChildProcess.run(account.command(command + hurry))
        guard outcome.status == 0 else {
            throw failure("initdb could not create the database cluster", outcome.output)
        }
        guard rename(unfinished, layout.data) == 0 else {
            throw ClusterError("move the new cluster to \(layout.data)", errno: errno)
        }
    }

    private func start(_ binaries: ServerBinaries) throws(ClusterError) -> Postmaster {
        // No process works in this directory, so whatever the file says is of a server that died.
        unlink(layout.data + "/postmaster.pid")
        let file = open(layout.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ClusterError("write the server's log \(layout.log)", errno: errno) }
        defer { close(file) }
        var all = [
            "listen_addresses": "", "unix_socket_directories": layout.socketDirectory, "port": "5432",
            "unix_socket_permissions": "0700", "logging_collector": "off", "log_destination": "stderr",
        ]
        all.merge(settings) { _, ours in ours }
        let arguments = all.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
        let process = try ChildProcess.start(
            account.command([binaries.postgres, "-D", layout.data] + arguments), log: file)
        guard let postmaster = Postmaster(process: process) else {
            kill(process, SIGINT)
            throw ClusterError("watch the server process", errno: errno)
        }
        return postmaster
    }

    /// Waits for `postmaster`; false when it ended instead.
    private func waitUntilReady(
        _ postmaster: Postmaster, until deadline: Moment, _ isStopping: () -> Bool
    ) throws(ClusterError) -> Bool {
        while !postmaster.isGone {
            if Postmaster.isReady(postmaster.process, in: layout.data) { return true }
            guard Moment.now < deadline, !isStopping() else {
                postmaster.release()
                throw ClusterError("the PostgreSQL server is not ready after a minute; see \(layout.log)")
            }
            usleep(5_000)
        }
        return false
    }

    /// `what` with the cause if it is a common one, or the last lines of what the server `said`.
    private func failure(_ what: String, _ said: String) -> ClusterError {
        for (sign, cause) in [
            (errorText(ENOSPC), "the disk is full; make room in \(layout.base)"),
            (errorText(EROFS), "\(layout.base) is on a read-only file system"),
        ] where said.contains(sign) { return ClusterError("\(what): \(cause)") }
        let end = said.split(separator: "\n").suffix(8).joined(separator: "\n")
        return ClusterError("\(what); its last words (\(layout.log)):\n\(end)")
    }

    private func environment() -> [String: String] {
        var values: [String: String] = [:]
        for name in ["PATH", "LIBAN_PG_BIN"] {
            if let value = getenv(name) { values[name] = String(cString: value) }
        }
        return values
    }
}
