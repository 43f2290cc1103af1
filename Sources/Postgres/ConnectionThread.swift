internal import Logging

/// What one of the pool's threads does: keeps a connection and works off the queue.
final class ConnectionThread: Sendable {
    private let options: PoolOptions
    private let queue: WorkQueue
    private let waker: Waker
    private let log: Logger

    init(options: PoolOptions, queue: WorkQueue, waker: Waker, log: Logger) {
        self.options = options
        self.queue = queue
        self.waker = waker
        self.log = log
    }

    /// Runs until the queue is closed and empty.
    func run() {
        var backoff = Backoff()
        var hasOpened = false
        var failing = false
        while queue.wantsConnections {
            do {
                let end = try openAndServe(again: hasOpened) {
                    if failing { log.notice("connected to the database again") }
                    (hasOpened, failing) = (true, false)
                }
                // Told only now that the session is closed, for `shutdown` promises that.
                queue.connectionClosed(reason: end.reason, wasBusy: end.wasBusy)
                if let reason = end.reason { log.notice("lost a database connection: \(reason)") }
                if end.wasOfUse { backoff.reset() }
                // A server that lets us in only to throw us out is not asked again at once.
                if end.reason != nil && !end.wasOfUse { pause(backoff.delay()) }
            } catch {
                queue.connectFailed(reason: error.reason)
                // Once per outage: a line each attempt would drown everything else.
                if !failing { log.warning("cannot connect to the database: \(error.reason)") }
                failing = true
                pause(backoff.delay())
            }
        }
        queue.unregister(waker)
    }

    private func openAndServe(again: Bool, _ opened: () -> Void) throws(ConnectionLost) -> End {
        let session = try Session(options: options, log: log)
        queue.connectionOpened(again: again)
        opened()
        return serve(session)
    }

    /// How the service of one session ended.
    private struct End {
        /// Why the session broke; nil when the queue ended.
        var reason: String?
        /// Whether that was in the middle of a batch.
        var wasBusy = false
        /// Whether any batch went through.
        var wasOfUse = false
    }

    /// Works until the session breaks or the queue ends.
    private func serve(_ session: Session) -> End {
        var end = End()
        while true {
            switch queue.take(for: waker, wasBusy: end.wasBusy) {
            case .work(let jobs):
                end.wasBusy = true
                // A change sent into a dead connection is unknown for good, so it is worth a look before.
                guard !jobs.contains(where: \.unit.changes) || session.link.looksSound(waker) else {
                    jobs.forEach(queue.putBack)
                    end.reason = session.link.errorMessage
                    return end
                }
                var batch = Batch(session: session, queue: queue, waker: waker)
                if let broken = batch.run(jobs) {
                    end.reason = broken.reason
                    return end
                }
                end.wasOfUse = true
            case .idle:
                end.wasBusy = false
                let reason = waker.sleep(socket: session.link.socket, until: nil)
                guard reason.socketReady else { continue }
                // An idle server speaks only to say a notice, or farewell.
                queue.leaveIdle(waker)
                if !session.link.takeInput() {
                    end.reason = session.link.errorMessage
                    return end
                }
            case .end:
                end.wasBusy = false
                return end
            }
        }
    }

    /// Waits before the next attempt, or until the queue is closed.
    private func pause(_ delay: Duration) {
        let end = Moment.now.advanced(by: delay)
        while Moment.now < end, queue.wantsConnections { _ = waker.sleep(socket: nil, until: end) }
    }
}
