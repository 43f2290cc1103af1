internal import Postgres
public import UseCases
public import Workflow

/// What is done to funds themselves.
extension PostgresStore: FundOfficeStore {
    public func open(_ fund: NewFund, _ act: FundAct) async throws(StoreError) -> FundID {
        let key: [Parameter] = [Parameter(fund.town), .text(fund.programme), .int(Int64(fund.year))]
        let rows = try await write([
            step(.openFund, key),
            step(.recordFundOpening, key + act.parameters),
            administration(
                .administration, fund.town, by: act.by, "fund \(fund.programme) \(fund.year) opened", act.reason),
        ])
        return try reading { () throws(RowError) in
            var next = RowCursor(rows[1][0])
            return try next.id()
        }
    }

    public func post(
        _ movements: [FundMovement], to fund: FundID, town: TownID, _ act: FundAct
    ) async throws(StoreError) {
        let subject = movements.map { "\($0.movement.kind.rawValue) \($0.movement.amount.fen)" }
        try await write(
            movements.map { posted in
                let (from, to) = posted.movement.accounts
                return step(
                    .moveFund,
                    [
                        Parameter(town), Parameter(fund), .text(posted.movement.kind.rawValue), .text(from.rawValue),
                        .text(to.rawValue), Parameter(posted.movement.amount),
                    ] + act.parameters + [posted.corrects.map { .int($0) } ?? .null])
            } + [
                administration(
                    .administration, town, by: act.by, "fund \(fund): \(subject.joined(separator: ", "))", act.reason)
            ])
    }

    public func correction(of movement: Int64, fund: FundID, town: TownID) async throws(StoreError) -> Int64? {
        let rows = try await read(.findCorrection, [Parameter(town), Parameter(fund), .int(movement)])
        guard let row = rows.first else { return nil }
        return try reading { () throws(RowError) in try row.int(0) }
    }

    public func mark(
        _ mark: FundMark, _ fund: FundID, town: TownID, _ act: FundAct
    ) async throws(StoreError) {
        let query: Query =
            switch mark {
            case .close: .closeFund
            case .reopen: .reopenFund
            }
        try await write([
            step(query, [Parameter(town), Parameter(fund)] + act.parameters),
            administration(.administration, town, by: act.by, "fund \(fund) \(mark.rawValue)", act.reason),
        ])
    }

    public func holding(
        _ fund: FundState, after id: ProjectID?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord] {
        try await records(
            .listHolding,
            [
                Parameter(fund.town), .text(fund.programme), .int(Int64(fund.year)), .int(Int64(id?.year ?? 0)),
                .int(Int64(id?.serial ?? 0)), .int(Int64(limit)),
            ])
    }
}

extension FundAct {
    /// Person, reason, day, moment: what every statement about an act has in this order.
    fileprivate var parameters: [Parameter] { [Parameter(by), .text(reason), Parameter(on), Parameter(at)] }
}
