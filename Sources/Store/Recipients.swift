internal import Postgres
public import UseCases
public import Workflow

/// Who is told of things outside.
extension PostgresStore {
    public func addRecipient(_ recipient: NewRecipient, town: TownID) async throws(StoreError) -> Int32 {
        let rows = try await write(
            .addRecipient,
            [
                Parameter(town), .text(recipient.kind.rawValue), .text(recipient.address), Parameter(recipient.secret),
                .bool(recipient.takesNotices), Parameter(recipient.role?.rawValue), Parameter(recipient.unit),
                Parameter(recipient.area), .bool(recipient.takesPacks),
            ])
        return try reading { () throws(RowError) in
            var next = RowCursor(rows[0])
            return try next.int32()
        }
    }

    public func recipients(town: TownID) async throws(StoreError) -> [Recipient] {
        let rows = try await read(.listRecipients, [Parameter(town)])
        return try reading { () throws(RowError) in
            var recipients: [Recipient] = []
            for row in rows { recipients.append(try Recipient(row)) }
            return recipients
        }
    }

    public func endRecipient(_ id: Int32, town: TownID) async throws(StoreError) -> Bool {
        let rows = try await write(.endRecipient, [Parameter(town), .int(Int64(id))])
        return try reading { () throws(RowError) in try rows[0].bool(0) }
    }
}

extension NewRecipient {
    fileprivate var unit: UnitID? { if case .unit(let id) = scope { id } else { nil } }
    fileprivate var area: AreaID? { if case .area(let id) = scope { id } else { nil } }
}

extension Recipient {
    fileprivate init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        let id = try next.int32()
        let kind = try next.word(Kind.self)
        let (address, takesNotices) = (try next.text(), try next.bool())
        let role = try next.optionalText().flatMap(Role.init(rawValue:))
        let unit: UnitID? = try next.optionalID()
        let area: AreaID? = try next.optionalID()
        let scope: Scope = unit.map(Scope.unit) ?? area.map(Scope.area) ?? .town
        self.init(
            id: id,
            terms: NewRecipient(
                kind: kind, address: address, secret: nil, takesNotices: takesNotices, role: role, scope: scope,
                takesPacks: try next.bool()))
    }
}
