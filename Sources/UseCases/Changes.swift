public import Workflow

/// Following what changes in a town, for pages and programs that stay open.
public struct Changes: Sendable {
    private let store: any ChangeStore
    private let clock: any WallClock
    /// Says when to look; without a listener behind it, followers look each second.
    public let bell: ChangeBell

    public init(store: any ChangeStore, clock: any WallClock, bell: ChangeBell = ChangeBell()) {
        self.store = store
        self.clock = clock
        self.bell = bell
    }

    /// What changed in the person's town after the place, oldest first. Asked again and again, so the right to read is
    /// looked at each time: it may end meanwhile.
    public func after(
        _ place: ChangePlace, limit: Int, for person: Person
    ) async throws(UseCaseError) -> [ProjectChange] {
        try permit(person)
        return try await stored { try await store.changes(of: person.town, after: place, limit: limit) }
    }

    /// Where to begin: everything from now on. A place of another database lies ahead of this one.
    public func head(for person: Person) async throws(UseCaseError) -> ChangePlace {
        try permit(person)
        return try await stored { try await store.changesHead() }
    }

    private func permit(_ person: Person) throws(UseCaseError) {
        guard person.mayRead(.projectList, in: person.town, on: clock.now().civilDate) else {
            throw .readRefused(.projectList)
        }
    }
}
