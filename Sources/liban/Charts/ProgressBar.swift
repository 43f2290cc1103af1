import Foundation
import Locking

/// How far a batch is, on a terminal; silent elsewhere.
final class ProgressBar: Sendable {
    private let count: Int
    private let begun = ContinuousClock.now
    private let done = Locked(0)

    init(of count: Int) { self.count = count }

    /// One more is finished; `name` is it.
    func step(_ name: String) {
        let done = done.withLock { done in
            done += 1
            return done
        }
        guard Terminal.isWatched else { return }
        let width = 24
        let filled = done * width / max(1, count)
        let seconds = Double((ContinuousClock.now - begun).components.seconds)
        let left = done == 0 ? 0 : Int(seconds / Double(done) * Double(count - done))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        Terminal.progress("\(bar) \(done)/\(count) \(name)\(left > 0 ? "，约剩\(left)秒" : "")")
    }

    func end() { Terminal.progress("") }
}
