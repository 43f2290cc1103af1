public import Workflow

/// Reading across a town's projects what they called for: consultations, dispatches, notices.
public protocol HelpStore: Sendable {
    /// Projects with at least one, newest first, each with its fold; those before `project`.
    func projects(
        of town: TownID, with help: HelpKind, before project: ProjectID?, limit: Int
    ) async throws(StoreError) -> [(record: ProjectRecord, project: Project)]

    /// Projects whose award was put on notice, the notice that ends last first; those before the place.
    func onNotice(
        town: TownID, before place: (endsOn: CivilDate, id: ProjectID)?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord]
}

public enum HelpKind: Sendable { case consultation, dispatch }
