internal import CLibpq
internal import Glibc

/// Wakes one thread that sleeps in `poll`, from any thread. A wake before the sleep is not lost.
final class Waker: Sendable {
    private let descriptor: Int32

    /// Nil when the process has no descriptors left.
    init?() {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    func wake() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// What a sleep ended with.
    struct Reason {
        let woken: Bool
        let socketReady: Bool
    }

    /// Sleeps until `wake`, until `socket` can be read (or written, if asked), or until `deadline`.
    ///
    /// Without `wakeable` a wake is kept for the next sleep: for waiting on an answer that a wake must not disturb.
    func sleep(socket: Int32?, forWriting: Bool = false, wakeable: Bool = true, until deadline: Moment?) -> Reason {
        let events = Int16(POLLIN) | (forWriting ? Int16(POLLOUT) : 0)
        // poll ignores entries with a negative descriptor.
        var entries = (
            pollfd(fd: socket ?? -1, events: events, revents: 0),
            pollfd(fd: wakeable ? descriptor : -1, events: Int16(POLLIN), revents: 0)
        )
        let timeout = deadline.map { $0.pollTimeout } ?? -1
        let ready = withUnsafeMutableBytes(of: &entries) { bytes in
            poll(bytes.baseAddress?.assumingMemoryBound(to: pollfd.self), 2, timeout)
        }
        guard ready > 0 else { return Reason(woken: false, socketReady: false) }
        if entries.1.revents != 0 {
            var count: UInt64 = 0
            _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
        }
        return Reason(woken: entries.1.revents != 0, socketReady: entries.0.revents != 0)
    }
}
