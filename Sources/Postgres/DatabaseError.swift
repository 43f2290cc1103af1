/// Why a unit of work has no rows to give, told by what is known about its effect.
public enum DatabaseError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The server said no: nothing happened.
    case rolledBack(ServerError)
    /// The commit was on its way when the answer was lost, or the server could not say it is replicated: it may have
    /// happened.
    case unknown(reason: String)
    /// No connection could be had, or a read lost two of them: nothing happened.
    case unavailable(reason: String)
    /// Too many units wait already: nothing was sent.
    case overloaded
    /// The deadline passed while the unit waited its turn, or before a read was answered: nothing happened.
    case deadlineExceeded

    public var description: String {
        switch self {
        case .rolledBack(let error): "\(error)"
        case .unknown(let reason): "the outcome is unknown: \(reason)"
        case .unavailable(let reason): "the database is not available: \(reason)"
        case .overloaded: "the database has too many units of work waiting"
        case .deadlineExceeded: "the database did not answer before the deadline"
        }
    }
}
