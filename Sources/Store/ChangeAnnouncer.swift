internal import Locking
internal import Postgres
internal import UseCases
internal import Workflow

/// Tells other processes of commits by `NOTIFY`, several towns at once and a few times a second at most.
///
/// Not in the transactions themselves: a notifying commit holds a lock of the whole database until it is on disk, so
/// commits would go one by one. What is lost when this process dies here is found by looking, which followers do too.
final class ChangeAnnouncer: Sendable {
    static let channel = "liban_change"
    /// A payload holds 8,000 bytes; a number has at most ten digits.
    private static let most = 500
    private static let pause = Duration.milliseconds(100)

    private struct State {
        var towns: Set<Int32> = []
        var isSending = false
    }

    private let state = Locked(State())
    private let bell: ChangeBell
    private let send: @Sendable (String) async throws -> Void

    init(_ bell: ChangeBell, send: @escaping @Sendable (String) async throws -> Void) {
        (self.bell, self.send) = (bell, send)
    }

    func announce(_ town: TownID) {
        bell.ring(town)
        let isFirst = state.withLock { state in
            state.towns.insert(town.raw)
            defer { state.isSending = true }
            return !state.isSending
        }
        if isFirst { Task { await sendAll() } }
    }

    private func sendAll() async {
        while true {
            let towns = state.withLock { state in
                let some = Array(state.towns.prefix(Self.most))
                state.towns.subtract(some)
                if some.isEmpty { state.isSending = false }
                return some
            }
            if towns.isEmpty { return }
            // Without the database there is nobody to tell.
            try? await send(towns.map(String.init).joined(separator: " "))
            try? await Task.sleep(for: Self.pause)
        }
    }
}
