import Store
public import UseCases
public import Workflow

extension Installation {
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
}
