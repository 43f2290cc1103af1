import Foundation
import TestSupport
import UseCases
import Workflow

/// Begins in November, so that due days lie in a year without a table and histories run on into it.
final class SteppingClock: WallClock, @unchecked Sendable {
    private let lock = NSLock()
    private var instant = Instant(startOf: CivilDate(year: 2026, month: 11, day: 2) ?? SampleTown.firstDay)
        .adding(seconds: 36_000)

    func now() -> Instant { lock.withLock { instant } }
    func advance(days: Int) { lock.withLock { instant = instant.adding(seconds: Int64(days) * 86_400) } }
}
