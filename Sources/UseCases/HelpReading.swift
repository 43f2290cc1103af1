public import Workflow

/// Consultations, dispatches and notices of a whole town.
public struct HelpReading: Sendable {
    private let store: any HelpStore
    private let clock: any WallClock

    public init(store: any HelpStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    public func projects(
        with help: HelpKind, before project: ProjectID?, limit: Int, for person: Person
    ) async throws(UseCaseError) -> [(record: ProjectRecord, project: Project)] {
        try permit(person)
        return try await stored {
            try await store.projects(of: person.town, with: help, before: project, limit: limit)
        }
    }

    public func notices(
        before place: (endsOn: CivilDate, id: ProjectID)?, limit: Int, for person: Person
    ) async throws(UseCaseError) -> [ProjectRecord] {
        try permit(person)
        return try await stored { try await store.onNotice(town: person.town, before: place, limit: limit) }
    }

    private func permit(_ person: Person) throws(UseCaseError) {
        guard person.mayRead(.help, in: person.town, on: clock.now().civilDate) else { throw .readRefused(.help) }
    }
}
