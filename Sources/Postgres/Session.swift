internal import CLibpq
internal import Logging

/// A link in pipeline mode with what was prepared on it. Belongs to one thread.
final class Session {
    let link: Link
    // Names on the server, made of the statement's own name and a number.
    private var prepared: [Statement: String] = [:]
    private var preparedCount = 0

    /// Connects and sets up a session; blocks.
    init(options: PoolOptions, log: Logger) throws(ConnectionLost) {
        link = try Link(
            conninfo: options.conninfo, applicationName: options.applicationName,
            connectTimeout: options.connectTimeout, log: log)
        do {
            try link.execute(options.sessionSetup)
        } catch {
            throw ConnectionLost(reason: error.reason)
        }
        try link.enterPipeline()
    }

    /// The server's state after the last sync.
    var isInTransaction: Bool { PQtransactionStatus(link.connection) != PQTRANS_IDLE }

    /// Queues `statement` with `parameters`; `willPrepare` is called when it has to be prepared before.
    func send(_ statement: Statement, _ parameters: BoundParameters, willPrepare: () -> Void) throws(ConnectionLost) {
        let name: String
        if let known = prepared[statement] {
            name = known
        } else {
            preparedCount += 1
            // The server cuts names at 63 bytes; the number comes first so that they stay different.
            name = "\(preparedCount)/\(statement.name.prefix(40))"
            willPrepare()
            guard PQsendPrepare(link.connection, name, statement.sql, 0, nil) == 1 else { throw lost }
            prepared[statement] = name
        }
        let sent = parameters.withPointers { values, count in
            PQsendQueryPrepared(link.connection, name, count, values, nil, nil, 0)
        }
        guard sent == 1 else { throw lost }
    }

    func sendSync() throws(ConnectionLost) {
        guard PQpipelineSync(link.connection) == 1 else { throw lost }
    }

    /// `statement` could not be prepared, or was skipped after an error.
    func forget(_ statement: Statement) { prepared[statement] = nil }

    /// Ends a failed transaction, and forgets what was prepared if `plans`. False when that did not work within 5 s.
    func recover(plans: Bool, waker: Waker) -> Bool {
        var commands: [String] = []
        if isInTransaction { commands.append("ROLLBACK") }
        if plans {
            commands.append("DEALLOCATE ALL")
            prepared = [:]
        }
        for command in commands {
            guard PQsendQueryParams(link.connection, command, 0, nil, nil, nil, nil, 0) == 1 else { return false }
        }
        guard !commands.isEmpty else { return true }
        guard PQpipelineSync(link.connection) == 1 else { return false }
        let exchange = Exchange(link: link, waker: waker)
        var outstanding = commands.count + 1
        var succeeded = true
        let end = exchange.run(until: Moment.now.advanced(by: .seconds(5))) { answer in
            if case .refused = answer { succeeded = false }
            outstanding -= 1
            return outstanding > 0
        }
        guard case .complete = end else { return false }
        return succeeded && !isInTransaction
    }

    private var lost: ConnectionLost { ConnectionLost(reason: link.errorMessage) }
}
