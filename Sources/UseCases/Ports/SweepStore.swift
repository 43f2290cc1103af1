public import Workflow

/// What the daily sweep needs: who is still running, and a place to leave a reminder exactly once.
public protocol SweepStore: Sendable {
    /// Running projects of a town in the order of their keys, after `id`.
    func running(town: TownID, after id: ProjectID?, limit: Int) async throws(StoreError) -> [ProjectID]

    /// Running projects whose due day was computed without a holiday table.
    func provisional(town: TownID, after id: ProjectID?, limit: Int) async throws(StoreError) -> [ProjectID]

    /// Puts a reminder on the outbox, if the project still has `version` and the same reminder was not put before.
    ///
    /// - Returns: false when it was put before. Throws `conflict` when the project has moved on.
    func put(_ reminder: Reminder, of project: Project) async throws(StoreError) -> Bool
}
