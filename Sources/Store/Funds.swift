internal import Postgres
public import UseCases
public import Workflow

extension PostgresStore: FundStore {
    public func fund(_ id: FundID, town: TownID) async throws(StoreError) -> FundState? {
        try await funds(.findFund, [Parameter(town), Parameter(id)], town: town).first
    }

    public func fund(town: TownID, programme: String, year: Int32) async throws(StoreError) -> FundState? {
        try await funds(.findFundOfYear, [Parameter(town), .text(programme), .int(Int64(year))], town: town).first
    }

    public func funds(town: TownID) async throws(StoreError) -> [FundState] {
        try await funds(.listFunds, [Parameter(town)], town: town)
    }

    public func movements(
        fund: FundID, town: TownID, after movement: Int64, limit: Int
    ) async throws(StoreError) -> [LedgerLine] {
        let rows = try await read(
            .listMovements, [Parameter(town), Parameter(fund), .int(movement), .int(Int64(limit))])
        return try reading { () throws(RowError) in
            var lines: [LedgerLine] = []
            for row in rows { lines.append(try LedgerLine(row, town: town)) }
            return lines
        }
    }

    private func funds(
        _ query: Query, _ parameters: [Parameter], town: TownID
    ) async throws(StoreError) -> [FundState] {
        let rows = try await read(query, parameters)
        return try reading { () throws(RowError) in
            var funds: [FundState] = []
            for row in rows {
                var next = RowCursor(row)
                funds.append(
                    FundState(
                        id: try next.id(), town: town, programme: try next.text(), year: try next.int32(),
                        balance: try next.balance(), closedOn: try next.optionalDay()))
            }
            return funds
        }
    }
}

extension LedgerLine {
    fileprivate init(_ row: Row, town: TownID) throws(RowError) {
        var next = RowCursor(row)
        let number = try next.int()
        let (kind, amount) = (try next.word(Movement.Kind.self), try next.money())
        let (year, serial) = (try next.optionalInt(), try next.optionalInt())
        let project: ProjectID? =
            if let year, let serial {
                ProjectID(town: town, year: Int32(truncatingIfNeeded: year), serial: Int32(truncatingIfNeeded: serial))
            } else {
                nil
            }
        let projectNumber = try next.optionalText()
        let (day, moment, reason) = (try next.day(), try next.instant(), try next.text())
        let corrects = try next.optionalInt()
        self.init(
            number: number, movement: Movement(kind, amount, isReversal: corrects != nil), project: project,
            projectNumber: projectNumber, effectiveOn: day, recordedAt: moment, reason: reason, corrects: corrects)
    }
}
