internal import CLibpq
internal import Locking
public import Logging

/// A connection of its own that waits for `NOTIFY`.
///
/// A notification is a hint that something changed, not a record of it: those sent while the connection is down are
/// lost, so look for yourself at every `connected`.
public final class Listener: Sendable {
    /// What a listener hears.
    public enum Event: Sendable, Equatable {
        /// Listening from now on; anything may have been missed before.
        case connected
        case notified(channel: String, payload: String)
        /// The connection is gone, and being made again: nothing is heard until `connected`.
        case lost
    }

    /// Ends when the listener is stopped. For one reader.
    public let events: AsyncStream<Event>
    private let continuation: AsyncStream<Event>.Continuation
    private let worker: ListenerThread?

    /// Listens on `channels` in the database of `conninfo` from now on until `stop`, reconnecting as often as needed.
    public init(conninfo: String, channels: [String], applicationName: String = "liban listen", log: Logger) {
        // A reader that falls behind loses the oldest hints rather than our memory.
        (events, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(10_000))
        guard let waker = Waker() else {
            log.error("the process has no file descriptors left to listen with")
            continuation.finish()
            worker = nil
            return
        }
        let thread = ListenerThread(
            conninfo: conninfo, channels: channels, applicationName: applicationName, waker: waker,
            continuation: continuation, log: log)
        worker = thread
        if !OSThread.start(name: "postgres-listen", { thread.run() }) {
            log.error("the system gives no thread to listen with")
            continuation.finish()
        }
    }

    deinit { stop() }

    /// Ends listening and the stream of events.
    public func stop() { worker?.stop() }
}

/// The thread behind a listener.
private final class ListenerThread: Sendable {
    private let conninfo: String
    private let channels: [String]
    private let applicationName: String
    private let waker: Waker
    private let continuation: AsyncStream<Listener.Event>.Continuation
    private let log: Logger
    private let isStopped = Locked(false)

    init(
        conninfo: String, channels: [String], applicationName: String, waker: Waker,
        continuation: AsyncStream<Listener.Event>.Continuation, log: Logger
    ) {
        self.conninfo = conninfo
        self.channels = channels
        self.applicationName = applicationName
        self.waker = waker
        self.continuation = continuation
        self.log = log
    }

    func stop() {
        isStopped.withLock { $0 = true }
        waker.wake()
    }

    func run() {
        var backoff = Backoff()
        while !stopped {
            do {
                let link = try connect()
                backoff.reset()
                continuation.yield(.connected)
                listen(link)
                if !stopped { continuation.yield(.lost) }
            } catch {
                log.debug("cannot listen: \(error.reason)")
            }
            if !stopped { _ = waker.sleep(socket: nil, until: Moment.now.advanced(by: backoff.delay())) }
        }
        continuation.finish()
    }

    private var stopped: Bool { isStopped.withLock { $0 } }

    private func connect() throws(ConnectionLost) -> Link {
        let link = try Link(
            conninfo: conninfo, applicationName: applicationName, connectTimeout: .seconds(5), log: log)
        do {
            for channel in channels { try link.execute("LISTEN \(quoted(channel))") }
        } catch {
            throw ConnectionLost(reason: error.reason)
        }
        return link
    }

    /// Hands on what comes until the connection is lost or we are stopped.
    private func listen(_ link: Link) {
        repeat {
            while let notification = PQnotifies(link.connection) {
                let channel = String(cString: notification.pointee.relname)
                let payload = String(cString: notification.pointee.extra)
                PQfreemem(notification)
                continuation.yield(.notified(channel: channel, payload: payload))
            }
            _ = waker.sleep(socket: link.socket, until: nil)
        } while !stopped && link.takeInput()
    }
}
