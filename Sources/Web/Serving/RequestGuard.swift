import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Behind the HTTP codec, one for each connection of HTTP/1.1 and each stream of HTTP/2: says when a request begins and
/// ends, ends what is stalled, and gives the security headers to answers that never reach the router, as to a head that
/// cannot be read.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let tickSeconds = 5

    private let limits: ServingLimits
    private var ticking: Scheduled<Void>?
    /// While a body is awaited.
    private var isReceiving = false
    private var isAnswering = false
    private var received = 0
    private var pending = 0
    private var stalled = 0
    /// Seconds since the head, then since the end of the request until its answer begins.
    private var age = 0
    private var isAnswered = true
    /// Nothing of this connection is answered after this.
    private var isLast = false

    init(_ limits: ServingLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) { arm(context) }

    func handlerRemoved(context: ChannelHandlerContext) { stop(context) }

    func channelInactive(context: ChannelHandlerContext) {
        stop(context)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if isLast { return }
        switch unwrapInboundIn(data) {
        case .head:
            if !isAnswering { tell(.began, context) }
            (isReceiving, isAnswering, received, stalled) = (true, true, 0, 0)
            (isAnswered, age) = (false, 0)
        case .body(let bytes): received += bytes.readableBytes
        case .end: (isReceiving, age) = (false, 0)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            isAnswered = true
            // Whoever asks too much has sent more already, which would all be answered: it goes with the connection.
            isLast = head.status == .tooManyRequests
            if isLast, isConnection(context) { head.headerFields[.connection] = "close" }
            if head.headerFields[.contentSecurityPolicy] == nil {
                SecurityHeaders.addLeast(to: &head.headerFields)
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: context.write(data, promise: promise)
        case .end:
            if isAnswering { tell(.ended, context) }
            isAnswering = false
            guard isLast else { return context.write(data, promise: promise) }
            let written = promise ?? context.eventLoop.makePromise()
            context.writeAndFlush(data, promise: written)
            written.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        }
    }

    /// The channel is a connection of HTTP/1.1, no stream of HTTP/2.
    private func isConnection(_ context: ChannelHandlerContext) -> Bool {
        context.channel.parent?.remoteAddress == nil
    }

    private func tell(_ progress: RequestProgress, _ context: ChannelHandlerContext) {
        // A stream's parent is its connection; a connection's is the listening socket, which has no other end.
        let parent = context.channel.parent.flatMap { $0.remoteAddress == nil ? nil : $0 }
        let connection = parent ?? context.channel
        connection.pipeline.fireUserInboundEventTriggered(progress)
    }

    private func arm(_ context: ChannelHandlerContext) {
        ticking = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Int64(Self.tickSeconds))) {
            self.tick(context)
        }
    }

    /// Every few seconds: has enough come in, or gone out, since the last time? Has it all taken too long?
    private func tick(_ context: ChannelHandlerContext) {
        let enough = limits.leastRate * Self.tickSeconds
        let buffered = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        let sendsSlowly = isReceiving && received < enough
        let readsSlowly = !context.channel.isWritable && pending - buffered < enough
        (received, pending) = (0, buffered)
        stalled = sendsSlowly || readsSlowly ? stalled + Self.tickSeconds : 0
        age += isReceiving || !isAnswered ? Self.tickSeconds : 0
        let isTooOld = isReceiving ? age >= limits.requestSeconds : !isAnswered && age >= limits.answerSeconds
        if isTooOld || stalled >= limits.stallSeconds { context.close(promise: nil) } else { arm(context) }
    }

    private func stop(_ context: ChannelHandlerContext) {
        ticking?.cancel()
        ticking = nil
        if isAnswering { tell(.ended, context) }
        isAnswering = false
    }
}
