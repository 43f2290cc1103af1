internal import Postgres
internal import UseCases
internal import Workflow

/// A fund's balance beside the sums of its movements.
struct StoredFund {
    private let id: FundID
    private let town: TownID
    private let balance: FundBalance
    private let movements: Int64
    private let sums: FundBalance
    private let newest: Int64
    let movementsFound: Int

    init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        town = try next.id()
        id = try next.id()
        _ = try next.text()
        _ = try next.int32()
        balance = try next.balance()
        movements = try next.int()
        sums = try next.balance()
        movementsFound = try next.number()
        newest = try next.int()
    }

    func difference() -> Difference? {
        if balance != sums { return .fund(id, town: town, .balance) }
        return movements == newest && newest == movementsFound ? nil : .fund(id, town: town, .numbers)
    }
}
