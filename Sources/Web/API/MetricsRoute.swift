import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// A number for operators, read when they ask.
public struct Gauge: Sendable {
    public let name: String
    public let help: String
    public let value: Double
    /// Such as `state="inReview"`; nothing where there is one value.
    public let labels: String

    public init(_ name: String, _ help: String, _ value: Double, labels: String = "") {
        (self.name, self.help, self.value, self.labels) = (name, help, value, labels)
    }
}

/// Numbers for operators, in the text format of Prometheus. Not for strangers: from this machine, or with the token.
enum MetricsRoute {
    static func serve(_ call: Call) async throws -> Response {
        guard isPermitted(call) else { throw Problem(.notFound) }
        var text = call.services.metrics.text
        var named: Set<String> = []
        for gauge in await call.services.gauges() + own(call) {
            if named.insert(gauge.name).inserted {
                text += "# HELP \(gauge.name) \(gauge.help)\n# TYPE \(gauge.name) gauge\n"
            }
            text += "\(gauge.name)\(gauge.labels.isEmpty ? "" : "{\(gauge.labels)}") \(gauge.value)\n"
        }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private static func own(_ call: Call) -> [Gauge] {
        [
            Gauge("liban_change_streams", "Open streams of changes.", Double(call.services.listeners.open)),
            Gauge("liban_rate_buckets", "Clients and accounts being counted.", Double(call.services.limiter.count)),
        ]
    }

    /// With a token set, whoever has it. Without one, this machine; but not what a proxy on it passes on.
    private static func isPermitted(_ call: Call) -> Bool {
        if let token = call.services.settings.metricsToken {
            let given = call.request.headers[.authorization] ?? ""
            let secrets = call.services.secrets
            return secrets.sha256(Array(given.utf8)) == secrets.sha256(Array("Bearer \(token)".utf8))
        }
        return call.isFromThisMachine && call.request.headers[.forwardedFor] == nil
    }
}
