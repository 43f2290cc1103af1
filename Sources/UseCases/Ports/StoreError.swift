/// Why the store could not do what was asked.
public enum StoreError: Error, Equatable, Sendable {
    /// Somebody else was first: the version decided on is no longer the newest. Nothing was written.
    case conflict
    /// A named rule of the database refused. Nothing was written.
    case constraint(name: String, message: String)
    /// The same key was carried out meanwhile. Nothing was written; its stored answer holds.
    case keyUsed
    /// The commit was in flight when the answer was lost: it may or may not have happened.
    case outcomeUnknown(String)
    /// The database cannot be reached. Nothing was written.
    case unavailable(String)
    /// Too much is waiting already. Nothing was written.
    case overloaded
    /// Something stored cannot be read back: a defect, never a user's mistake.
    case corrupt(String)
}
