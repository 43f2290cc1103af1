public import Logging
internal import Postgres
public import UseCases
internal import Workflow

/// One connection that hears the commits of other processes, for all who follow changes in this one.
public struct ChangeListening: Sendable {
    private let listener: Listener

    /// Listens from now on, and connects anew as often as needed; the bell says meanwhile that nobody listens.
    public init(conninfo: String, bell: ChangeBell, log: Logger) {
        let listener = Listener(conninfo: conninfo, channels: [ChangeAnnouncer.channel], log: log)
        self.listener = listener
        Task {
            for await event in listener.events {
                switch event {
                case .connected: bell.setConnected(true)
                case .lost: bell.setConnected(false)
                case .notified(_, let payload):
                    for town in payload.split(separator: " ").compactMap({ Int32($0) }) { bell.ring(TownID(town)) }
                }
            }
            bell.setConnected(false)
        }
    }

    public func stop() { listener.stop() }
}
