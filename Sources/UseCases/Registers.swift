public import Workflow

/// Keeping meetings, spot checks and cases: guarded by role, place and version, each version kept.
public struct Registers: Sendable {
    private let store: any RegisterStore
    private let directory: Directory
    private let clock: any WallClock
    private let underWay = KeysUnderWay()

    public init(store: any RegisterStore, directory: Directory, clock: any WallClock) {
        self.store = store
        self.directory = directory
        self.clock = clock
    }

    public func list(_ query: RegisterQuery, for person: Person) async throws(UseCaseError) -> [RegisterEntry] {
        try permit(person)
        return try await stored { try await store.entries(query) }
    }

    public func entry(_ id: Int32, in register: Register, for person: Person) async throws(UseCaseError)
        -> RegisterEntry
    {
        try permit(person)
        guard let found = try await stored({ try await store.entry(id, in: register, town: person.town) }) else {
            throw .notFound
        }
        return found
    }

    /// Writes a new entry, or the next version of `id`.
    ///
    /// - Parameters:
    ///   - version: the version the person saw; nil for any.
    ///   - render: the answer, which is kept under the key: the same request again gets the same bytes.
    public func keep(
        _ content: RegisterContent, in register: Register, id: Int32? = nil, version: Int? = nil, key: RequestKey,
        by person: Person, render: (RegisterEntry) -> RenderedAnswer
    ) async throws(UseCaseError) -> RenderedAnswer {
        guard underWay.begin(key) else { throw .keyInProgress }
        defer { underWay.end(key) }
        if let given = try await stored({ try await store.answer(under: key) }) {
            guard given.fingerprint == key.fingerprint else { throw .keyReused }
            return RenderedAnswer(status: given.status, version: given.version, body: given.body)
        }
        let now = clock.now()
        let unitName = try await checked(content, register, person, on: now.civilDate)
        var next = 1
        if let id {
            let current = try await entry(id, in: register, for: person)
            if let version, version != current.version { throw .stale(current: current.version) }
            // Who changes an entry must be in charge of where it lies now as well.
            _ = try await place(current.unit, register, person, on: now.civilDate)
            next = current.version + 1
        }
        let reserved: Int32
        if let id {
            reserved = id
        } else {
            reserved = try await stored { try await store.reserveEntry(in: register, town: person.town) }
        }
        let entry = RegisterEntry(
            id: reserved, version: next, unit: content.unit, unitName: unitName, body: content.body, by: person.name,
            changedAt: now)
        let answer = render(entry)
        let change = RegisterChange(
            town: person.town, register: register, id: reserved, version: next, content: content, person: person.id,
            at: now,
            answer: (
                key,
                StoredAnswer(
                    fingerprint: key.fingerprint, status: answer.status, version: answer.version, body: answer.body)
            ))
        try await write(change)
        return answer
    }

    private func write(_ change: RegisterChange) async throws(UseCaseError) {
        do throws(StoreError) { try await store.write(change) } catch {
            switch error {
            case .conflict: throw .stale(current: change.version)
            case .constraint("register_project_exists", _): throw .registerRefused([.projectUnknown])
            case .constraint, .keyUsed, .outcomeUnknown, .unavailable, .overloaded, .corrupt: throw .store(error)
            }
        }
    }

    /// Everything wrong with it at once; the name of its unit.
    private func checked(
        _ content: RegisterContent, _ register: Register, _ person: Person, on today: CivilDate
    ) async throws(UseCaseError) -> String? {
        let unit = try await place(content.unit, register, person, on: today)
        var wrong: [RegisterRefusal] = []
        if content.title.allSatisfy({ $0.isWhitespace }) { wrong.append(.titleMissing) }
        if content.heldOn > today { wrong.append(.dayInFuture) }
        if content.projects.contains(where: { $0.town != person.town }) { wrong.append(.projectUnknown) }
        if let finding = content.finding {
            if finding.hasProblem, finding.rectifyBy.map({ $0 < content.heldOn }) ?? true {
                wrong.append(.problemDayMissing)
            }
            let isRechecked = finding.recheckedOn != nil || finding.recheckPassed != nil
            let isSound =
                finding.hasProblem && finding.recheckPassed != nil
                && finding.recheckedOn.map { $0 >= content.heldOn && $0 <= today } ?? false
            if isRechecked, !isSound { wrong.append(.recheckWithoutProblem) }
        }
        guard wrong.isEmpty else { throw .registerRefused(wrong) }
        return unit
    }

    /// The name of the unit, if the person may keep the register there; an entry of the whole town takes an office
    /// over all of it.
    private func place(
        _ unit: UnitID?, _ register: Register, _ person: Person, on today: CivilDate
    ) async throws(UseCaseError) -> String? {
        guard let unit else {
            let holds = person.assignments.contains {
                register.keepers.contains($0.role) && $0.scope == .town && $0.holds(on: today)
            }
            guard holds else { throw .writeRefused }
            return nil
        }
        let units = try await directory.units(of: person.town, on: today)
        guard let found = units.first(where: { $0.place.unit == unit }) else { throw .registerRefused([.unitUnknown]) }
        guard register.keepers.contains(where: { person.holds($0, over: found.place, on: today) }) else {
            throw .writeRefused
        }
        return found.name
    }

    private func permit(_ person: Person) throws(UseCaseError) {
        guard person.mayRead(.registers, in: person.town, on: clock.now().civilDate) else {
            throw .readRefused(.registers)
        }
    }
}
