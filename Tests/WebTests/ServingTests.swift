import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import Web

/// The server on a real socket: what slow, broken and ambiguous clients get, and that others are answered meanwhile.
struct ServingTests {
    private func serve(
        _ limits: ServingLimits = ServingLimits(), rates: RateLimits? = nil,
        _ body: @Sendable (Int) async throws -> Void
    ) async throws {
        // A logger that keeps its metadata: the request's id is read from it.
        var log = Logger(label: "test")
        log.logLevel = .critical
        let app = Application(
            router: try buildRouter(World(rates: rates).services, log: log),
            server: try Listening.builder(nil, limits: limits),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: log)
        try await app.test(.live) { client in try await body(try #require(client.port)) }
    }

    /// A connection of its own; reading gives up after a minute, which only a broken server takes.
    private static func dial(_ port: Int) -> Int32 {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return handle
    }

    private static func say(_ text: String, to handle: Int32) {
        let bytes = Array(text.utf8)
        _ = send(handle, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// What comes at once; nil when the server closed.
    private static func hear(_ handle: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = recv(handle, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    /// Runs what blocks on a thread of its own.
    private static func apart<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    /// Sends bytes and reads until the server closes.
    private static func talk(_ port: Int, _ text: String) async -> (text: String, closed: Bool) {
        await apart {
            let handle = dial(port)
            defer { close(handle) }
            say(text, to: handle)
            var read: [UInt8] = []
            errno = 0
            while let more = hear(handle) { read += more }
            return (String(decoding: read, as: UTF8.self), errno == 0 || errno == ECONNRESET)
        }
    }

    @Test func overHTTPSTheBrowserIsToldToStay() async throws {
        try await World().run { client in
            for path in ["/healthz", "/sign-in", "/nothing"] {
                let answer = try await client.send(.get, path)
                #expect(answer.header("Strict-Transport-Security") == "max-age=31536000; includeSubDomains", "\(path)")
            }
        }
    }

    @Test func aHeadThatCannotBeReadGetsTheHeadersToo() async throws {
        var limits = ServingLimits()
        (limits.headSeconds, limits.idleSeconds) = (3, 1)
        try await serve(limits) { port in
            for text in [
                "GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n", "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: \(String(repeating: "a", count: 9000))\r\n\r\n",
            ] {
                let (answer, closed) = await Self.talk(port, text)
                #expect(closed && answer.hasPrefix("HTTP/1.1 400"), "\(answer.prefix(200))")
                for header in ["Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff"] {
                    #expect(answer.contains(header), "\(header): \(answer.prefix(300))")
                }
            }
        }
    }

    /// What two servers could read as different requests is none.
    @Test func twoLengthsAreNoRequest() async throws {
        var limits = ServingLimits()
        (limits.headSeconds, limits.idleSeconds) = (3, 1)
        try await serve(limits) { port in
            for headers in [
                "Content-Length: 4\r\nTransfer-Encoding: chunked", "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: +4", "Transfer-Encoding: xchunked", "Content-Length : 4",
            ] {
                let (answer, _) = await Self.talk(
                    port,
                    "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\n\(headers)\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
                )
                #expect(!answer.contains("HTTP/1.1 200"), "\(headers): a second request was smuggled in: \(answer)")
            }
        }
    }

    /// Silence, half a head, a body that stops: each is let go in its time, and others are answered meanwhile.
    @Test func slowClientsAreLetGo() async throws {
        var limits = ServingLimits()
        (limits.headSeconds, limits.idleSeconds, limits.stallSeconds) = (1, 1, 5)
        try await serve(limits) { port in
            async let silent = Self.talk(port, "")
            async let half = Self.talk(port, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: b")
            async let body = Self.talk(
                port, "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
            async let kept = Self.talk(port, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            let all = await [silent, half, body, kept]
            #expect(all.allSatisfy { $0.closed }, "\(all)")
            #expect(all[3].text.hasPrefix("HTTP/1.1 200"))
        }
    }

    /// A body that comes steadily, faster than what counts as stalled, and never ends.
    @Test func aRequestHasItsTimeAsAWhole() async throws {
        var limits = ServingLimits()
        limits.requestSeconds = 5
        try await serve(limits) { port in
            let (seconds, isClosed) = await Self.apart {
                let handle = Self.dial(port)
                defer { close(handle) }
                Self.say("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n", to: handle)
                let began = ContinuousClock.now
                while ContinuousClock.now - began < .seconds(30) {
                    Self.say(String(repeating: " ", count: 1000), to: handle)
                    var byte: UInt8 = 0
                    if recv(handle, &byte, 1, Int32(MSG_DONTWAIT)) == 0 || errno == ECONNRESET { break }
                    usleep(200_000)
                }
                return ((ContinuousClock.now - began) / .seconds(1), ContinuousClock.now - began < .seconds(30))
            }
            #expect(isClosed, "still open after \(seconds) s")
        }
    }

    /// What a client sent ahead of its answers is not answered once it asked too much.
    @Test func whoeverAsksTooMuchIsLetGo() async throws {
        let rates = RateLimits(accountPerMinute: 2)
        try await serve(rates: rates) { port in
            let request = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
            let (text, closed) = await Self.talk(port, String(repeating: request, count: 500))
            let refused = text.components(separatedBy: "HTTP/1.1 429").count - 1
            let answered = text.components(separatedBy: "HTTP/1.1 200").count - 1
            #expect(closed && refused <= 1 && answered < 100, "\(answered) answered, \(refused) refused")
        }
    }

    @Test func oneAddressHoldsOnlySoMany() async throws {
        var limits = ServingLimits()
        // Three, and the one which the test framework's own client holds.
        limits.connectionsPerAddress = 4
        let request = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
        try await serve(limits) { port in
            // Each was answered, so each is counted; and each stays open.
            let held = await Self.apart {
                (0..<3).map { _ in
                    let handle = Self.dial(port)
                    Self.say(request, to: handle)
                    return (handle, Self.hear(handle) != nil)
                }
            }
            #expect(held.allSatisfy { $0.1 })
            let fourth = await Self.talk(port, request)
            #expect(fourth.closed && fourth.text.isEmpty)
            for (handle, _) in held { close(handle) }
            // The server notices in a moment.
            var isAnswered = false
            for _ in 0..<100 where !isAnswered {
                try await Task.sleep(for: .milliseconds(100))
                isAnswered = await Self.talk(port, "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .text.hasPrefix("HTTP/1.1 200")
            }
            #expect(isAnswered)
        }
    }
}
