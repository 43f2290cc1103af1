internal import Locking
public import Workflow

/// Wakes whoever follows a town when something in it changed: a hint to look, not a record of what.
///
/// Rung by this process after its own commits and by a listener for those of others. While nobody listens, followers
/// have to look by themselves (`isConnected`).
public final class ChangeBell: Sendable {
    private struct State {
        var ears: [TownID: [Int: Ear]] = [:]
        var next = 0
        var isConnected = false
    }

    private let state = Locked(State())

    public init() {}

    /// Whether commits of other processes are heard as well.
    public var isConnected: Bool { state.withLock { $0.isConnected } }

    public func ring(_ town: TownID) {
        let ears = state.withLock { Array(($0.ears[town] ?? [:]).values) }
        for ear in ears { ear.ring() }
    }

    /// The listener is there, or lost: either way anything may have been missed.
    public func setConnected(_ isConnected: Bool) {
        let ears = state.withLock { state in
            state.isConnected = isConnected
            return state.ears.values.flatMap(\.values)
        }
        for ear in ears { ear.ring() }
    }

    /// Hears the town for as long as it is held.
    public func ear(for town: TownID) -> Ear {
        state.withLock { state in
            state.next += 1
            let number = state.next
            let ear = Ear { [weak self] in self?.forget(number, of: town) }
            state.ears[town, default: [:]][number] = ear
            return ear
        }
    }

    private func forget(_ number: Int, of town: TownID) {
        state.withLock { state in
            state.ears[town]?[number] = nil
            if state.ears[town]?.isEmpty == true { state.ears[town] = nil }
        }
    }

    /// One follower. Used by one task at a time; give it back with `close`.
    public final class Ear: Sendable {
        private struct State {
            var hasRung = false
            var waiting: CheckedContinuation<Void, Never>?
        }

        private let state = Locked(State())
        private let closing: @Sendable () -> Void

        init(_ closing: @escaping @Sendable () -> Void) { self.closing = closing }

        public func close() { closing() }

        /// Waits until the bell rings, or for so long. True when it rang.
        public func wait(for duration: Duration) async -> Bool {
            let sleeper = Task {
                try? await Task.sleep(for: duration)
                if !Task.isCancelled { self.wake() }
            }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let isOver = state.withLock { state in
                        if !state.hasRung { state.waiting = continuation }
                        return state.hasRung
                    }
                    if isOver { continuation.resume() }
                }
            } onCancel: {
                self.ring()
            }
            sleeper.cancel()
            return state.withLock { state in
                defer { state.hasRung = false }
                return state.hasRung
            }
        }

        func ring() {
            state.withLock { $0.hasRung = true }
            wake()
        }

        private func wake() {
            let waiting = state.withLock { state in
                defer { state.waiting = nil }
                return state.waiting
            }
            waiting?.resume()
        }
    }
}
