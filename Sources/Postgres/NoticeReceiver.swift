internal import CLibpq
internal import Logging

/// Where libpq delivers a connection's notices, on the connection's own thread.
final class NoticeReceiver {
    private let log: Logger
    private var replicationDoubt: String?
    /// Whether the server has said farewell: a fatal error that belongs to no statement comes as a notice.
    private(set) var saidFarewell = false

    init(log: Logger) { self.log = log }

    static func receive(_ context: UnsafeMutableRawPointer?, _ result: OpaquePointer?) {
        guard let context, let result else { return }
        Unmanaged<NoticeReceiver>.fromOpaque(context).takeUnretainedValue().receive(result)
    }

    private func receive(_ result: OpaquePointer) {
        // A cancelled wait for the standby answers COMMIT with success and this warning. The text depends on the
        // server's language, the function does not.
        let function = PQresultErrorField(result, Int32(UInt8(ascii: "R"))).map { String(cString: $0) }
        if function == "SyncRepWaitForLSN" {
            replicationDoubt = "\(ServerError(result: result, statement: nil))"
        }
        let severity = PQresultErrorField(result, Int32(UInt8(ascii: "V"))).map { String(cString: $0) }
        if severity == "FATAL" || severity == "PANIC" { saidFarewell = true }
        guard log.logLevel <= .debug else { return }
        log.debug("\(ServerError(result: result, statement: nil))")
    }

    func takeReplicationDoubt() -> String? {
        defer { replicationDoubt = nil }
        return replicationDoubt
    }
}
