internal import Postgres
internal import UseCases
internal import Workflow

/// Everything stored of one project, read for verification.
struct StoredProject {
    let record: ProjectRecord
    let fold: String
    let head: [UInt8]
    /// What follows from the record and is stored for lists and for people who read the table.
    let blocker: String?
    let blockerSince: CivilDate?
    let waitsFor: String
    let duties: [PersonID?]
    let extensions: Int
    let dutyException: Bool
    /// The year whose fund holds the money, where it is not the project's own; 0 where it is.
    let fundYear: Int32
    let retained: Money
    var events: [StoredEvent] = []
    var movements: [StoredMovement] = []
    var resolutions: [Resolution] = []

    var id: ProjectID { record.summary.id }

    /// Projects with their events and movements, all three in the order of the keys.
    static func list(
        _ projects: Rows, _ events: Rows, _ movements: Rows, _ resolutions: Rows
    ) throws(RowError) -> [StoredProject] {
        var list: [StoredProject] = []
        list.reserveCapacity(projects.count)
        for row in projects { list.append(try StoredProject(row)) }
        let place = Dictionary(uniqueKeysWithValues: list.indices.map { (list[$0].id, $0) })
        for row in events {
            let event = try StoredEvent(row)
            if let index = place[event.project] { list[index].events.append(event) }
        }
        for row in movements {
            let movement = try StoredMovement(row)
            if let index = place[movement.project] { list[index].movements.append(movement) }
        }
        for row in resolutions {
            var next = RowCursor(row)
            let project = ProjectID(town: try next.id(), year: try next.int32(), serial: try next.int32())
            let resolution = Resolution(
                awardedAt: try next.number(), resolvedAt: try next.number(), how: try next.word(Resolution.How.self))
            if let index = place[project] { list[index].resolutions.append(resolution) }
        }
        return list
    }

    private init(_ row: Row) throws(RowError) {
        record = try ProjectRecord(row)
        var derived = RowCursor(row, from: ProjectRecord.blockerColumn)
        blocker = try derived.optionalText()
        blockerSince = try derived.optionalDay()
        derived = RowCursor(row, from: ProjectRecord.waitsForColumn)
        waitsFor = try derived.text()
        var next = RowCursor(row, from: ProjectRecord.viewColumns)
        fold = try next.text()
        head = try next.bytes()
        duties = [
            try next.optionalID(), try next.optionalID(), try next.optionalID(), try next.optionalID(),
            try next.optionalID(), try next.optionalID(),
        ]
        extensions = try next.number()
        dutyException = try next.bool()
        fundYear = try next.int32()
        retained = try next.money()
    }
}

/// One row of the log as it is stored, nothing decoded.
struct StoredEvent {
    let project: ProjectID
    let sequence: Int
    let kind: String
    let body: String
    let person: PersonID
    let role: String
    let effectiveOn: CivilDate
    let recordedAt: Instant
    let lateReason: String?
    let previous: [UInt8]
    let hash: [UInt8]

    init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        project = ProjectID(town: try next.id(), year: try next.int32(), serial: try next.int32())
        sequence = try next.number()
        kind = try next.text()
        body = try next.text()
        person = try next.id()
        role = try next.text()
        effectiveOn = try next.day()
        recordedAt = try next.instant()
        lateReason = try next.optionalText()
        previous = try next.bytes()
        hash = try next.bytes()
    }

    /// What the hash must be, over what the row says.
    var expectedHash: [UInt8] {
        EventChain.hash(
            after: previous, project: project, sequence: sequence, kind: kind, body: body, person: person, role: role,
            effectiveOn: effectiveOn, recordedAt: recordedAt, lateReason: lateReason)
    }

    /// The entry, or nil when kind, body or role cannot be read.
    var entry: Entry? {
        guard let role = Role(rawValue: role), let event = try? Coding.event(kind: kind, body: body) else { return nil }
        return Entry(
            sequence: sequence, event: event, by: person, role: role, effectiveOn: effectiveOn, recordedAt: recordedAt,
            lateReason: lateReason)
    }
}

/// One movement of a project's money.
struct StoredMovement {
    let project: ProjectID
    let sequence: Int
    let kind: String
    let amount: Int64
    let person: PersonID
    let effectiveOn: CivilDate
    let recordedAt: Instant
    /// The year of the fund it was posted to.
    let fundYear: Int32
    let fund: FundID
    let number: Int64
    /// The entry whose movement it takes back.
    let reverses: Int?

    init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        project = ProjectID(town: try next.id(), year: try next.int32(), serial: try next.int32())
        sequence = try next.number()
        kind = try next.text()
        amount = try next.int()
        person = try next.id()
        effectiveOn = try next.day()
        recordedAt = try next.instant()
        fundYear = try next.int32()
        fund = try next.id()
        number = try next.int()
        reverses = try next.optionalInt().map(Int.init)
    }
}
