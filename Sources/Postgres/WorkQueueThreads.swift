/// What threads tell the queue about their connections, and the end of it all.
extension WorkQueue {
    /// A thread is about to run; false when another has taken the last place.
    func register(_ waker: Waker, limit: Int) -> Bool {
        withState { state in
            guard state.threads.count < limit else { return false }
            state.threads.append(waker)
            return true
        }
    }

    /// The thread's run is over, or it could not be started.
    func unregister(_ waker: Waker) {
        withState { state in
            state.threads.removeAll { $0 === waker }
        }
    }

    /// Whether a thread without a connection should make one.
    var wantsConnections: Bool { withState { !$0.isClosed || !$0.jobs.isEmpty } }

    func connectionOpened(again: Bool) {
        withState { state in
            state.counters.open += 1
            if again { state.counters.reconnects += 1 }
        }
    }

    /// The connection is closed, in the middle of a batch if `wasBusy`; `reason` is nil when nothing was wrong.
    func connectionClosed(reason: String?, wasBusy: Bool) {
        let (wake, closers) = withState { state in
            state.counters.open -= 1
            if wasBusy { state.counters.busy -= 1 }
            if let reason { state.lastFailure = reason }
            // Waiting units may have counted on this thread.
            return (state.wakeSweeper(sweeper), state.takeClosers())
        }
        wake?.wake()
        closers.forEach { $0.resume() }
    }

    func connectFailed(reason: String) { withState { $0.lastFailure = reason } }

    /// Answers the units whose deadline has passed. Gives the time to look again; nil when nothing waits.
    func sweep() -> Sweep {
        let now = Moment.now
        let (expired, error, next, closers) = withState { state in
            let expired = state.jobs.removeExpired(at: now)
            let error: DatabaseError =
                state.counters.open == 0 ? .unavailable(reason: state.lastFailure) : .deadlineExceeded
            let next: Sweep =
                if !state.jobs.isEmpty { .again } else if state.isClosed { .end } else { .whenWoken }
            if case .whenWoken = next { state.sweeperSleeps = true }
            return (expired, error, next, state.takeClosers())
        }
        for job in expired { finish(job, .failure(error)) }
        closers.forEach { $0.resume() }
        return next
    }

    /// When to sweep again.
    enum Sweep { case again, whenWoken, end }

    /// Takes no more units; returns when those that wait are answered and every connection is closed.
    func close() async {
        await withCheckedContinuation { continuation in
            withState { $0.closers.append(continuation) }
            refuseMore()
        }
    }

    /// Takes no more units; the threads end when those that wait are answered.
    func refuseMore() {
        let (wakers, closers) = withState { state in
            state.isClosed = true
            state.idle.removeAll()
            return (state.threads, state.takeClosers())
        }
        wakers.forEach { $0.wake() }
        sweeper.wake()
        closers.forEach { $0.resume() }
    }
}

extension WorkQueue.State {
    /// Those who wait for the end, once it is there. A thread that hangs in connecting is not waited for.
    fileprivate mutating func takeClosers() -> [CheckedContinuation<Void, Never>] {
        guard isClosed, jobs.isEmpty, counters.open == 0 else { return [] }
        defer { closers = [] }
        return closers
    }
}
