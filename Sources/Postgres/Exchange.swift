internal import CLibpq

/// Sends what is queued on a link and hands out the answers as they come.
///
/// Reads while it writes: a server that is stuck telling us notices would otherwise never read the rest.
struct Exchange {
    let link: Link
    let waker: Waker

    /// One answer of the pipeline.
    enum Answer {
        case rows(Rows)
        case refused(ServerError)
        /// Not run, because something before it in the same sync was refused.
        case skipped
        case sync
    }

    /// How an exchange ended.
    enum End {
        case complete
        case lost(reason: String)
        case deadline
    }

    /// Calls `receive` with each answer until it returns false.
    func run(until deadline: Moment, _ receive: (Answer) -> Bool) -> End {
        let connection = link.connection
        var flushing = true
        while true {
            if flushing {
                let flushed = PQflush(connection)
                if flushed < 0 { return drain(receive) }
                flushing = flushed == 1
            }
            while PQisBusy(connection) == 0 {
                switch next(receive) {
                case .more: continue
                case .done: return .complete
                case .broken: return .lost(reason: link.errorMessage)
                }
            }
            let reason = waker.sleep(socket: link.socket, forWriting: flushing, wakeable: false, until: deadline)
            if reason.socketReady {
                if PQconsumeInput(connection) == 0 { return drain(receive) }
            } else if Moment.now >= deadline {
                return .deadline
            }
        }
    }

    private enum Step { case more, done, broken }

    /// One call of PQgetResult, which must not block: PQisBusy was 0.
    private func next(_ receive: (Answer) -> Bool) -> Step {
        guard let result = PQgetResult(link.connection) else {
            // NULL separates the answers of two statements. On a dead connection it would come for ever.
            return link.isOpen ? .more : .broken
        }
        let answer: Answer
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            answer = .rows(Rows(taking: result))
        case PGRES_PIPELINE_SYNC:
            PQclear(result)
            answer = .sync
        case PGRES_PIPELINE_ABORTED:
            PQclear(result)
            answer = .skipped
        case PGRES_FATAL_ERROR:
            let error = ServerError(result: result, statement: nil)
            PQclear(result)
            // Without a code it is libpq's own: the connection broke, which says nothing about the statement.
            if error.sqlstate.isEmpty { return .broken }
            answer = .refused(error)
        default:
            // COPY and whatever else has no place in a pipeline leave it in a state nobody can mend.
            PQclear(result)
            return .broken
        }
        return receive(answer) ? .more : .done
    }

    /// The connection is gone; hands out what had arrived before that.
    private func drain(_ receive: (Answer) -> Bool) -> End {
        let reason = link.errorMessage
        _ = PQconsumeInput(link.connection)
        // Bounded by what is buffered: each turn uses up an answer or finds the connection dead.
        while PQisBusy(link.connection) == 0 {
            switch next(receive) {
            case .more: continue
            case .done: return .complete
            case .broken: return .lost(reason: reason)
            }
        }
        return .lost(reason: reason)
    }
}
