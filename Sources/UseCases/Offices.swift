public import Workflow

/// Somebody who stands in for somebody else in an office, from one day to another (代理).
public struct Deputation: Hashable, Sendable {
    public let role: Role
    public let principal: PersonID
    public let deputy: PersonID
    public let from: CivilDate
    /// The last day, inclusive.
    public let to: CivilDate
    public let reason: String

    public init(
        role: Role, principal: PersonID, deputy: PersonID, from: CivilDate, to: CivilDate, reason: String
    ) {
        self.role = role
        self.principal = principal
        self.deputy = deputy
        self.from = from
        self.to = to
        self.reason = reason
    }
}

/// Who stands in for whom, and who may hold two duties: dated, explained, logged, and never given for the past.
public struct Offices: Sendable {
    let setup: any SetupStore
    let directory: Directory
    let clock: any WallClock

    /// Longer than a year is no deputy but a change of office.
    static let longestDays = 366

    public init(setup: any SetupStore, directory: Directory, clock: any WallClock) {
        self.setup = setup
        self.directory = directory
        self.clock = clock
    }

    /// The principal keeps the office; for the time given the deputy holds it beside them, over the same scopes.
    /// The same again changes nothing.
    public func appoint(_ terms: Deputation, by person: Person) async throws(UseCaseError) {
        let today = clock.now().civilDate
        guard person.may(.appointDeputy, on: today) else { throw .officeRefused(.notTheDirector) }
        try Self.check(terms.reason, terms.from, terms.to, today)
        guard terms.to.days(since: terms.from) < Self.longestDays else { throw .officeRefused(.tooLong) }
        guard terms.principal != terms.deputy else { throw .officeRefused(.samePerson) }
        // Whoever looks after accounts acts on no project, nor in anybody's stead.
        guard ![.admin, .securityAdmin, .auditAdmin].contains(terms.role) else { throw .officeRefused(.notInOffice) }
        let people = try await directory.people(of: person.town)
        guard let principal = people.first(where: { $0.id == terms.principal }),
            people.contains(where: { $0.id == terms.deputy })
        else { throw .notFound }
        let isHeld = principal.assignments.contains { assignment in
            assignment.role == terms.role && assignment.standsInFor == nil && assignment.holds(on: terms.from)
                && assignment.holds(on: terms.to)
        }
        guard isHeld else { throw .officeRefused(.notInOffice) }
        try await stored { try await setup.addDeputy(terms, town: person.town, by: person.id) }
    }

    /// Ends it earlier than it would have ended: after today, which is the last day.
    public func dismiss(
        _ deputy: PersonID, standingInFor principal: PersonID, as role: Role, by person: Person
    ) async throws(UseCaseError) {
        let today = clock.now().civilDate
        guard person.may(.appointDeputy, on: today) else { throw .officeRefused(.notTheDirector) }
        try await stored {
            try await setup.endDeputy(
                deputy, standingInFor: principal, as: role, lastDay: today, town: person.town, by: person.id)
        }
    }

    /// Leave for one person to hold two duties, in towns too small to separate them: the director's.
    public func allow(_ exception: DutyException, by person: Person) async throws(UseCaseError) {
        let today = clock.now().civilDate
        guard person.may(.giveDutyException, on: today) else { throw .officeRefused(.notTheDirector) }
        guard exception.one != exception.other else { throw .officeRefused(.sameDuty) }
        try Self.check(exception.reason, exception.from, exception.to, today)
        // The same again, as after a lost answer, is the leave already given.
        if try await stored({ try await directory.store.dutyExceptions(town: person.town) }).contains(exception) {
            return
        }
        try await stored { try await setup.addDutyException(exception, town: person.town, by: person.id) }
        directory.forgetDutyExceptions(of: person.town)
    }

    private static func check(
        _ reason: String, _ from: CivilDate, _ to: CivilDate, _ today: CivilDate
    ) throws(UseCaseError) {
        guard from <= to else { throw .officeRefused(.daysReversed) }
        guard from >= today else { throw .officeRefused(.dayPassed) }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .officeRefused(.noReason) }
    }
}

/// Why a deputy was not appointed, or leave to hold two duties not given.
public enum OfficeRefusal: String, CaseIterable, Error, Sendable {
    case notTheDirector, samePerson, sameDuty, daysReversed, dayPassed, tooLong, noReason, notInOffice

    public var chinese: String {
        switch self {
        case .notTheDirector: "代理由在任的党建办主任或分管领导指定，一人兼两职由主任批准。"
        case .samePerson: "代理人与被代理人不能是同一人。"
        case .sameDuty: "两项职责相同，请写两项不同的。"
        case .daysReversed: "止日早于起日，请核对。"
        case .dayPassed: "起日早于今天，不能追认，请从今天起。"
        case .tooLong: "代理最长一年；更久请办理换届交接。"
        case .noReason: "请写明理由。"
        case .notInOffice: "被代理人在这段时间内不任此职，请核对人员、职务和日期。"
        }
    }

    public var english: String {
        switch self {
        case .notTheDirector:
            "A deputy is appointed by the director or leader in office; leave to hold two duties is the director's."
        case .samePerson: "Nobody stands in for themselves."
        case .sameDuty: "Name two different duties."
        case .daysReversed: "The last day lies before the first."
        case .dayPassed: "It begins today at the earliest; nothing is excused afterwards."
        case .tooLong: "A deputy stands in for a year at most; hand the office over instead."
        case .noReason: "Give a reason."
        case .notInOffice: "The person to be stood in for does not hold that office over that time."
        }
    }
}
