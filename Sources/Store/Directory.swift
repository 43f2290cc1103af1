internal import Postgres
public import UseCases
public import Workflow

extension PostgresStore: DirectoryStore {
    public func towns() async throws(StoreError) -> [Town] {
        let rows = try await read(.listTowns)
        return try reading { () throws(RowError) in
            var towns: [Town] = []
            for row in rows {
                var next = RowCursor(row)
                towns.append(
                    Town(
                        id: try next.id(), name: try next.text(), county: try next.text(),
                        numberPrefix: try next.text(), programme: try next.text(), policyVersion: try next.number()))
            }
            return towns
        }
    }

    public func units(town: TownID, on day: CivilDate) async throws(StoreError) -> [UnitRecord] {
        let rows = try await read(.listUnitsOnDay, [Parameter(town), Parameter(day)])
        return try reading { () throws(RowError) in
            var units: [UnitRecord] = []
            units.reserveCapacity(rows.count)
            for row in rows {
                var next = RowCursor(row)
                let place = Place(town: town, area: try next.id(), unit: try next.id())
                units.append(
                    UnitRecord(
                        place: place, name: try next.text(), area: try next.text(),
                        secretary: try next.optionalText(), officer: try next.optionalText()))
            }
            return units
        }
    }

    public func people(town: TownID) async throws(StoreError) -> [Person] {
        try await people(.listPeople, [Parameter(town)])
    }

    public func person(_ id: PersonID, town: TownID) async throws(StoreError) -> Person? {
        try await people(.findPerson, [Parameter(town), Parameter(id)]).first
    }

    public func policy(programme: String, version: Int) async throws(StoreError) -> Policy? {
        guard let row = try await read(.findPolicy, [.text(programme), .int(Int64(version))]).first else { return nil }
        let body = try reading { () throws(RowError) in try row.text(0) }
        return try Coding.value(Policy.self, from: body)
    }

    public func policies() async throws(StoreError) -> [Policy] {
        var policies: [Policy] = []
        for row in try await read(.listPolicies) {
            let body = try reading { () throws(RowError) in try row.text(0) }
            policies.append(try Coding.value(Policy.self, from: body))
        }
        return policies
    }

    public func calendar() async throws(StoreError) -> [WorkingCalendar.Exception] {
        let rows = try await read(.listCalendar)
        return try reading { () throws(RowError) in
            var days: [WorkingCalendar.Exception] = []
            for row in rows {
                var next = RowCursor(row)
                days.append(
                    WorkingCalendar.Exception(
                        date: try next.day(), isWorking: try next.bool(), name: try next.text()))
            }
            return days
        }
    }

    public func dutyExceptions(town: TownID) async throws(StoreError) -> [DutyException] {
        let rows = try await read(.listDutyExceptions, [Parameter(town)])
        return try reading { () throws(RowError) in
            var exceptions: [DutyException] = []
            for row in rows {
                var next = RowCursor(row)
                exceptions.append(
                    DutyException(
                        one: try next.word(Duty.self), other: try next.word(Duty.self), from: try next.day(),
                        to: try next.day(), reason: try next.text()))
            }
            return exceptions
        }
    }

    private func people(_ query: Query, _ parameters: [Parameter]) async throws(StoreError) -> [Person] {
        let rows = try await read(query, parameters)
        return try reading { () throws(RowError) in
            var people: [Person] = []
            for row in rows {
                var next = RowCursor(row)
                people.append(try next.person())
            }
            return people
        }
    }
}
