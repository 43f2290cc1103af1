import Locking

/// How many requests each route answered, how, and how fast; since the start of the process.
final class RequestMetrics: Sendable {
    private struct Key: Hashable {
        let method: String
        /// The route's pattern, never the address: addresses are without number.
        let route: String
        let status: Int
    }

    private struct Times {
        var count = 0
        var seconds = 0.0
        var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count)
    }

    private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let times = Locked([Key: Times]())

    func note(method: String, route: String?, status: Int, seconds: Double) {
        let key = Key(method: method, route: route ?? "none", status: status)
        times.withLock { times in
            var noted = times[key] ?? Times()
            noted.count += 1
            noted.seconds += seconds
            if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) { noted.buckets[place] += 1 }
            times[key] = noted
        }
    }

    /// In the text format of Prometheus, in a fixed order.
    var text: String {
        let noted = times.withLock { $0 }.sorted { a, b in
            (a.key.route, a.key.method, a.key.status) < (b.key.route, b.key.method, b.key.status)
        }
        var lines = [
            "# HELP liban_request_seconds Time to answer, by route.", "# TYPE liban_request_seconds histogram",
        ]
        for (key, times) in noted {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            var sum = 0
            for (bound, count) in zip(Self.bounds, times.buckets) {
                sum += count
                lines.append("liban_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(sum)")
            }
            lines.append("liban_request_seconds_bucket{\(labels),le=\"+Inf\"} \(times.count)")
            lines.append("liban_request_seconds_sum{\(labels)} \(times.seconds)")
            lines.append("liban_request_seconds_count{\(labels)} \(times.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
