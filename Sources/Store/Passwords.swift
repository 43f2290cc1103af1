internal import Postgres
public import UseCases

extension PostgresStore {
    /// Gives an account another password, already hashed, and signs its person out everywhere.
    ///
    /// Only on a connection of the database's owner: the service's role may not do this.
    /// - Returns: false when there is no such login.
    public func setPassword(login: String, hash: String) async throws(StoreError) -> Bool {
        try await !write(.setPassword, [.text(login), .text(hash)]).isEmpty
    }
}
