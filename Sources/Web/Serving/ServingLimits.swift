/// What one client may take of the server, in time, size and number. Each has its reason.
public struct ServingLimits: Sendable {
    /// Connections at the same time. Each costs about 50 KiB while nothing happens; two thousand are a city's morning
    /// with keep-alive. More wait in the kernel's queue.
    public var connections = 2000
    /// Of one address: a town hall behind one address has some dozens of browsers with six connections each.
    /// Trusted proxies are not counted.
    public var connectionsPerAddress = 200
    /// Seconds from the connection to the end of the first request's head, the TLS handshake included: weak networks
    /// need three or four, a slow-header attack wants all day.
    public var headSeconds = 15
    /// Seconds between two requests of one connection.
    public var idleSeconds = 60
    /// Bytes a second below which a body that is sent, or an answer that is read, counts as stalled. A 2G phone does
    /// ten times as much.
    public var leastRate = 512
    /// Seconds that it may be stalled.
    public var stallSeconds = 20
    /// Seconds from a request's head to the end of its body, however steadily it comes: the longest file (20 MiB) over
    /// a line of 35 KB a second. Slower ones send it in pieces, each a request of its own.
    public var requestSeconds = 600
    /// Seconds from a request's end to the beginning of its answer. The slowest answer, a city's chart on a busy
    /// machine, takes three; whoever is cut off asks again under the same key.
    public var answerSeconds = 60
    /// Bytes read at once. A browser's head is about 2 KiB; whoever sends thousands of requests in one go has some
    /// dozens of them looked at before it is somebody else's turn.
    public var readBytes = 8 * 1024
    /// Bytes of one header field, of all, and how many. Browsers send about 2 KiB in all.
    public var headerField = 8 * 1024
    public var headers = 32 * 1024
    public var headerCount = 100

    public init() {}
}
