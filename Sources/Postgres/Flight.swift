/// A unit whose statements are on their way, and what is known of it so far.
struct Flight {
    /// What each answer that is still to come belongs to, in the order of sending.
    enum Expected {
        case begin
        case prepare(Statement)
        case step(Statement)
        case commit
        case sync
    }

    let job: Job
    private(set) var expected: [Expected] = []
    private var position = 0
    private var rows: [Rows] = []
    private(set) var error: ServerError?
    private var refusedAtCommit = false
    private(set) var isCommitted = false
    /// Whether the sync that lets the server see COMMIT was handed to libpq.
    var isSent = false

    init(_ job: Job) { self.job = job }

    /// Whether every answer has come.
    var isComplete: Bool { position == expected.count }

    mutating func expect(_ expected: Expected) { self.expected.append(expected) }

    /// Takes the next answer; gives a statement that turned out not to be prepared.
    mutating func receive(_ answer: Exchange.Answer) -> Statement? {
        guard position < expected.count else { return nil }
        let current = expected[position]
        position += 1
        switch (current, answer) {
        case (.step, .rows(let rows)): self.rows.append(rows)
        case (.commit, .rows(let rows)): isCommitted = rows.tag == "COMMIT"
        case (.begin, .rows), (.prepare, .rows), (.sync, _), (_, .sync): break
        case (.prepare(let statement), .refused(let error)):
            self.error = error.naming(statement)
            return statement
        case (.prepare(let statement), .skipped): return statement
        case (.step(let statement), .refused(let error)): self.error = error.naming(statement)
        case (.begin, .refused(let error)): self.error = error.naming(.begin)
        case (.commit, .refused(let error)):
            self.error = error.naming(.commit)
            refusedAtCommit = true
        case (_, .skipped): break
        }
        return nil
    }

    /// What a flight came to.
    enum Verdict {
        case answer(Job.Outcome)
        /// Nothing happened; it may be sent again.
        case nothingHappened(reason: String)
    }

    /// The verdict when all answers are in, or none will follow because of `loss`.
    func verdict(loss: String?) -> Verdict {
        if let error {
            // A session that is ended while it commits may have committed: the server checks for it right afterwards.
            if error.endsSession && refusedAtCommit { return .answer(.failure(.unknown(reason: "\(error)"))) }
            let repeatable = error.isStalePlan || error.isReadOnly || error.isConnectionLoss
            if repeatable && !job.isRetry { return .nothingHappened(reason: "\(error)") }
            return .answer(.failure(.rolledBack(error)))
        }
        if isCommitted || (!job.unit.changes && isComplete) { return .answer(.success(rows)) }
        let reason = loss ?? "COMMIT was not answered with COMMIT"
        guard job.unit.changes && isSent else { return .nothingHappened(reason: reason) }
        return .answer(.failure(.unknown(reason: reason)))
    }
}

extension ServerError {
    fileprivate func naming(_ statement: Statement) -> ServerError {
        var error = self
        error.statement = statement.name
        return error
    }
}
