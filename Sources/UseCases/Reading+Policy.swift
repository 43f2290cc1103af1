public import Workflow

extension Reading {
    /// The policy a new project of the town would be submitted under: its categories and caps, for forms.
    public func policy(of town: TownID, for person: Person) async throws(UseCaseError) -> Policy {
        try permit(person, .programmes, town)
        let found = try await self.town(town)
        return try await directory.policy(programme: found.programme, version: found.policyVersion)
    }

    /// Every version of every programme; which one the person's town follows stands in its `Town`.
    public func policies(for person: Person) async throws(UseCaseError) -> (policies: [Policy], town: Town) {
        try permit(person, .programmes, person.town)
        return (try await directory.policies(), try await town(person.town))
    }

    private func town(_ id: TownID) async throws(UseCaseError) -> Town {
        guard let found = try await directory.towns().first(where: { $0.id == id }) else { throw .notFound }
        return found
    }
}
