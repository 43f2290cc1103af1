internal import Postgres
public import UseCases
public import Workflow

/// Reading projects: rows for lists and charts, the log, the fold.
extension PostgresStore: ProjectStore {
    public func record(_ attempt: RefusedAttempt) async throws(StoreError) {
        let refused = step(
            .recordRefusal,
            [
                Parameter(attempt.town), Parameter(attempt.project?.year), Parameter(attempt.project?.serial),
                Parameter(attempt.person), .text(attempt.command.rawValue), .text(attempt.code), Parameter(attempt.at),
            ])
        let noted = AuditEntry(
            town: attempt.town, person: attempt.person, act: .commandRefused, result: .refused,
            subject: attempt.project.map { "project \($0)" } ?? "draft",
            detail: "\(attempt.command.rawValue): \(attempt.code)", origin: .current, at: attempt.at)
        try await write([refused, audit(noted)])
    }

    public func record(of id: ProjectID) async throws(StoreError) -> ProjectRecord? {
        try await records(.findProject, id.parameters).first
    }

    public func list(_ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord] {
        if let text = query.text { return try await listByText(text, query) }
        return switch query.order {
        case .due: query.isNarrowed ? try await listNarrowed(query) : try await listByDue(query)
        case .newest: try await listNewest(query)
        }
    }

    public func waiting(
        town: TownID, in scope: Scope, for roles: [Role], after: (due: CivilDate?, id: ProjectID)?, limit: Int
    ) async throws(StoreError) -> [ProjectRecord] {
        try await records(
            .listWaiting,
            [Parameter(town), dueKey(after), .int(Int64(after?.id.year ?? 0)), .int(Int64(after?.id.serial ?? 0))]
                + [
                    scope.unit.map(Parameter.int) ?? .null, scope.area.map(Parameter.int) ?? .null,
                    .textArray(roles.map(\.rawValue)), .int(Int64(limit)),
                ])
    }

    /// Where the due order goes on: before everything, after a day, or among what has no due day.
    private func dueKey(_ after: (due: CivilDate?, id: ProjectID)?) -> Parameter {
        guard let after else { return .text("-infinity") }
        return after.due.map { Parameter($0) } ?? .text("infinity")
    }

    public func chartRows(town: TownID, year: Int32) async throws(StoreError) -> [ProjectRecord] {
        var records: [ProjectRecord] = []
        for row in try await read(.listForChart, [Parameter(town), .int(Int64(year))]) {
            let (record, fold) = try reading { () throws(RowError) in
                (try ProjectRecord(row), try row.text(ProjectRecord.viewColumns))
            }
            records.append(
                ProjectRecord(
                    summary: record.summary, labels: record.labels,
                    ledger: try Coding.value(LedgerFold.self, from: fold)))
        }
        return records
    }

    public func entries(of id: ProjectID, after sequence: Int, limit: Int) async throws(StoreError) -> [StoredEntry] {
        let rows = try await read(.listEvents, id.parameters + [.int(Int64(sequence)), .int(Int64(limit))])
        var entries: [StoredEntry] = []
        entries.reserveCapacity(rows.count)
        for row in rows { entries.append(try StoredEntry(row)) }
        return entries
    }

    public func fold(of id: ProjectID) async throws(StoreError) -> (project: Project, labels: Labels)? {
        guard let row = try await read(.findFold, id.parameters).first else { return nil }
        let (fold, labels) = try reading { () throws(RowError) in
            var next = RowCursor(row)
            let fold = try next.text()
            return (fold, try next.labels())
        }
        return (try Coding.value(Project.self, from: fold), labels)
    }

    public func imported(town: TownID, numbers: [String]) async throws(StoreError) -> [String: ProjectID] {
        let rows = try await read(.findImported, [Parameter(town), .textArray(numbers)])
        return try reading { () throws(RowError) in
            var found: [String: ProjectID] = [:]
            for row in rows {
                var next = RowCursor(row)
                let number = try next.text()
                found[number] = ProjectID(town: town, year: try next.int32(), serial: try next.int32())
            }
            return found
        }
    }

    private func listByDue(_ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord] {
        let key = dueKey(query)
        // Each narrowing has its own statement where it has its own index.
        if let unit = query.unit {
            return try await records(.listByDueOfUnit, key + [Parameter(unit), Parameter(query.state?.rawValue)])
        }
        if let state = query.state { return try await records(.listByDueOfState, key + [.text(state.rawValue)]) }
        return try await records(.listByDue, key)
    }

    private func listNewest(_ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord] {
        let after = query.after?.id
        return try await records(
            .listNewest,
            [
                Parameter(query.town), .int(Int64(after?.year ?? .max)), .int(Int64(after?.serial ?? .max)),
                Parameter(query.area), Parameter(query.unit), Parameter(query.state?.rawValue),
                .int(Int64(query.limit)),
            ])
    }

    func records(_ query: Query, _ parameters: [Parameter]) async throws(StoreError) -> [ProjectRecord] {
        let rows = try await read(query, parameters)
        return try reading { () throws(RowError) in
            var records: [ProjectRecord] = []
            records.reserveCapacity(rows.count)
            for row in rows { records.append(try ProjectRecord(row)) }
            return records
        }
    }
}

extension StoredEntry {
    fileprivate init(_ row: Row) throws(StoreError) {
        var next = RowCursor(row)
        let (sequence, kind, body) = try reading { () throws(RowError) in
            (try next.number(), try next.text(), try next.text())
        }
        let event = try Coding.event(kind: kind, body: body)
        self = try reading { () throws(RowError) in
            let entry = Entry(
                sequence: sequence, event: event, by: try next.id(), role: try next.word(Role.self),
                effectiveOn: try next.day(), recordedAt: try next.instant(), lateReason: try next.optionalText())
            let hash = try next.text()
            return StoredEntry(entry: entry, byName: try next.text(), hash: hash)
        }
    }
}
