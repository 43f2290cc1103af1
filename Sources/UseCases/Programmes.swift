public import Workflow

/// Policies as data: a version is checked, stored, and never changed; a town switches to it for new submissions.
public struct Programmes: Sendable {
    let setup: any SetupStore
    let directory: Directory

    public init(setup: any SetupStore, directory: Directory) {
        self.setup = setup
        self.directory = directory
    }

    /// Stores a version. Throws `policyRefused` with everything that is wrong with it, before anything is written.
    ///
    /// - Parameter person: whose act it is; nil for the owner's command.
    public func add(_ policy: Policy, by person: Person? = nil) async throws(UseCaseError) {
        let problems = policy.problems
        guard problems.isEmpty else { throw .policyRefused(problems) }
        try await stored { try await setup.addPolicy(policy, by: person) }
    }

    /// New submissions of the town follow this version from now on; running projects keep theirs.
    public func activate(
        _ programme: String, version: Int, in town: TownID, by person: PersonID? = nil
    ) async throws(UseCaseError) {
        let known = try await directory.policies()
        guard known.contains(where: { $0.programme == programme && $0.version == version }) else { throw .notFound }
        try await stored {
            try await setup.activate(programme: programme, version: version, town: town, by: person)
        }
    }
}
