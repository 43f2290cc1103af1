import HummingbirdCore
import Logging
import NIOCore

/// A connection of any protocol with its guard in front.
struct GuardedChannel<Base: ServerChildChannel>: ServerChildChannel {
    typealias Value = Base.Value

    let base: Base
    let limits: ServingLimits
    let counts: ConnectionCounts
    let isTrusted: @Sendable (String) -> Bool

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        do {
            if let options = channel.syncOptions {
                let buffers = FixedSizeRecvByteBufferAllocator(capacity: limits.readBytes)
                try options.setOption(.recvAllocator, value: buffers)
                try options.setOption(.maxMessagesPerRead, value: 1)
            }
            try channel.pipeline.syncOperations.addHandler(ConnectionGuard(limits, counts, isTrusted: isTrusted))
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        return base.setup(channel: channel, logger: logger)
    }

    func handle(value: Value, logger: Logger) async { await base.handle(value: value, logger: logger) }
}
