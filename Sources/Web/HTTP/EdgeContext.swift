public import Hummingbird
import NIOCore

/// What the framework keeps for one request, and who is at the other end of its connection.
public struct EdgeContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The address of the connection's other end, which may be a proxy; nil where there is no connection.
    let peer: String?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
