/// The units that share one flush on a session: one that opens a transaction, or several single reads.
struct Batch {
    private let session: Session
    private let queue: WorkQueue
    private let waker: Waker
    private var flights: [Flight] = []
    // The flight whose answers come next.
    private var current = 0
    private var forgetsPlans = false

    init(session: Session, queue: WorkQueue, waker: Waker) {
        self.session = session
        self.queue = queue
        self.waker = waker
    }

    /// Why a session cannot go on.
    struct Broken { let reason: String }

    /// Sends `jobs` and answers each, or puts it back. Nil when the session is fit for more.
    mutating func run(_ jobs: [Job]) -> Broken? {
        let now = Moment.now
        // A doubt about an earlier unit that failed anyway is not about this one.
        _ = session.link.takeReplicationDoubt()
        var unsent = jobs[...]
        do {
            while let job = unsent.popFirst() {
                if job.deadline <= now {
                    queue.finish(job, .failure(.deadlineExceeded))
                } else if let steps = bind(job) {
                    flights.append(Flight(job))
                    try send(steps, flights.count - 1)
                }
            }
        } catch {
            // Those behind the one that found the session dead were never sent: they wait for another.
            unsent.reversed().forEach(queue.putBack)
            return settle(loss: error.reason)
        }
        guard !flights.isEmpty else { return nil }
        let deadline = flights.map(\.job.deadline).min() ?? now
        let end = Exchange(link: session.link, waker: waker).run(until: deadline) { receive($0) }
        switch end {
        case .lost(let reason): return settle(loss: reason)
        case .deadline: return settleLate()
        case .complete: break
        }
        if flights.contains(where: { $0.error?.endsSession == true || $0.error?.isReadOnly == true }) {
            return Broken(reason: flights.compactMap(\.error).first.map { "\($0)" } ?? "")
        }
        guard session.isInTransaction || forgetsPlans else { return nil }
        return session.recover(plans: forgetsPlans, waker: waker) ? nil : Broken(reason: "could not be rolled back")
    }

    /// Copies the parameters of `job`; answers it at once if the server could only refuse them.
    private func bind(_ job: Job) -> [(Statement, BoundParameters)]? {
        var bound: [(Statement, BoundParameters)] = []
        for step in job.unit.steps {
            // The protocol counts parameters in 16 bits.
            guard step.parameters.count <= 65535 else {
                refuse(job, step, sqlstate: "54000", "more than 65535 parameters")
                return nil
            }
            guard let parameters = try? BoundParameters(step.parameters) else {
                refuse(job, step, sqlstate: "22021", "a text parameter holds the character U+0000")
                return nil
            }
            bound.append((step.statement, parameters))
        }
        return bound
    }

    private func refuse(_ job: Job, _ step: Step, sqlstate: String, _ message: String) {
        let error = ServerError(sqlstate: sqlstate, message: message, statement: step.statement.name)
        queue.finish(job, .failure(.rolledBack(error)))
    }

    private mutating func send(_ steps: [(Statement, BoundParameters)], _ flight: Int) throws(ConnectionLost) {
        let opening = flights[flight].job.unit.opening
        if let opening { try send(opening, .none, as: .begin, flight) }
        for (statement, parameters) in steps {
            try send(statement, parameters, as: .step(statement), flight)
        }
        if opening != nil { try send(.commit, .none, as: .commit, flight) }
        // From here on the server may see COMMIT, whatever libpq reports.
        flights[flight].isSent = true
        flights[flight].expect(.sync)
        try session.sendSync()
    }

    private mutating func send(
        _ statement: Statement, _ parameters: BoundParameters, as expected: Flight.Expected, _ flight: Int
    ) throws(ConnectionLost) {
        try session.send(statement, parameters) { flights[flight].expect(.prepare(statement)) }
        flights[flight].expect(expected)
    }

    /// Takes one answer; false once all have come, or the server has ended the session.
    private mutating func receive(_ answer: Exchange.Answer) -> Bool {
        if let unprepared = flights[current].receive(answer) { session.forget(unprepared) }
        if flights[current].error?.isStalePlan == true { forgetsPlans = true }
        if flights[current].error?.endsSession == true {
            for flight in flights[current...] { settle(flight, loss: "the server ended the session") }
            return false
        }
        guard flights[current].isComplete else { return true }
        settle(flights[current], loss: nil)
        current += 1
        return current < flights.count
    }

    /// The session broke: whatever was not answered gets its verdict from what is known.
    private func settle(loss: String) -> Broken {
        for flight in flights[current...] { settle(flight, loss: loss) }
        return Broken(reason: loss)
    }

    /// A deadline passed without the answer. The connection is given up rather than cancelled: a cancelled COMMIT
    /// may report a success that is none.
    private func settleLate() -> Broken {
        let now = Moment.now
        for flight in flights[current...] {
            if flight.job.unit.changes || flight.isCommitted || flight.error != nil {
                settle(flight, loss: "no answer before the deadline")
            } else if flight.job.deadline <= now {
                queue.finish(flight.job, .failure(.deadlineExceeded))
            } else {
                // Only shared the connection with the late one; this does not count as its own try.
                queue.putBack(flight.job)
            }
        }
        return Broken(reason: "a unit of work was not answered before its deadline")
    }

    private func settle(_ flight: Flight, loss: String?) {
        switch flight.verdict(loss: loss) {
        case .answer(.success(let rows)):
            let doubt = flight.job.unit.changes ? session.link.takeReplicationDoubt() : nil
            queue.finish(flight.job, doubt.map { .failure(.unknown(reason: $0)) } ?? .success(rows))
        case .answer(let outcome): queue.finish(flight.job, outcome)
        case .nothingHappened(let reason):
            if flight.job.isRetry {
                queue.finish(flight.job, .failure(.unavailable(reason: reason)))
            } else {
                queue.putBack(flight.job.retried)
            }
        }
    }
}
