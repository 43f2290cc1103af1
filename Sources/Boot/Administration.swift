import Store
public import UseCases
public import Workflow

extension Installation {
    /// Adds a person. A login that is taken is refused by the database (`login_once`).
    public func addPerson(
        _ name: String, login: String?, password: String?, assignments: [Assignment], to town: Town
    ) async throws -> PersonID {
        var hash: String?
        if let login, let password {
            try await ownAccount.check(password, login: login, name: name, town: town.id)
        }
        if let password { hash = await secrets.hashPassword(password) }
        let added = try await store.addPeople(
            [NewPerson(name: name, login: login, passwordHash: hash, assignments: assignments)], town: town.id)
        guard let id = added.first else { throw UseCaseError.notFound }
        let offices = assignments.map { "\($0.role.rawValue) from \($0.from)" }.joined(separator: ", ")
        try await store.append(
            AuditEntry(
                town: town.id, person: nil, act: .administration, result: .done, subject: "person \(id) added",
                detail: offices, origin: .command, at: clock.now()))
        return id
    }
}
