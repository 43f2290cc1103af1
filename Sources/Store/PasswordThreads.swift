internal import Foundation

/// A few threads of their own for work that is slow by intent, so that Swift's own threads never wait for it.
final class PasswordThreads: Sendable {
    private let queue = Queue()

    init(count: Int) {
        for number in 1...count {
            let queue = queue
            let thread = Thread { queue.work() }
            thread.name = "password-\(number)"
            // Argon2 keeps its blocks on the heap; this is for its caller only.
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    /// Runs `work` when a thread is free, in the order asked.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.add { continuation.resume(returning: work()) }
        }
    }

    /// Lets the threads end when what was asked is done.
    func stop() { queue.stop() }
}

// @unchecked: `jobs` and `stopped` are only touched under `condition`.
private final class Queue: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [@Sendable () -> Void] = []
    private var stopped = false

    func add(_ job: @escaping @Sendable () -> Void) {
        condition.withLock { jobs.append(job) }
        condition.signal()
    }

    func stop() {
        condition.withLock { stopped = true }
        condition.broadcast()
    }

    func work() {
        while let job = next() { job() }
    }

    private func next() -> (@Sendable () -> Void)? {
        condition.withLock {
            while jobs.isEmpty, !stopped { condition.wait() }
            return jobs.isEmpty ? nil : jobs.removeFirst()
        }
    }
}
