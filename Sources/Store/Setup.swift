internal import Postgres
public import UseCases
public import Workflow

/// Setting a town up. Each call is one transaction and leaves a line in `setup_record`.
extension PostgresStore: SetupStore {
    public func addTown(_ town: NewTown) async throws(StoreError) -> TownID {
        let rows = try await write(
            .addTown,
            [
                .text(town.name), .text(town.county), .text(town.numberPrefix), .text(town.programme),
                .int(Int64(town.policyVersion)),
            ])
        return try reading { () throws(RowError) in
            var next = RowCursor(rows[0])
            return try next.id()
        }
    }

    public func addUnits(_ units: [NewUnit], town: TownID) async throws(StoreError) {
        let areas = units.map(\.area)
        try await write([
            step(.addAreas, [Parameter(town), .textArray(areas)]),
            step(.addUnits, [Parameter(town), .textArray(areas), .textArray(units.map(\.name))]),
            note("addUnits", "\(units.count) units", town: town),
        ])
    }

    public func addPeople(_ people: [NewPerson], town: TownID) async throws(StoreError) -> [PersonID] {
        // Each assignment with the place of its person in the list, counted from 1.
        let assignments = people.enumerated().flatMap { index, person in
            person.assignments.map { (person: index + 1, assignment: $0) }
        }
        let rows = try await write([
            step(
                .addPeople,
                [
                    Parameter(town), .textArray(people.map(\.name)), .textArray(people.map(\.login)),
                    .textArray(people.map(\.passwordHash)), .intArray(assignments.map { Int64($0.person) }),
                    .textArray(assignments.map(\.assignment.role.rawValue)),
                    .intArray(assignments.map { $0.assignment.scope.unit }),
                    .intArray(assignments.map { $0.assignment.scope.area }),
                    .textArray(assignments.map(\.assignment.from.description)),
                    .textArray(assignments.map { $0.assignment.to?.description }),
                ]),
            note("addPeople", people.map(\.name).joined(separator: " "), town: town),
        ])
        return try reading { () throws(RowError) in
            var ids: [PersonID] = []
            for row in rows[0] {
                var next = RowCursor(row)
                ids.append(try next.id())
            }
            return ids
        }
    }

    public func addPolicy(_ policy: Policy, by person: Person?) async throws(StoreError) {
        let key: [Parameter] = [.text(policy.programme), .int(Int64(policy.version)), .text(try Coding.text(policy))]
        try await effect([
            step(.addPolicyOnce, key), step(.requireSamePolicy, key),
            note("addPolicy", "\(policy.programme) \(policy.version)", town: nil), audited(policy, by: person),
        ])
    }

    private func audited(_ policy: Policy, by person: Person?) -> Step {
        let subject = "\(policy.programme) \(policy.version)"
        if let person { return administration(.policyAdded, person.town, by: person.id, subject) }
        let origin = Origin.current.orCommand
        return step(
            .appendAuditOfProgramme,
            [
                .text(policy.programme), .text(AuditAct.policyAdded.rawValue), .text(subject), .text(origin.address),
                .text(origin.request),
            ])
    }

    public func activate(
        programme: String, version: Int, town: TownID, by person: PersonID?
    ) async throws(StoreError) {
        try await effect([
            step(.activatePolicy, [Parameter(town), .text(programme), .int(Int64(version))]),
            note("activatePolicy", "\(programme) \(version)", town: town),
            administration(.policyActivated, town, by: person, "\(programme) \(version)"),
        ])
    }

    public func addDutyException(
        _ exception: DutyException, town: TownID, by person: PersonID
    ) async throws(StoreError) {
        let duties = [exception.one.rawValue, exception.other.rawValue]
        try await effect([
            step(
                .addDutyException,
                [
                    Parameter(town), .text(duties[0]), .text(duties[1]), Parameter(exception.from),
                    Parameter(exception.to), .text(exception.reason), Parameter(person),
                ]),
            note(
                "addDutyException",
                "\(duties[0]) \(duties[1]), \(exception.from) to \(exception.to), by \(person): \(exception.reason)",
                town: town),
            administration(
                .administration, town, by: person,
                "duty exception \(duties[0]) \(duties[1]), \(exception.from) to \(exception.to)", exception.reason),
        ])
    }

    public func addDeputy(_ terms: Deputation, town: TownID, by person: PersonID) async throws(StoreError) {
        try await effect([
            step(
                .addDeputy,
                [
                    Parameter(town), Parameter(terms.principal), .text(terms.role.rawValue), Parameter(terms.deputy),
                    Parameter(terms.from), Parameter(terms.to),
                ]),
            note(
                "addDeputy",
                "\(terms.deputy) for \(terms.principal) as \(terms.role.rawValue), \(terms.from) to \(terms.to), "
                    + "by \(person): \(terms.reason)", town: town),
            administration(
                .administration, town, by: person,
                "deputy person \(terms.deputy) for person \(terms.principal) as \(terms.role.rawValue), "
                    + "\(terms.from) to \(terms.to)", terms.reason),
        ])
    }

    public func endDeputy(
        _ deputy: PersonID, standingInFor principal: PersonID, as role: Role, lastDay: CivilDate, town: TownID,
        by person: PersonID
    ) async throws(StoreError) {
        try await effect([
            step(
                .endDeputy,
                [
                    Parameter(town), Parameter(principal), .text(role.rawValue), Parameter(deputy), Parameter(lastDay),
                ]),
            note(
                "endDeputy", "\(deputy) for \(principal) as \(role.rawValue), last day \(lastDay), by \(person)",
                town: town),
            administration(
                .administration, town, by: person,
                "deputy person \(deputy) for person \(principal) as \(role.rawValue) ends \(lastDay)"),
        ])
    }

    public func addCalendar(_ exceptions: [WorkingCalendar.Exception]) async throws(StoreError) {
        try await write([
            step(
                .addCalendar,
                [
                    .textArray(exceptions.map(\.date.description)),
                    .textArray(exceptions.map { $0.isWorking ? "true" : "false" }), .textArray(exceptions.map(\.name)),
                ]),
            note("addCalendar", "\(exceptions.count) days", town: nil),
        ])
    }

    public func appropriate(
        town: TownID, programme: String, year: Int32, amount: Money, on day: CivilDate, by person: PersonID?,
        reason: String
    ) async throws(StoreError) -> FundID {
        let key: [Parameter] = [Parameter(town), .text(programme), .int(Int64(year))]
        let rows = try await write([
            step(.openFund, key),
            step(
                .appropriateFund, key + [Parameter(amount), Parameter(person), .text(reason), Parameter(day)]),
            note("appropriate", "\(programme) \(year): \(amount.fen) fen, \(reason)", town: town),
        ])
        return try reading { () throws(RowError) in
            var next = RowCursor(rows[1][0])
            return try next.id()
        }
    }

    private func note(_ act: String, _ detail: String, town: TownID?) -> Step {
        step(.noteSetup, [Parameter(town), .text(act), .text(detail)])
    }
}

extension Scope {
    var unit: Int64? {
        if case .unit(let id) = self { Int64(id.raw) } else { nil }
    }

    var area: Int64? {
        if case .area(let id) = self { Int64(id.raw) } else { nil }
    }
}
