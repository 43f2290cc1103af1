import Store

extension Installation {
    /// Sets a login's password and signs its person out everywhere; false when there is no such login.
    ///
    /// Works as the database's owner, for the service may not touch passwords.
    public func setPassword(login: String, password: String) async throws -> Bool {
        guard let hash = await secrets.hashPassword(password) else { return false }
        return try await asOwner { store in try await store.setPassword(login: login, hash: hash) }
    }
}
