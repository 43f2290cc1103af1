internal import Postgres
public import UseCases
public import Workflow

extension PostgresStore: EditionStore {
    public func keep(_ edition: ChartEdition, town: TownID) async throws(StoreError) {
        let report = try Coding.text(edition.report)
        try await write(
            .keepEdition,
            [
                Parameter(town), .int(Int64(edition.report.year)), .int(Int64(edition.report.edition ?? 0)),
                Parameter(edition.report.asOf), .text(report), .bytes(sha256(Array(report.utf8))),
                .text(try Coding.text(ChartDigest(edition.report))), edition.map.map { .int(Int64($0)) } ?? .null,
                Parameter(edition.printedAt),
            ])
    }

    public func edition(_ number: Int, town: TownID, year: Int32) async throws(StoreError) -> ChartEdition? {
        try await edition(.findEdition, town, year, .int(Int64(number)))
    }

    public func edition(of minute: Instant, town: TownID, year: Int32) async throws(StoreError) -> ChartEdition? {
        try await edition(.findEditionByMinute, town, year, Parameter(minute))
    }

    private func edition(
        _ query: Query, _ town: TownID, _ year: Int32, _ key: Parameter
    ) async throws(StoreError) -> ChartEdition? {
        guard let row = try await read(query, [Parameter(town), .int(Int64(year)), key]).first else { return nil }
        let (number, printedAt, text, hash, map) = try reading { () throws(RowError) in
            var next = RowCursor(row)
            return (
                try next.number(), try next.instant(), try next.text(), try next.bytes(), try next.optionalInt()
            )
        }
        guard sha256(Array(text.utf8)) == hash else {
            throw .corrupt("edition \(number) of \(year) is not what was printed")
        }
        return ChartEdition(
            report: try Coding.value(ChartReport.self, from: text), map: map.map(Int.init), printedAt: printedAt)
    }

    public func lastEdition(
        before minute: Instant, town: TownID, year: Int32
    ) async throws(StoreError) -> ChartDigest? {
        let rows = try await read(
            .lastEditionBefore, [Parameter(town), .int(Int64(year)), Parameter(minute)])
        guard let row = rows.first else { return nil }
        let text = try reading { () throws(RowError) in try row.text(0) }
        return try Coding.value(ChartDigest.self, from: text)
    }

    public func editions(town: TownID, year: Int32) async throws(StoreError) -> [PrintedEdition] {
        let rows = try await read(.listEditions, [Parameter(town), .int(Int64(year))])
        return try reading { () throws(RowError) in
            var editions: [PrintedEdition] = []
            for row in rows {
                var next = RowCursor(row)
                editions.append(
                    PrintedEdition(number: try next.number(), asOf: try next.instant(), printedAt: try next.instant()))
            }
            return editions
        }
    }

    public func map(_ number: Int?, town: TownID) async throws(StoreError) -> StoredMap? {
        let rows = try await read(.findTownMap, [Parameter(town), number.map { .int(Int64($0)) } ?? .null])
        guard let row = rows.first else { return nil }
        let (number, picture, positions) = try reading { () throws(RowError) in
            var next = RowCursor(row)
            return (try next.number(), try next.bytes(), try next.text())
        }
        return StoredMap(
            number: number, picture: picture, positions: try Coding.value([UnitPosition].self, from: positions))
    }

    public func addMap(
        picture: [UInt8], positions: [UnitPosition], town: TownID
    ) async throws(StoreError) -> Int {
        let rows = try await write(
            .addTownMap, [Parameter(town), .bytes(picture), .text(try Coding.text(positions))])
        return try reading { () throws(RowError) in Int(try rows[0].int(0)) }
    }
}

extension PostgresStore {
    /// The log of a town's year as it was known at `moment`, without what happened after `day`; by project, oldest
    /// entry first.
    public func history(
        town: TownID, year: Int32, recordedBy moment: Instant, effectiveBy day: CivilDate
    ) async throws(StoreError) -> [(id: ProjectID, entry: Entry)] {
        let rows = try await read(
            .listEventsRecordedBy, [Parameter(town), .int(Int64(year)), Parameter(moment), Parameter(day)])
        var entries: [(id: ProjectID, entry: Entry)] = []
        entries.reserveCapacity(rows.count)
        for row in rows {
            var next = RowCursor(row)
            let (serial, sequence, kind, body) = try reading { () throws(RowError) in
                (try next.int32(), try next.number(), try next.text(), try next.text())
            }
            let event = try Coding.event(kind: kind, body: body)
            let entry = try reading { () throws(RowError) in
                Entry(
                    sequence: sequence, event: event, by: try next.id(), role: try next.word(Role.self),
                    effectiveOn: try next.day(), recordedAt: try next.instant(), lateReason: try next.optionalText())
            }
            entries.append((ProjectID(town: town, year: year, serial: serial), entry))
        }
        return entries
    }
}
