internal import Locking

/// The units that wait, and the threads that may take them. One lock, held for moments only.
final class WorkQueue: Sendable {
    /// A sole thread takes at most this many single reads at once.
    private static let batchLimit = 16

    struct State {
        var jobs = JobDeque()
        // The last to fall idle is woken first: its caches are warm, and spare connections stay quiet.
        var idle: [Waker] = []
        var threads: [Waker] = []
        var isClosed = false
        var sweeperSleeps = false
        var lastFailure = "no connection has been made in time"
        var counters = Counters()
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// What the caller of `submit` has to do once the lock is released.
    struct Submission {
        var wake: Waker?
        var startsThread = false
        var refused: (Job, DatabaseError)?
    }

    /// What a thread that asks for work gets.
    enum Turn {
        case work([Job])
        /// Nothing to do: sleep until woken.
        case idle
        /// Closed, and nothing left to do.
        case end
    }

    private let state = Locked(State())
    private let outcomes = OutcomeCounts()
    private let queueLimit: Int
    private let threadLimit: Int
    let sweeper: Waker

    init?(queueLimit: Int, threadLimit: Int) {
        guard let sweeper = Waker() else { return nil }
        self.sweeper = sweeper
        self.queueLimit = queueLimit
        self.threadLimit = max(1, threadLimit)
    }

    var counters: Counters {
        var counters = state.withLock { state in
            var counters = state.counters
            counters.queued = state.jobs.count
            return counters
        }
        outcomes.fill(&counters)
        return counters
    }

    /// Queues `job`, or refuses it when the queue is full or closed.
    func submit(_ job: Job) -> Submission {
        state.withLock { state in
            if state.isClosed { return Submission(refused: (job, .unavailable(reason: "the pool is shut down"))) }
            guard state.jobs.count < queueLimit else {
                return Submission(refused: (job, .overloaded))
            }
            state.jobs.append(job)
            if let waker = state.idle.popLast() { return Submission(wake: waker) }
            var submission = Submission(startsThread: state.threads.count < threadLimit)
            if state.sweeperSleeps {
                state.sweeperSleeps = false
                submission.wake = sweeper
            }
            return submission
        }
    }

    /// Work for the thread that sleeps on `waker`; otherwise it counts as idle from now on. `wasBusy` after a batch.
    func take(for waker: Waker, wasBusy: Bool) -> Turn {
        state.withLock { state in
            if wasBusy { state.counters.busy -= 1 }
            guard let first = state.jobs.popFirst() else {
                if state.isClosed { return .end }
                state.idle.append(waker)
                return .idle
            }
            state.counters.busy += 1
            guard first.unit.isBare else { return .work([first]) }
            // A fair share, so that reads do not queue behind one connection while others have none.
            let share = min(Self.batchLimit, (state.jobs.count + 1) / max(1, state.counters.open))
            var batch = [first]
            while batch.count < share, let next = state.jobs.first, next.unit.isBare {
                _ = state.jobs.popFirst()
                batch.append(next)
            }
            return .work(batch)
        }
    }

    /// The thread was woken by its socket: it is not idle any more. No harm if it was taken off already.
    func leaveIdle(_ waker: Waker) {
        state.withLock { $0.idle.removeAll { $0 === waker } }
    }

    /// Answers `job`.
    func finish(_ job: Job, _ outcome: Job.Outcome) {
        outcomes.add(outcome)
        job.finish(outcome)
    }

    /// Puts `job`, of which nothing happened, back at the front.
    func putBack(_ job: Job) {
        let wake = state.withLock { state in
            state.jobs.prepend(job)
            return state.idle.popLast() ?? state.wakeSweeper(sweeper)
        }
        wake?.wake()
    }

    /// Runs `body` under the lock, for the rarer changes in `WorkQueue+Threads`.
    func withState<T>(_ body: (inout State) -> T) -> T { state.withLock { body(&$0) } }
}

extension WorkQueue.State {
    /// The sweeper, if it sleeps and there is something to watch.
    mutating func wakeSweeper(_ sweeper: Waker) -> Waker? {
        guard sweeperSleeps, !jobs.isEmpty || isClosed else { return nil }
        sweeperSleeps = false
        return sweeper
    }
}
