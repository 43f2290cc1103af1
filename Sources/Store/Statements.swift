internal import Postgres
public import UseCases
public import Workflow

extension PostgresStore: StatementStore {
    public func statement(
        of fund: FundID, town: TownID, after: StatementPlace, until day: CivilDate, limit: Int
    ) async throws(StoreError) -> (before: [Flow], lines: [StatementLine], until: [Flow]) {
        let rows = try await readTogether([
            sums(of: fund, town, until: after),
            step(
                .listStatementLines,
                [
                    Parameter(town), Parameter(fund), Parameter(after.day), .int(after.number), Parameter(day),
                    .int(Int64(limit)),
                ]), sums(of: fund, town, until: .end(of: day)),
        ])
        return (try Self.flows(rows[0]), try Self.lines(rows[1], town: town), try Self.flows(rows[2]))
    }

    public func months(
        of fund: FundID, town: TownID, until day: CivilDate
    ) async throws(StoreError) -> (months: [MonthFlows], until: [Flow]) {
        let rows = try await readTogether([
            step(.sumByMonth, [Parameter(town), Parameter(fund), Parameter(day)]),
            sums(of: fund, town, until: .end(of: day)),
        ])
        let months = try reading { () throws(RowError) in
            var months: [(month: CivilDate, flows: [Flow])] = []
            for row in rows[0] {
                var next = RowCursor(row)
                let month = try next.day()
                if months.last?.month != month { months.append((month, [])) }
                months[months.count - 1].flows.append(try next.flow())
            }
            return months.map { MonthFlows(month: $0.month, flows: $0.flows.summed) }
        }
        return (months, try Self.flows(rows[1]))
    }

    public func commitments(
        of fund: FundID, town: TownID, on day: CivilDate
    ) async throws(StoreError) -> (commitments: [Commitment], until: [Flow]) {
        let rows = try await readTogether([
            step(.listCommitted, [Parameter(town), Parameter(fund), Parameter(day)]),
            sums(of: fund, town, until: .end(of: day)),
        ])
        let commitments = try reading { () throws(RowError) in
            var commitments: [Commitment] = []
            for row in rows[0] {
                var next = RowCursor(row)
                let id = ProjectID(town: town, year: try next.int32(), serial: try next.int32())
                let (number, title, area) = (try next.text(), try next.text(), try next.text())
                commitments.append(
                    Commitment(
                        project: ProjectReference(id: id, number: number, title: title, unit: try next.text()),
                        area: area, state: try next.word(State.self), held: try next.money(), paid: try next.money(),
                        since: try next.day()))
            }
            return commitments
        }
        return (commitments, try Self.flows(rows[1]))
    }

    public func lines(of project: ProjectID, until day: CivilDate) async throws(StoreError) -> [StatementLine] {
        try Self.lines(
            try await read(.listStatementOfProject, project.parameters + [Parameter(day)]), town: project.town)
    }

    public func acts(of fund: FundID, town: TownID, until day: CivilDate) async throws(StoreError) -> [FundYearAct] {
        let rows = try await read(.listFundActs, [Parameter(town), Parameter(fund), Parameter(day)])
        return try reading { () throws(RowError) in
            var acts: [FundYearAct] = []
            for row in rows {
                var next = RowCursor(row)
                acts.append(
                    FundYearAct(
                        kind: try next.word(FundYearAct.Kind.self), on: try next.day(), person: try next.text(),
                        reason: try next.text()))
            }
            return acts
        }
    }

    private func sums(of fund: FundID, _ town: TownID, until last: StatementPlace) -> Step {
        step(.sumUntil, [Parameter(town), Parameter(fund), Parameter(last.day), .int(last.number)])
    }

    private static func flows(_ rows: Rows) throws(StoreError) -> [Flow] {
        try reading { () throws(RowError) in
            var flows: [Flow] = []
            for row in rows {
                var next = RowCursor(row)
                flows.append(try next.flow())
            }
            return flows.summed
        }
    }

    private static func lines(_ rows: Rows, town: TownID) throws(StoreError) -> [StatementLine] {
        var lines: [StatementLine] = []
        lines.reserveCapacity(rows.count)
        for row in rows { lines.append(try StatementLine(row, town: town)) }
        return lines
    }
}

extension RowCursor {
    fileprivate mutating func flow() throws(RowError) -> Flow {
        Flow(
            kind: try word(Movement.Kind.self), from: try word(Movement.Account.self),
            to: try word(Movement.Account.self), amount: try money(), count: try number())
    }

    /// A project's key, number, title and unit, or five columns of NULL.
    fileprivate mutating func projectReference(town: TownID) throws(RowError) -> ProjectReference? {
        let (year, serial) = (try optionalInt(), try optionalInt())
        let (number, title, unit) = (try optionalText(), try optionalText(), try optionalText())
        guard let year, let serial, let number, let title else { return nil }
        let id = ProjectID(town: town, year: Int32(truncatingIfNeeded: year), serial: Int32(truncatingIfNeeded: serial))
        return ProjectReference(id: id, number: number, title: title, unit: unit ?? "")
    }
}

extension StatementLine {
    fileprivate init(_ row: Row, town: TownID) throws(StoreError) {
        var next = RowCursor(row)
        let (number, flow, project, kind, body) = try reading { () throws(RowError) in
            let number = try next.int()
            let flow = Flow(
                kind: try next.word(Movement.Kind.self), from: try next.word(Movement.Account.self),
                to: try next.word(Movement.Account.self), amount: try next.money(), count: 1)
            let project = try next.projectReference(town: town)
            return (number, flow, project, try next.optionalText(), try next.optionalText())
        }
        var cause: Event?
        if let kind, let body { cause = try Coding.event(kind: kind, body: body) }
        self = try reading { () throws(RowError) in
            let (reason, person) = (try next.text(), try next.optionalText())
            return StatementLine(
                number: number, kind: flow.kind, from: flow.from, to: flow.to, amount: flow.amount, project: project,
                cause: cause, reason: reason, person: person, bookedOn: try next.day(), effectiveOn: try next.day(),
                recordedAt: try next.instant(), corrects: try next.optionalInt())
        }
    }
}
