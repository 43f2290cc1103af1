public import Logging

/// A pool of connections, each with its own thread, that runs units of work.
///
/// Made without touching the network; connections are opened as units ask for them and reopened when lost.
public final class Pool: Sendable {
    private let options: PoolOptions
    private let queue: WorkQueue?
    private let log: Logger

    /// A pool for the database of `options`; `log` gets lost connections, and notices at debug level.
    public init(_ options: PoolOptions, log: Logger) {
        self.options = options
        self.log = log
        queue = WorkQueue(queueLimit: options.queueLimit, threadLimit: options.connections)
        startSweeper()
    }

    deinit { queue?.refuseMore() }

    /// Runs `unit` and gives the rows of each step.
    ///
    /// Units are taken in the order they came. `deadline` covers waiting and running; when it passes, a read or a unit
    /// still in the queue has done nothing, a change already sent is `unknown`. Cancelling the calling task does not
    /// take the unit back.
    public func run(_ unit: UnitOfWork, deadline: Duration? = nil) async throws(DatabaseError) -> [Rows] {
        guard let queue else { throw .unavailable(reason: "the process has no file descriptors left") }
        if unit.steps.isEmpty { return [] }
        let end = Moment.now.advanced(by: deadline ?? options.deadline)
        let outcome: Job.Outcome = await withCheckedContinuation { continuation in
            let submission = queue.submit(Job(unit: unit, deadline: end, continuation: continuation))
            submission.wake?.wake()
            if let (job, error) = submission.refused { queue.finish(job, .failure(error)) }
            if submission.startsThread { startThread(queue) }
        }
        return try outcome.get()
    }

    /// Takes no more units; returns when those that wait are answered and all connections are closed.
    public func shutdown() async { await queue?.close() }

    /// What the pool does now and has done.
    public var counters: Counters { queue?.counters ?? Counters() }

    private func startThread(_ queue: WorkQueue) {
        guard let waker = Waker(), queue.register(waker, limit: max(1, options.connections)) else { return }
        let thread = ConnectionThread(options: options, queue: queue, waker: waker, log: log)
        if !OSThread.start(name: "postgres", { thread.run() }) {
            log.warning("the system gives no thread for another database connection")
            queue.unregister(waker)
        }
    }

    /// Starts the thread that answers units whose deadline passes while they wait.
    private func startSweeper() {
        guard let queue else { return }
        let started = OSThread.start(name: "postgres-late") {
            while true {
                switch queue.sweep() {
                case .again: _ = queue.sweeper.sleep(socket: nil, until: Moment.now.advanced(by: .milliseconds(20)))
                case .whenWoken: _ = queue.sweeper.sleep(socket: nil, until: nil)
                case .end: return
                }
            }
        }
        if !started { log.error("the system gives no thread to watch deadlines") }
    }
}
