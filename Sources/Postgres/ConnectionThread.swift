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
                let session = try Session(options: options, log: log)
                queue.connectionOpened(again: hasOpened)
                if failing { log.notice("connected to the database again") }
                (hasOpened, failing) = (true, false)
                let (reason, wasBusy) = serve(session, &backoff)
                queue.connectionClosed(reason: reason, wasBusy: wasBusy)
                if let reason { log.notice("lost a database connection: \(reason)") }
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

    /// Works until the session breaks (gives the reason) or the queue ends (nil).
    private func serve(_ session: Session, _ backoff: inout Backoff) -> (reason: String?, wasBusy: Bool) {
        var wasBusy = false
        while true {
            switch queue.take(for: waker, wasBusy: wasBusy) {
            case .work(let jobs):
                wasBusy = true
                var batch = Batch(session: session, queue: queue, waker: waker)
                if let broken = batch.run(jobs) { return (broken.reason, true) }
                backoff.reset()
            case .idle:
                wasBusy = false
                let reason = waker.sleep(socket: session.link.socket, until: nil)
                guard reason.socketReady else { continue }
                // An idle server speaks only to say a notice, or farewell.
                queue.leaveIdle(waker)
                if !session.link.takeInput() { return (session.link.errorMessage, false) }
            case .end:
                return (nil, false)
            }
        }
    }

    /// Waits before the next attempt, or until the queue is closed.
    private func pause(_ delay: Duration) {
        let end = Moment.now.advanced(by: delay)
        while Moment.now < end, queue.wantsConnections { _ = waker.sleep(socket: nil, until: end) }
    }
}
