internal import CLibpq
internal import Glibc

/// The server's first process, ours or left by an earlier run.
struct Postmaster: Sendable {
    let process: pid_t
    // Stays with the process even if its number is given to another.
    private let descriptor: Int32

    /// The live postmaster of the data directory `data`, if there is one.
    static func running(in data: String) -> Postmaster? {
        guard let file = contents(of: data + "/postmaster.pid"),
            let process = file.split(separator: "\n").first.flatMap({ pid_t($0.trimmed) })
        else { return nil }
        return Postmaster(process: process, data: data)
    }

    /// `process` if it works in `data`, as the server's processes do; else nil. Any other process may have the number
    /// of a server that died.
    init?(process: pid_t, data: String) {
        guard linkTarget(of: "/proc/\(process)/cwd") == data else { return nil }
        self.init(process: process)
    }

    /// A process we have just started.
    init?(process: pid_t) {
        let descriptor = pidfd_open(process, 0)
        guard descriptor >= 0 else { return nil }
        self.process = process
        self.descriptor = descriptor
    }

    /// Gives back the descriptor, and the process table's entry if it was our child.
    func release() {
        var status: Int32 = 0
        waitpid(process, &status, WNOHANG)
        close(descriptor)
    }

    /// Asks the server to end: `SIGINT` rolls back and closes cleanly, `SIGQUIT` leaves recovery to the next start.
    func end(_ signal: Int32) { kill(process, signal) }

    /// Waits until it is gone, at most until `deadline`, or until `waker` is woken. True when it is gone.
    func waitForEnd(until deadline: Moment?, waker: Waker? = nil) -> Bool {
        if let waker { return waker.sleep(socket: descriptor, until: deadline).socketReady }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, deadline?.pollTimeout ?? -1) > 0
    }

    var isGone: Bool { waitForEnd(until: .now) }

    /// Whether the server `process` says it takes connections, in the last line of its pid file.
    static func isReady(_ process: pid_t, in data: String) -> Bool {
        guard let file = contents(of: data + "/postmaster.pid") else { return false }
        let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count >= 8 && pid_t(lines[0].trimmed) == process && lines[7].trimmed == "ready"
    }

    /// Ends server processes that outlived their postmaster: a new one cannot start before they are gone.
    static func endOrphans(in data: String) {
        for name in entries(of: "/proc") {
            guard let process = pid_t(name), linkTarget(of: "/proc/\(name)/cwd") == data else { continue }
            kill(process, SIGQUIT)
        }
    }
}
