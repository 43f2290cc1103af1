/// A unit of work on its way through the pool. One owner at a time: the queue, then a connection's thread.
struct Job: Sendable {
    typealias Outcome = Result<[Rows], DatabaseError>

    let unit: UnitOfWork
    let deadline: Moment
    private let continuation: CheckedContinuation<Outcome, Never>
    /// Whether it was sent before and, nothing having happened, comes back once.
    private(set) var isRetry = false

    init(unit: UnitOfWork, deadline: Moment, continuation: CheckedContinuation<Outcome, Never>) {
        self.unit = unit
        self.deadline = deadline
        self.continuation = continuation
    }

    func finish(_ outcome: Outcome) { continuation.resume(returning: outcome) }

    var retried: Job {
        var job = self
        job.isRetry = true
        return job
    }
}
