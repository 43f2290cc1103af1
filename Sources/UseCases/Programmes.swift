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
    public func add(_ policy: Policy) async throws(UseCaseError) {
        let problems = policy.problems
        guard problems.isEmpty else { throw .policyRefused(problems) }
        try await stored { try await setup.addPolicy(policy) }
    }

    /// New submissions of the town follow this version from now on; running projects keep theirs.
    public func activate(_ programme: String, version: Int, in town: TownID) async throws(UseCaseError) {
        _ = try await directory.policy(programme: programme, version: version)
        try await stored { try await setup.activate(programme: programme, version: version, town: town) }
    }
}
