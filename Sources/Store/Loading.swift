internal import Postgres
public import UseCases
public import Workflow

/// Reading what a command is decided on.
extension PostgresStore {
    public func load(_ id: ProjectID, key: RequestKey?) async throws(StoreError) -> Loaded? {
        let rows = try await read(.loadForCommand, id.parameters + Self.parameters(of: key))
        guard let row = rows.first else { return nil }
        var next = RowCursor(row)
        let fold = try reading { () throws(RowError) in try next.text() }
        let project = try Coding.value(Project.self, from: fold)
        return try reading { () throws(RowError) in
            let head = try next.bytes()
            let labels = try next.labels()
            return Loaded(
                project: project, headHash: head, place: project.place, labels: labels,
                fund: try next.fund(town: id.town, programme: labels.programme),
                replay: try next.answer())
        }
    }

    public func loadForDraft(
        town: TownID, unit: UnitID, year: Int32, key: RequestKey?
    ) async throws(StoreError) -> Loaded? {
        let rows = try await read(
            .loadForDraft, [Parameter(town), Parameter(unit), .int(Int64(year))] + Self.parameters(of: key))
        guard let row = rows.first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            let place = Place(town: town, area: try next.id(), unit: unit)
            let labels = try next.labels()
            return Loaded(
                project: nil, headHash: [], place: place, labels: labels,
                fund: try next.fund(town: town, programme: labels.programme),
                replay: try next.answer())
        }
    }

    public func reserveSerial(town: TownID, year: Int32) async throws(StoreError) -> Int32 {
        let rows = try await write(.reserveSerial, [Parameter(town), .int(Int64(year))])
        return try reading { () throws(RowError) in
            var next = RowCursor(rows[0])
            return try next.int32()
        }
    }

    private static func parameters(of key: RequestKey?) -> [Parameter] {
        guard let key else { return [.null, .null, .null] }
        return [Parameter(key.town), Parameter(key.person), .text(key.key)]
    }
}

extension RowCursor {
    /// A fund's number, year, balance and closing day, or ten columns of NULL where there is none.
    fileprivate mutating func fund(town: TownID, programme: String) throws(RowError) -> FundState? {
        let id: FundID? = try optionalID()
        guard let id else {
            for _ in 0..<10 { _ = try optionalInt() }
            return nil
        }
        return FundState(
            id: id, town: town, programme: programme, year: try int32(), balance: try balance(),
            closedOn: try optionalDay())
    }

    /// Town, area, unit, number, what numbers begin with, programme, its active version.
    mutating func labels() throws(RowError) -> Labels {
        Labels(
            town: try text(), area: try text(), unit: try text(), number: try text(), numberPrefix: try text(),
            programme: try text(), activePolicyVersion: try number())
    }

    /// In the order of the statements: appropriated, brought forward, encumbered, disbursed, recovered, carried
    /// forward, swept, free.
    mutating func balance() throws(RowError) -> FundBalance {
        FundBalance(
            appropriated: try money(), broughtForward: try money(), encumbered: try money(), disbursed: try money(),
            recovered: try money(), carriedForward: try money(), swept: try money(), free: try money())
    }

    /// The answer kept under a key, or nothing.
    fileprivate mutating func answer() throws(RowError) -> StoredAnswer? {
        guard let fingerprint = try optionalBytes() else { return nil }
        return StoredAnswer(
            fingerprint: fingerprint, status: try number(), version: try number(), body: try bytes())
    }
}
