internal import Postgres
public import UseCases
public import Workflow

/// Changes of office. The database knows who holds one: `handover_of_office` refuses what is nobody's to hand over.
extension PostgresStore: HandoverStore {
    public func propose(
        _ handover: NewHandover, by person: PersonID, at now: Instant
    ) async throws(StoreError) -> Int32 {
        let terms = "\(handover.role.rawValue) of unit \(handover.unit), person \(handover.from) to \(handover.to)"
        let rows = try await effect([
            step(
                .proposeHandover,
                [
                    Parameter(handover.town), Parameter(handover.unit), .text(handover.role.rawValue),
                    Parameter(handover.from), Parameter(handover.to), Parameter(handover.on), Parameter(person),
                    Parameter(now),
                ]), administration(.handoverProposed, handover.town, by: person, "handover \(terms)", "\(handover.on)"),
        ])[0]
        return try reading { () throws(RowError) in
            var next = RowCursor(rows[0])
            return try next.int32()
        }
    }

    public func handover(_ number: Int32, town: TownID) async throws(StoreError) -> Handover? {
        try await handovers(.findHandover, [Parameter(town), .int(Int64(number))]).first
    }

    public func handovers(town: TownID) async throws(StoreError) -> [Handover] {
        try await handovers(.listHandovers, [Parameter(town)])
    }

    public func confirm(
        _ number: Int32, town: TownID, by person: PersonID, at now: Instant, basis: String
    ) async throws(StoreError) {
        try await effect([
            step(
                .confirmHandover,
                [Parameter(town), .int(Int64(number)), Parameter(person), Parameter(now), .text(basis)]),
            administration(.handoverConfirmed, town, by: person, "handover \(number)", basis),
        ])
    }

    public func withdraw(
        _ number: Int32, town: TownID, by person: PersonID, at now: Instant, reason: String
    ) async throws(StoreError) {
        try await effect([
            step(
                .withdrawHandover,
                [Parameter(town), .int(Int64(number)), Parameter(person), Parameter(now), .text(reason)]),
            administration(.administration, town, by: person, "handover \(number) withdrawn", reason),
        ])
    }

    public func openProjects(town: TownID, unit: UnitID) async throws(StoreError) -> [ProjectRecord] {
        try await records(.listRunningOfUnit, [Parameter(town), Parameter(unit)])
    }

    private func handovers(_ query: Query, _ parameters: [Parameter]) async throws(StoreError) -> [Handover] {
        let rows = try await read(query, parameters)
        return try reading { () throws(RowError) in
            var handovers: [Handover] = []
            for row in rows { handovers.append(try Handover(row)) }
            return handovers
        }
    }
}

extension Handover {
    /// A row of the view `handover_record`.
    fileprivate init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        let (town, number): (TownID, Int32) = (try next.id(), try next.int32())
        let (unit, role) = (try next.id() as UnitID, try next.word(Role.self))
        let terms = NewHandover(
            town: town, unit: unit, role: role, from: try next.id(), to: try next.id(), on: try next.day())
        let (from, to) = (try next.optionalInstant(), try next.optionalInstant())
        var projects: [ProjectID] = []
        for key in try next.text().split(separator: " ") {
            guard let id = ProjectID(key) else { throw .wrongKind(column: "projects", wanted: "a list of keys") }
            projects.append(id)
        }
        self.init(
            number: number, terms: terms, projects: projects, confirmedByFrom: from, confirmedByTo: to,
            basisOfFrom: try next.optionalText(), basisOfTo: try next.optionalText(),
            withdrawnAt: try next.optionalInstant(), withdrawalReason: try next.optionalText())
    }
}
