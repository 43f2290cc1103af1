public import Workflow

/// 提醒: what looks like splitting, a duplicate or a reused paper, with the answers people gave.
public struct Warnings: Sendable {
    let store: any WarningStore
    let projects: any ProjectStore
    let directory: Directory
    let clock: any WallClock

    public init(
        store: any WarningStore, projects: any ProjectStore, directory: Directory, clock: any WallClock
    ) {
        self.store = store
        self.projects = projects
        self.directory = directory
        self.clock = clock
    }

    /// A warning with its answer, or an answer whose warning is no longer found; it stays visible.
    public struct Entry: Hashable, Sendable {
        public let warning: Warning?
        public let answer: WarningAnswer?

        public var isOpen: Bool { answer == nil }
        public var words: String { warning?.words ?? answer?.words ?? "" }
    }

    public func warnings(of id: ProjectID, for person: Person) async throws(UseCaseError) -> [Entry] {
        try permit(person, id.town)
        guard let record = try await stored({ try await projects.record(of: id) }) else { throw .notFound }
        return try await entries(of: [record], town: id.town)[id] ?? []
    }

    /// How many warnings of each of these projects nobody has answered; what has none is left out.
    public func open(
        of views: [ProjectView], for person: Person
    ) async throws(UseCaseError) -> [ProjectID: Int] {
        guard !views.isEmpty, person.mayRead(.warnings, in: person.town, on: clock.now().civilDate) else { return [:] }
        let records = views.map { ProjectRecord(summary: $0.summary, labels: $0.labels) }
        return try await entries(of: records, town: person.town)
            .mapValues { entries in entries.count(where: \.isOpen) }.filter { $0.value > 0 }
    }

    /// Answers a warning that is found now, once and for all readers.
    ///
    /// - Returns: false where somebody else, or other words, were first; theirs stand.
    public func answer(
        _ key: String, of id: ProjectID, _ words: String, by person: Person
    ) async throws(UseCaseError) -> Bool {
        guard person.town == id.town else { throw .notFound }
        guard person.may(.answerWarning, on: clock.now().civilDate) else { throw .readRefused(.warnings) }
        let entries = try await warnings(of: id, for: person)
        guard let entry = entries.first(where: { $0.warning?.key == key }), let warning = entry.warning else {
            throw .notFound
        }
        if let given = entry.answer { return given.answer == words && given.by == person.name }
        do throws(StoreError) {
            try await store.answer(warning, of: id, words, by: person.id, at: clock.now())
            return true
        } catch {
            guard case .constraint("warning_answered_once", _) = error else { throw .store(error) }
            return false
        }
    }

    private func entries(
        of records: [ProjectRecord], town: TownID
    ) async throws(UseCaseError) -> [ProjectID: [Entry]] {
        let ids = records.map(\.summary.id)
        let facts = try await stored {
            try await store.likenesses(
                of: ids, town: town, within: Splitting.days, unknown: LedgerPast.notKept)
        }
        let answers = try await stored { try await store.warningAnswers(of: ids, town: town) }
        var found: [ProjectID: [Entry]] = [:]
        for record in records {
            let id = record.summary.id
            let given = answers[id] ?? []
            var now: [Warning] = []
            if let facts = facts[id], let project = facts.project {
                let policy = try await directory.policy(
                    programme: record.labels.programme,
                    version: record.summary.policyVersion ?? record.labels.activePolicyVersion)
                now = Workflow.warnings(
                    about: project, beside: facts.others, refusedInvoices: facts.refusedInvoices,
                    sharedPhotos: facts.sharedPhotos, under: policy)
            }
            let current = now.map { warning in
                Entry(warning: warning, answer: given.first { $0.key == warning.key })
            }
            let past = given.filter { answer in !now.contains { $0.key == answer.key } }
                .map { Entry(warning: nil, answer: $0) }
            found[id] = current + past
        }
        return found
    }

    private func permit(_ person: Person, _ town: TownID) throws(UseCaseError) {
        guard person.town == town else { throw .notFound }
        guard person.mayRead(.warnings, in: town, on: clock.now().civilDate) else { throw .readRefused(.warnings) }
    }
}
