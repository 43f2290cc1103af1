internal import Postgres
public import UseCases
public import Workflow

extension PostgresStore: DeliveryStore {
    public func unsentNotices(limit: Int) async throws(StoreError) -> [UnsentNotice] {
        let rows = try await read(.listUnsentNotices, [.int(Int64(limit))])
        return try reading { () throws(RowError) in
            var notices: [UnsentNotice] = []
            for row in rows { notices.append(try UnsentNotice(row)) }
            return notices
        }
    }

    public func handOn(_ messages: [NewDelivery], of notices: [UnsentNotice]) async throws(StoreError) {
        var steps: [Step] = []
        if !messages.isEmpty {
            steps.append(
                step(
                    .putDeliveries,
                    [
                        .intArray(messages.map { Int64($0.town.raw) }), .intArray(messages.map { Int64($0.recipient) }),
                        .textArray(messages.map(\.effect)), .textArray(messages.map(\.subject)),
                        .textArray(messages.map(\.body)), .intArray(messages.map { Int64($0.project.year) }),
                        .intArray(messages.map { Int64($0.project.serial) }),
                    ]))
        }
        steps.append(
            step(
                .markNoticesSent,
                [.intArray(notices.map { Int64($0.place.town.raw) }), .intArray(notices.map(\.id))]))
        try await write(steps)
    }

    public func put(_ pack: Pack, town: TownID) async throws(StoreError) -> Int {
        let rows = try await write(
            .putPack,
            [
                Parameter(town), .text(pack.effect), .text(pack.subject), .text(pack.body), .text(pack.document.name),
                .text(pack.document.mediaType), .bytes(pack.document.bytes),
            ])
        return try reading { () throws(RowError) in Int(try rows[0].int(0)) }
    }

    public func claim(limit: Int, leaseSeconds: Int) async throws(StoreError) -> [Delivery] {
        let rows = try await write(.claimDeliveries, [.int(Int64(limit)), .int(Int64(leaseSeconds))])
        return try reading { () throws(RowError) in
            var deliveries: [Delivery] = []
            for row in rows { deliveries.append(try Delivery(row)) }
            return deliveries
        }
    }

    public func document(_ id: Int64, town: TownID) async throws(StoreError) -> DeliveryDocument? {
        guard let row = try await read(.findDocument, [Parameter(town), .int(id)]).first else { return nil }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            return DeliveryDocument(name: try next.text(), mediaType: try next.text(), bytes: try next.bytes())
        }
    }

    public func settle(_ delivery: Delivery) async throws(StoreError) {
        try await write(.settleDelivery, delivery.claimed)
    }

    public func fail(
        _ delivery: Delivery, problem: String, retryInSeconds: Int, isFinal: Bool
    ) async throws(StoreError) {
        try await write(
            .failDelivery, delivery.claimed + [.text(problem), .int(Int64(retryInSeconds)), .bool(isFinal)])
    }

    public func deliveryCounts(
        town: TownID
    ) async throws(StoreError) -> (waiting: Int, sent: Int, givenUp: Int) {
        let rows = try await read(.countDeliveries, [Parameter(town)])
        return try reading { () throws(RowError) in
            (Int(try rows[0].int(0)), Int(try rows[0].int(1)), Int(try rows[0].int(2)))
        }
    }

    public func troubled(town: TownID, limit: Int) async throws(StoreError) -> [TroubledDelivery] {
        let rows = try await read(.listTroubledDeliveries, [Parameter(town), .int(Int64(limit))])
        return try reading { () throws(RowError) in
            var found: [TroubledDelivery] = []
            for row in rows {
                var next = RowCursor(row)
                found.append(
                    TroubledDelivery(
                        id: try next.int(), address: try next.text(), subject: try next.text(),
                        attempts: try next.number(), nextAt: try next.instant(), problem: try next.text(),
                        isGivenUp: try next.bool()))
            }
            return found
        }
    }

    public func clean(messagesBefore: Instant, keysBefore: Instant) async throws(StoreError) -> Int {
        let rows = try await write(.clean, [Parameter(messagesBefore), Parameter(keysBefore)])
        return try reading { () throws(RowError) in Int(try rows[0].int(0)) }
    }
}

extension Delivery {
    fileprivate var claimed: [Parameter] { [Parameter(town), .int(id), .int(Int64(attempt))] }

    fileprivate init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        let town: TownID = try next.id()
        let (id, attempt) = (try next.int(), try next.number())
        let (effect, subject, body) = (try next.text(), try next.text(), try next.text())
        let (year, serial) = (try next.optionalInt(), try next.optionalInt())
        let project: ProjectID? =
            if let year, let serial {
                ProjectID(town: town, year: Int32(truncatingIfNeeded: year), serial: Int32(truncatingIfNeeded: serial))
            } else {
                nil
            }
        self.init(
            town: town, id: id, attempt: attempt, effect: effect, subject: subject, body: body, project: project,
            document: try next.optionalInt(), putAt: try next.instant(), kind: try next.word(Recipient.Kind.self),
            address: try next.text(), secret: try next.optionalText())
    }
}

extension UnsentNotice {
    fileprivate init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        let town: TownID = try next.id()
        let (id, role) = (try next.int(), try next.word(Role.self))
        let place = Place(town: town, area: try next.id(), unit: try next.id())
        let subject = try next.text()
        let project = ProjectID(town: town, year: try next.int32(), serial: try next.int32())
        self.init(
            id: id, place: place, role: role, subject: subject, project: project, number: try next.text(),
            title: try next.text(), unit: try next.text(), town: try next.text())
    }
}
