internal import CLibpq
internal import Glibc
internal import Locking
internal import Logging

/// Watches the server of a private cluster and brings it up again when it dies. One thread, while we own the cluster.
final class ClusterKeeper: Sendable {
    private struct State {
        var isStopping = false
        var leavesServer = false
        var isStopped = false
    }

    private let server: ClusterServer
    private let lock: OwnerLock
    private let waker: Waker
    private let finished: Waker
    private let state = Locked(State())

    /// Watches `postmaster` until `stop`.
    init(server: ClusterServer, lock: OwnerLock, postmaster: Postmaster) throws(ClusterError) {
        guard let waker = Waker(), let finished = Waker() else {
            throw ClusterError("the process has no file descriptors left")
        }
        self.server = server
        self.lock = lock
        self.waker = waker
        self.finished = finished
        guard OSThread.start(name: "postgres-keeper", { self.watch(postmaster) }) else {
            throw ClusterError("the system gives no thread to watch the server")
        }
    }

    /// Ends the server and waits until it is gone, or leaves it to others who use it.
    func stop(leavingServer: Bool) {
        state.withLock {
            $0.leavesServer = leavingServer
            $0.isStopping = true
        }
        waker.wake()
        while !state.withLock({ $0.isStopped }) {
            _ = finished.sleep(socket: nil, until: Moment.now.advanced(by: .milliseconds(50)))
        }
    }

    private var isStopping: Bool { state.withLock { $0.isStopping } }

    private func watch(_ first: Postmaster) {
        var current: Postmaster? = first
        while !isStopping {
            guard let postmaster = current else {
                current = restart()
                continue
            }
            guard postmaster.waitForEnd(until: nil, waker: waker) else { continue }
            postmaster.release()
            current = nil
            if isStopping { break }
            server.log.error("the PostgreSQL server (process \(postmaster.process)) died; starting it again")
            Postmaster.endOrphans(in: server.layout.data)
        }
        // Stopped in the middle of a restart, there is one that has not answered yet.
        if let last = current ?? Postmaster.running(in: server.layout.data) {
            state.withLock({ $0.leavesServer }) ? last.release() : end(last)
        }
        lock.release()
        state.withLock { $0.isStopped = true }
        finished.wake()
    }

    /// Tries until the server runs again; nil when we are to stop.
    private func restart() -> Postmaster? {
        var backoff = Backoff()
        while !isStopping {
            do {
                let postmaster = try server.bringUp { isStopping }
                server.log.notice("the PostgreSQL server runs again (process \(postmaster.process))")
                return postmaster
            } catch {
                server.log.error("\(error)")
                _ = waker.sleep(socket: nil, until: Moment.now.advanced(by: backoff.delay()))
            }
        }
        return nil
    }

    private func end(_ postmaster: Postmaster) {
        postmaster.end(SIGINT)
        if !postmaster.waitForEnd(until: Moment.now.advanced(by: .seconds(60))) {
            server.log.warning("the PostgreSQL server did not end within a minute; it will recover at its next start")
            postmaster.end(SIGQUIT)
            _ = postmaster.waitForEnd(until: Moment.now.advanced(by: .seconds(5)))
        }
        postmaster.release()
    }
}

/// Held by the one process that starts and stops a cluster; the system takes it away when that process dies.
struct OwnerLock: Sendable {
    private let descriptor: Int32

    /// Nil when another holds it.
    init?(_ path: String) throws(ClusterError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ClusterError("open \(path)", errno: errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            return nil
        }
        descriptor = file
    }

    func release() { close(descriptor) }
}
