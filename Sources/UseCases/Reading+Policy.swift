public import Workflow

extension Reading {
    /// The policy a new project of the town would be submitted under: its categories and caps, for forms.
    public func policy(of town: TownID, for person: Person) async throws(UseCaseError) -> Policy {
        try permit(person, .projectList, town)
        guard let found = try await directory.towns().first(where: { $0.id == town }) else { throw .notFound }
        return try await directory.policy(programme: found.programme, version: found.policyVersion)
    }
}
