import Store
public import UseCases
public import Workflow

extension Installation {
    /// Sets a login's password and signs its person out everywhere; false when there is no such login.
    ///
    /// Works as the database's owner, for the service may not touch passwords.
    public func setPassword(login: String, password: String) async throws -> Bool {
        guard let hash = await secrets.hashPassword(password) else { return false }
        return try await asOwner { store in try await store.setPassword(login: login, hash: hash) }
    }

    /// Adds a person. A login that is taken is refused by the database (`login_once`).
    public func addPerson(
        _ name: String, login: String?, password: String?, assignments: [Assignment], to town: Town
    ) async throws -> PersonID {
        var hash: String?
        if let password { hash = await secrets.hashPassword(password) }
        let added = try await store.addPeople(
            [NewPerson(name: name, login: login, passwordHash: hash, assignments: assignments)], town: town.id)
        guard let id = added.first else { throw UseCaseError.notFound }
        return id
    }

    /// Puts money into a fund as a movement; the fund is opened where there is none.
    ///
    /// - Parameter by: who appropriated it, where it was somebody of the town.
    public func appropriate(
        _ amount: Money, to town: Town, programme: String, year: Int32, by: PersonID?, reason: String
    ) async throws -> FundState? {
        let fund = try await store.appropriate(
            town: town.id, programme: programme, year: year, amount: amount, on: clock.now().civilDate, by: by,
            reason: reason)
        return try await store.fund(fund, town: town.id)
    }
}
