import Locking
import NIOCore

/// Fired through a connection's pipeline by its requests.
enum RequestProgress: Sendable {
    /// A head has come in whole; its answer has left whole.
    case began, ended
}

/// First in a connection's pipeline: closes it when no request comes in time, or when its address holds too many.
///
/// It sees bytes only, so a TLS handshake or a head that never ends is the same to it as silence.
final class ConnectionGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let limits: ServingLimits
    private let counted: ConnectionCounts
    private let isTrusted: @Sendable (String) -> Bool
    private var address: String?
    private var open = 0
    private var deadline: Scheduled<Void>?

    init(_ limits: ServingLimits, _ counted: ConnectionCounts, isTrusted: @escaping @Sendable (String) -> Bool) {
        self.limits = limits
        self.counted = counted
        self.isTrusted = isTrusted
    }

    func handlerAdded(context: ChannelHandlerContext) { wait(limits.headSeconds, context) }

    func channelActive(context: ChannelHandlerContext) {
        if let peer = context.remoteAddress?.ipAddress, !isTrusted(peer) {
            address = peer
            if counted.add(peer) > limits.connectionsPerAddress { return context.close(promise: nil) }
        }
        context.fireChannelActive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
        if let address { counted.remove(address) }
        address = nil
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard let progress = event as? RequestProgress else { return context.fireUserInboundEventTriggered(event) }
        switch progress {
        case .began:
            open += 1
            deadline?.cancel()
        case .ended:
            open -= 1
            if open <= 0 { wait(limits.idleSeconds, context) }
        }
    }

    private func wait(_ seconds: Int, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Int64(seconds))) {
            context.close(promise: nil)
        }
    }
}

/// How many connections each address holds.
final class ConnectionCounts: Sendable {
    private let counts = Locked<[String: Int]>([:])

    /// The number with this one.
    func add(_ address: String) -> Int {
        counts.withLock { counts in
            counts[address, default: 0] += 1
            return counts[address] ?? 0
        }
    }

    func remove(_ address: String) {
        counts.withLock { counts in
            let left = (counts[address] ?? 1) - 1
            counts[address] = left > 0 ? left : nil
        }
    }
}
