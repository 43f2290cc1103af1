internal import Glibc

/// A moment on the clock that is never set back, in nanoseconds; means something within this process only.
struct Moment: Sendable, Comparable {
    private let nanoseconds: Int64

    static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Moment(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static func < (left: Moment, right: Moment) -> Bool { left.nanoseconds < right.nanoseconds }

    /// `duration` later; the far end of the clock when that lies beyond it.
    func advanced(by duration: Duration) -> Moment {
        let (seconds, attoseconds) = duration.components
        let (whole, tooFar) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, past) = nanoseconds.addingReportingOverflow(whole)
        return tooFar || past ? Moment(nanoseconds: .max) : Moment(nanoseconds: sum + attoseconds / 1_000_000_000)
    }

    /// Milliseconds from now, rounded up so that a sleep never ends just before the moment.
    var pollTimeout: Int32 {
        let left = nanoseconds - Moment.now.nanoseconds
        return left <= 0 ? 0 : Int32(clamping: (left - 1) / 1_000_000 + 1)
    }
}
