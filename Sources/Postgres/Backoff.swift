/// Waits between attempts to connect: 50 ms, doubled each time, at most 2 s.
struct Backoff {
    private static let first = Duration.milliseconds(50)
    private static let longest = Duration.seconds(2)
    private var next = first

    /// How long to wait before the next attempt. Up to a quarter less by chance, so that a pool does not knock as one.
    mutating func delay() -> Duration {
        defer { next = min(next * 2, Self.longest) }
        return next * Double.random(in: 0.75...1)
    }

    mutating func reset() { next = Self.first }
}
