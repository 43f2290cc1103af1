internal import Postgres
public import UseCases
public import Workflow

/// Meetings, spot checks and cases.
extension PostgresStore: RegisterStore {
    public func entries(_ query: RegisterQuery) async throws(StoreError) -> [RegisterEntry] {
        let rows = try await read(
            .listRegister,
            [
                Parameter(query.town), .text(query.register.rawValue), .int(Int64(query.before ?? .max)),
                Parameter(query.unit), Parameter(query.project?.year), Parameter(query.project?.serial),
                query.isOpen.map { .bool($0) } ?? .null, .int(Int64(query.limit)),
            ])
        return try reading { () throws(RowError) in
            var entries: [RegisterEntry] = []
            for row in rows { entries.append(try RegisterEntry(row)) }
            return entries
        }
    }

    public func entry(_ id: Int32, in register: Register, town: TownID) async throws(StoreError) -> RegisterEntry? {
        let rows = try await read(
            .findRegisterEntry, [Parameter(town), .text(register.rawValue), .int(Int64(id))])
        guard let row = rows.first else { return nil }
        return try reading { () throws(RowError) in try RegisterEntry(row) }
    }

    public func reserveEntry(in register: Register, town: TownID) async throws(StoreError) -> Int32 {
        let rows = try await write(.reserveRegisterID, [Parameter(town), .text(register.rawValue)])
        guard let row = rows.first else { throw .corrupt("no number of \(register)") }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            return try next.int32()
        }
    }

    public func write(_ change: RegisterChange) async throws(StoreError) {
        let content = change.content
        let key: [Parameter] = [Parameter(change.town), .text(change.register.rawValue), .int(Int64(change.id))]
        let finding = content.finding
        let columns: [Parameter] = [
            .int(Int64(change.version)), Parameter(content.unit), Parameter(content.heldOn), .text(content.title),
            .text(content.body), finding.map { .bool($0.hasProblem) } ?? .null, Parameter(finding?.rectifyBy),
            Parameter(finding?.recheckedOn), finding?.recheckPassed.map { .bool($0) } ?? .null,
            Parameter(change.person), Parameter(change.at),
        ]
        var steps = [keep(change.answer.key, change.answer.answer)]
        steps.append(step(change.version == 1 ? .addRegisterEntry : .advanceRegisterEntry, key + columns))
        steps.append(
            step(
                .keepRegisterVersion,
                key + [
                    .int(Int64(change.version)), .text(content.body), Parameter(change.person), Parameter(change.at),
                ]))
        if change.version > 1 { steps.append(step(.unlinkRegisterProjects, key)) }
        if !content.projects.isEmpty {
            steps.append(
                step(
                    .linkRegisterProjects,
                    key + [
                        .intArray(content.projects.map { Int64($0.year) }),
                        .intArray(content.projects.map { Int64($0.serial) }),
                    ]))
        }
        try await write(steps)
    }
}

extension RegisterEntry {
    fileprivate init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        self.init(
            id: try next.int32(), version: try next.number(), unit: try next.optionalID(),
            unitName: try next.optionalText(), body: try next.text(), by: try next.text(),
            changedAt: try next.instant())
    }
}
