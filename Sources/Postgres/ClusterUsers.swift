internal import Glibc

/// Held by everybody who uses a private cluster, so that only the last one stops its server.
///
/// A shared lock on a file: the system takes it away when its process dies.
struct UsersLock: Sendable {
    private let descriptor: Int32

    /// Waits while the last user stops the server.
    init(_ path: String, until deadline: Moment) throws(ClusterError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw ClusterError("open \(path)", errno: errno) }
        while flock(file, LOCK_SH | LOCK_NB) != 0 {
            guard Moment.now < deadline else {
                close(file)
                throw ClusterError("another process holds \(path) and does not finish stopping the database")
            }
            usleep(20_000)
        }
        descriptor = file
    }

    /// Whether nobody else is left; from then on nobody comes before `release`.
    ///
    /// Asks for a moment: of two who leave at once, the other's lock is just being given back.
    func isLast() -> Bool {
        let deadline = Moment.now.advanced(by: .milliseconds(200))
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard Moment.now < deadline else { return false }
            usleep(10_000)
        }
        return true
    }

    func release() { close(descriptor) }
}

/// Waits in a guest until the owner is gone, and then takes its place. One thread.
final class ClusterHeir: Sendable {
    private let waker: Waker
    private let finished: Waker

    /// Calls `inherit` again and again until it answers true, or until `stop`.
    init?(_ inherit: @escaping @Sendable () -> Bool) {
        guard let waker = Waker(), let finished = Waker() else { return nil }
        (self.waker, self.finished) = (waker, finished)
        let started = OSThread.start(name: "postgres-heir") {
            while !waker.sleep(socket: nil, until: Moment.now.advanced(by: .milliseconds(500))).woken, !inherit() {}
            finished.wake()
        }
        guard started else { return nil }
    }

    /// Returns when the thread has ended.
    func stop() {
        waker.wake()
        _ = finished.sleep(socket: nil, until: nil)
    }
}
