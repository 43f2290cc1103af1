import Store
public import UseCases
public import Workflow

extension Installation {
    /// Adds a person. A login that is taken is refused by the database (`login_once`).
    public func addPerson(
        _ name: String, login: String?, password: String?, assignments: [Assignment], to town: Town
    ) async throws -> PersonID {
        var hash: String?
        if let password { hash = await secrets.hashPassword(password) }
        let added = try await store.addPeople(
            [NewPerson(name: name, login: login, passwordHash: hash, assignments: assignments)], town: town.id)
        guard let id = added.first else { throw UseCaseError.notFound }
        return id
    }

    /// Why leave to hold two duties was not given.
    public enum DutyExceptionRefusal: Error, Hashable, Sendable {
        case notTheDirector
        case sameDuty
        case daysReversed
        /// Leave is given for what is to come: it does not excuse what was done without it.
        case dayPassed
        case noReason
    }

    /// Leave for one person to hold two duties, in towns too small to separate them: the director's, dated, explained.
    public func giveDutyException(_ exception: DutyException, in town: Town, by person: Person) async throws {
        let today = clock.now().civilDate
        guard person.town == town.id, person.holds(.director, on: today) else {
            throw DutyExceptionRefusal.notTheDirector
        }
        guard exception.one != exception.other else { throw DutyExceptionRefusal.sameDuty }
        guard exception.from <= exception.to else { throw DutyExceptionRefusal.daysReversed }
        guard exception.from >= today else { throw DutyExceptionRefusal.dayPassed }
        guard exception.reason.contains(where: { !$0.isWhitespace }) else { throw DutyExceptionRefusal.noReason }
        try await store.addDutyException(exception, town: town.id, by: person.id)
    }
}

extension Installation.DutyExceptionRefusal {
    public var chinese: String {
        switch self {
        case .notTheDirector: "一人兼两职只能由在任的党建办主任批准。"
        case .sameDuty: "两项职责相同，请写两项不同的。"
        case .daysReversed: "止日早于起日，请核对。"
        case .dayPassed: "起日早于今天，不能追认，请从今天起。"
        case .noReason: "请写明理由。"
        }
    }

    public var english: String {
        switch self {
        case .notTheDirector: "Only the director in office gives leave to hold two duties."
        case .sameDuty: "Name two different duties."
        case .daysReversed: "The last day lies before the first."
        case .dayPassed: "Leave begins today at the earliest; it does not excuse what was done."
        case .noReason: "Give a reason."
        }
    }
}
