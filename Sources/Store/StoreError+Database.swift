internal import Postgres
internal import UseCases

/// What the driver says, in the words of the ports. The only place that knows SQLSTATEs.
extension StoreError {
    init(_ error: DatabaseError) {
        switch error {
        case .rolledBack(let server): self.init(server)
        case .unknown(let reason): self = .outcomeUnknown(reason)
        case .unavailable(let reason): self = .unavailable(reason)
        case .deadlineExceeded: self = .unavailable("the database did not answer in time")
        case .overloaded: self = .overloaded
        }
    }

    init(_ server: ServerError) {
        if server.isConflict {
            self = .conflict
        } else if server.isReadOnly {
            self = .unavailable("the database takes no changes now: it is read only")
        } else if server.isCancelled {
            self = .unavailable("the database took too long and gave up")
        } else if server.isConnectionLoss {
            self = .unavailable(server.message)
        } else {
            self.init(refusal: server)
        }
    }

    private init(refusal server: ServerError) {
        switch (server.sqlstate.prefix(2), server.constraint) {
        // A guard found the row changed, or the next event or number was written by somebody else.
        case ("LB", "project_version_is_current"), ("LB", "register_version_is_current"), ("23", "event_once"),
            ("23", "project_once"), ("23", "register_version_once"), ("23", "checkpoint_once"):
            self = .conflict
        case ("23", "request_key_once"): self = .keyUsed
        case ("LB", let name?), ("23", let name?): self = .constraint(name: name, message: server.message)
        case ("23", nil): self = .constraint(name: server.column ?? server.sqlstate, message: server.message)
        case ("22", _): self = .constraint(name: "value_storable", message: server.message)
        case ("53", _) where server.sqlstate == "53100":
            self = .unavailable("the database's disk is full; make room on it and try again")
        case ("53", _): self = .unavailable(server.message)
        case (_, _): self = .corrupt("\(server)")
        }
    }
}

/// Reads rows; a row that is not what the code expects is a defect, said as `corrupt`.
func reading<Value>(_ body: () throws(RowError) -> Value) throws(StoreError) -> Value {
    do {
        return try body()
    } catch {
        throw .corrupt("\(error)")
    }
}
