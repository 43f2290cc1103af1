import Workflow

extension Reading {
    func view(_ record: ProjectRecord) async throws(UseCaseError) -> ProjectView {
        try await views([record])[0]
    }

    /// Rows with their standing today; policies and calendar come from the directory's memory.
    func views(_ records: [ProjectRecord]) async throws(UseCaseError) -> [ProjectView] {
        let today = clock.now().civilDate
        let calendar = try await directory.calendar()
        var views: [ProjectView] = []
        views.reserveCapacity(records.count)
        for record in records {
            let policy = try await policy(
                record.labels.programme, record.summary.policyVersion ?? record.labels.activePolicyVersion)
            views.append(
                ProjectView(
                    summary: record.summary, labels: record.labels,
                    standing: record.summary.standing(on: today, policy, calendar)))
        }
        return views
    }

    func policy(_ programme: String, _ version: Int) async throws(UseCaseError) -> Policy {
        try await directory.policy(programme: programme, version: version)
    }
}
