internal import CLibpq
internal import Logging

/// One open connection. Belongs to the thread that opened it, and does not leave it.
final class Link {
    let connection: OpaquePointer
    private let notices: NoticeReceiver

    /// Opens a connection; blocks until libpq has tried every host.
    ///
    /// `conninfo` may be a URL or keywords. Its own settings win over ours, but for the encoding, which `Row` relies
    /// on.
    init(conninfo: String, applicationName: String, connectTimeout: Duration, log: Logger) throws(ConnectionLost) {
        let parameters: [(String, String)] = [
            ("fallback_application_name", applicationName),
            ("connect_timeout", "\(max(2, connectTimeout.components.seconds))"),
            // A peer that vanished without a word is noticed within half a minute.
            ("tcp_user_timeout", "20000"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("dbname", conninfo), ("client_encoding", "UTF8"),
        ]
        let keys = parameters.map(\.0)
        let values = parameters.map(\.1)
        let opened = withCStrings(keys) { keys in
            withCStrings(values) { values in PQconnectdbParams(keys, values, 1) }
        }
        guard let opened else { throw ConnectionLost(reason: "out of memory") }
        guard PQstatus(opened) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(opened)).trimmed
            PQfinish(opened)
            throw ConnectionLost(reason: reason)
        }
        connection = opened
        notices = NoticeReceiver(log: log)
        PQsetNoticeReceiver(
            opened, { context, result in NoticeReceiver.receive(context, result) },
            Unmanaged.passUnretained(notices).toOpaque())
    }

    deinit { PQfinish(connection) }

    var socket: Int32 { PQsocket(connection) }
    var isOpen: Bool { PQstatus(connection) == CONNECTION_OK }
    var errorMessage: String { String(cString: PQerrorMessage(connection)).trimmed }

    /// Whether the server has said, since the last look, that a commit may not be replicated.
    func takeReplicationDoubt() -> String? { notices.takeReplicationDoubt() }

    /// Runs `sql`, which may hold several statements, and waits for it without a limit of its own.
    ///
    /// Not for a link in pipeline mode. Gives the rows of the last statement.
    @discardableResult
    func execute(_ sql: String) throws(ExecuteError) -> Rows { try rows(PQexec(connection, sql)) }

    /// Runs the one statement `sql` with `parameters`; otherwise as `execute`.
    @discardableResult
    func query(_ sql: String, _ parameters: [Parameter]) throws(ExecuteError) -> Rows {
        guard let bound = try? BoundParameters(parameters) else {
            let message = "a text parameter holds the character U+0000"
            throw .refused(ServerError(sqlstate: "22021", message: message, statement: nil))
        }
        return try rows(
            bound.withPointers { values, count in
                PQexecParams(connection, sql, count, nil, values, nil, nil, 0)
            })
    }

    private func rows(_ result: OpaquePointer?) throws(ExecuteError) -> Rows {
        guard let result else { throw .lost(ConnectionLost(reason: errorMessage)) }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return Rows(taking: result)
        default:
            defer { PQclear(result) }
            let error = ServerError(result: result, statement: nil)
            throw isOpen ? .refused(error) : .lost(ConnectionLost(reason: error.message))
        }
    }

    /// Whether a transaction is open and sound.
    var isInSoundTransaction: Bool { PQtransactionStatus(connection) == PQTRANS_INTRANS }

    /// From here on units are pipelined and no call waits for the socket.
    func enterPipeline() throws(ConnectionLost) {
        guard PQsetnonblocking(connection, 1) == 0, PQenterPipelineMode(connection) == 1 else {
            throw ConnectionLost(reason: errorMessage)
        }
    }

    /// Takes what the server sent while nobody waited; false when the connection is gone, or about to go.
    func takeInput() -> Bool {
        guard PQconsumeInput(connection) == 1, isOpen else { return false }
        // Has libpq parse what came and hand notices to the receiver.
        _ = PQisBusy(connection)
        return !notices.saidFarewell
    }

    /// Whether the connection is sound as far as can be known without asking the server.
    func looksSound(_ waker: Waker) -> Bool {
        !waker.sleep(socket: socket, wakeable: false, until: .now).socketReady || takeInput()
    }
}

/// The connection is gone or could not be made, in libpq's words.
struct ConnectionLost: Error, Sendable {
    let reason: String
}

/// Why `Link.execute` has no rows.
enum ExecuteError: Error {
    case refused(ServerError)
    case lost(ConnectionLost)

    var reason: String {
        switch self {
        case .refused(let error): "\(error)"
        case .lost(let lost): lost.reason
        }
    }
}

/// Calls `body` with a NULL-terminated array of C strings, valid only inside.
func withCStrings<T>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> T) -> T {
    let buffer = strings.map { Array($0.utf8CString) }
    let flat = Array(buffer.joined())
    return flat.withUnsafeBufferPointer { flat in
        var pointers: [UnsafePointer<CChar>?] = []
        var start = 0
        for string in buffer {
            pointers.append(flat.baseAddress?.advanced(by: start))
            start += string.count
        }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
