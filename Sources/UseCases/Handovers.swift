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
        guard person.holds(.clerk, on: today) || person.holds(.director, on: today) else {
            throw .handoverRefused(.notTheOffice)
        }
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
        let number = try await stored { try await store.propose(terms, by: person.id, at: clock.now()) }
        return try await find(number, terms.town)
    }

    public func confirm(_ number: Int32, by person: Person) async throws(UseCaseError) -> Handover {
        let handover = try await find(number, person.town)
        guard person.id == handover.terms.from || person.id == handover.terms.to else {
            throw .handoverRefused(.notAParty)
        }
        try await stored { try await store.confirm(number, town: person.town, by: person.id, at: clock.now()) }
        return try await find(number, person.town)
    }

    private func find(_ number: Int32, _ town: TownID) async throws(UseCaseError) -> Handover {
        guard let found = try await stored({ try await store.handover(number, town: town) }) else { throw .notFound }
        return found
    }
}

/// Why a handover was refused.
public enum HandoverRefusal: String, CaseIterable, Error, Sendable {
    case notTheOffice, dayPassed, samePerson, notInOffice, notAParty

    public var chinese: String {
        switch self {
        case .notTheOffice: "交接由党建办经办人或主任发起。"
        case .dayPassed: "交接日期不能早于今天。"
        case .samePerson: "交接双方不能是同一人。"
        case .notInOffice: "移交人目前不任此职，请核对人员。"
        case .notAParty: "只有交接双方可以确认。"
        }
    }

    public var english: String {
        switch self {
        case .notTheOffice: "A handover is proposed by the office clerk or director."
        case .dayPassed: "The day of the handover cannot lie in the past."
        case .samePerson: "The two sides must be different persons."
        case .notInOffice: "The person handing over does not hold the office now; check the person."
        case .notAParty: "Only the two sides may confirm."
        }
    }
}
