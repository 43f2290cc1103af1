public import Workflow

/// Handing an office over: the open projects are listed, both sides confirm, and the old authority ends on the day.
public struct Handovers: Sendable {
    let store: any HandoverStore
    let directory: Directory
    let clock: any WallClock

    public init(store: any HandoverStore, directory: Directory, clock: any WallClock) {
        self.store = store
        self.directory = directory
        self.clock = clock
    }

    /// The office proposes; nothing changes until both sides have confirmed.
    public func propose(_ terms: NewHandover, by person: Person) async throws(UseCaseError) -> Handover {
        let today = clock.now().civilDate
        guard person.town == terms.town else { throw .notFound }
        guard person.may(.proposeHandover, on: today) else { throw .handoverRefused(.notTheOffice) }
        guard terms.on >= today else { throw .handoverRefused(.dayPassed) }
        guard terms.from != terms.to else { throw .handoverRefused(.samePerson) }
        guard
            let unit = try await directory.units(of: terms.town, on: today).first(where: { $0.place.unit == terms.unit }
            )
        else { throw .notFound }
        let people = try await directory.people(of: terms.town)
        guard let old = people.first(where: { $0.id == terms.from }), people.contains(where: { $0.id == terms.to })
        else {
            throw .notFound
        }
        guard old.holds(terms.role, over: unit.place, on: today) else { throw .handoverRefused(.notInOffice) }
        // The same proposal again, as after a lost answer, is the one already made.
        let made = try await stored { try await store.handovers(town: terms.town) }
        if let same = made.first(where: { $0.terms == terms && $0.isOpen }) { return same }
        let number = try await stored { try await store.propose(terms, by: person.id, at: clock.now()) }
        return try await find(number, terms.town)
    }

    /// - Parameter basis: how the person confirmed, for whoever has to account for it.
    public func confirm(
        _ number: Int32, by person: Person, basis: String = "signed in"
    ) async throws(UseCaseError) -> Handover {
        let handover = try await find(number, person.town)
        guard handover.involves(person.id) else { throw .handoverRefused(.notAParty) }
        guard !handover.isWithdrawn else { throw .handoverRefused(.withdrawn) }
        try await stored {
            try await store.confirm(number, town: person.town, by: person.id, at: clock.now(), basis: basis)
        }
        return try await find(number, person.town)
    }

    /// Takes back a wrong proposal; a handover that both sides have confirmed is undone by another one.
    public func withdraw(
        _ number: Int32, by person: Person, reason: String
    ) async throws(UseCaseError) -> Handover {
        guard person.may(.proposeHandover, on: clock.now().civilDate) else { throw .handoverRefused(.notTheOffice) }
        let handover = try await find(number, person.town)
        guard !handover.isComplete else { throw .handoverRefused(.complete) }
        guard !handover.isWithdrawn else { throw .handoverRefused(.withdrawn) }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .handoverRefused(.noReason) }
        try await stored {
            try await store.withdraw(number, town: person.town, by: person.id, at: clock.now(), reason: reason)
        }
        return try await find(number, person.town)
    }

    /// Every handover of the town, those still to be confirmed first; for whoever may not see them all, their own.
    public func sheets(for person: Person) async throws(UseCaseError) -> [HandoverSheet] {
        let (town, today) = (person.town, clock.now().civilDate)
        let mayReadAll = person.mayRead(.handovers, in: town, on: today)
        let found = try await stored { try await store.handovers(town: town) }
            .filter { mayReadAll || $0.involves(person.id) }
        guard !found.isEmpty else { return [] }
        let units = try await directory.units(of: town, on: today)
        let people = try await directory.people(of: town)
        func name(_ id: PersonID) -> String { people.first { $0.id == id }?.name ?? "" }
        var sheets: [HandoverSheet] = []
        for handover in found {
            let unit = handover.terms.unit
            var running: [ProjectRecord] = []
            if handover.isOpen {
                running = try await stored { try await store.openProjects(town: town, unit: unit) }
                    .filter { handover.projects.contains($0.summary.id) }
            }
            sheets.append(
                HandoverSheet(
                    handover: handover, unit: units.first { $0.place.unit == unit }?.name ?? "",
                    from: name(handover.terms.from), to: name(handover.terms.to), running: running))
        }
        return sheets.sorted {
            ($0.handover.isOpen ? 0 : 1, -$0.handover.number) < ($1.handover.isOpen ? 0 : 1, -$1.handover.number)
        }
    }

    private func find(_ number: Int32, _ town: TownID) async throws(UseCaseError) -> Handover {
        guard let found = try await stored({ try await store.handover(number, town: town) }) else { throw .notFound }
        return found
    }
}

/// What both sides sign: the handover with its names, and the projects that still run.
public struct HandoverSheet: Hashable, Sendable {
    public let handover: Handover
    public let unit: String
    public let from: String
    public let to: String
    /// Those of the handover's projects that still run; empty once it is complete.
    public let running: [ProjectRecord]
}

extension Handover {
    public func involves(_ person: PersonID) -> Bool { person == terms.from || person == terms.to }
}

/// Why a handover was refused.
public enum HandoverRefusal: String, CaseIterable, Error, Sendable {
    case notTheOffice, dayPassed, samePerson, notInOffice, notAParty, complete, withdrawn, noReason

    public var chinese: String {
        switch self {
        case .notTheOffice: "交接由党建办经办人或主任发起。"
        case .dayPassed: "交接日期不能早于今天。"
        case .samePerson: "交接双方不能是同一人。"
        case .notInOffice: "移交人目前不任此职，请核对人员。"
        case .notAParty: "只有交接双方可以确认。"
        case .complete: "双方已确认，交接已生效；要改回请另行发起交接。"
        case .withdrawn: "这次交接已撤回。"
        case .noReason: "请写明撤回的原因。"
        }
    }

    public var english: String {
        switch self {
        case .notTheOffice: "A handover is proposed by the office clerk or director."
        case .dayPassed: "The day of the handover cannot lie in the past."
        case .samePerson: "The two sides must be different persons."
        case .notInOffice: "The person handing over does not hold the office now; check the person."
        case .notAParty: "Only the two sides may confirm."
        case .complete: "Both sides have confirmed; propose another handover to undo it."
        case .withdrawn: "This handover was withdrawn."
        case .noReason: "Give the reason for withdrawing it."
        }
    }
}
