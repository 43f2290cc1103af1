internal import Postgres
public import UseCases
public import Workflow

/// Pages of projects narrowed in more than one way. Each way starts from an index that has the order already.
extension PostgresStore {
    func listNarrowed(_ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord] {
        let place = dueKey(query)
        let narrowing: [Parameter] = [
            Parameter(query.unit), query.dueTo.map { Parameter($0) } ?? .text("infinity"),
        ]
        guard let states = query.states else {
            if let category = query.category {
                return try await records(.listByDueOfCategory, place + narrowing + [.text(category)])
            }
            return try await records(.listByDueUntil, place + narrowing)
        }
        // A page of each state, merged: no state's rows are read past by looking for another's.
        let steps = states.map { state in
            step(
                .listByDueOfStateNarrowed,
                place + narrowing + [query.category.map { .text($0) } ?? .null, .text(state.rawValue)])
        }
        if steps.isEmpty { return [] }
        let found = try await readTogether(steps)
        let all = try reading { () throws(RowError) in
            var all: [ProjectRecord] = []
            for rows in found { for row in rows { all.append(try ProjectRecord(row)) } }
            return all
        }
        return Array(all.sorted { $0.summary.dueKey < $1.summary.dueKey }.prefix(query.limit))
    }

    func listByText(_ text: String, _ query: ProjectQuery) async throws(StoreError) -> [ProjectRecord] {
        guard let (grams, like) = SearchKey.question(text, town: query.town) else { return [] }
        let question: [Parameter] = [.textArray(grams), .text(like)]
        switch query.order {
        case .due: return try await records(.listByText, dueKey(query) + question)
        case .newest:
            let after = query.after?.id
            return try await records(
                .listNewestByText,
                [
                    Parameter(query.town), .int(Int64(after?.year ?? .max)), .int(Int64(after?.serial ?? .max)),
                    Parameter(query.area), .int(Int64(query.limit)),
                ] + question)
        }
    }

    /// Town, place, area and limit: what every statement in the order of due days begins with. A page that begins
    /// with a due day begins before everything due on it.
    func dueKey(_ query: ProjectQuery) -> [Parameter] {
        var due: Parameter = query.dueFrom.map { Parameter($0) } ?? .text("-infinity")
        if let after = query.after { due = after.due.map { Parameter($0) } ?? .text("infinity") }
        return [
            Parameter(query.town), due, .int(Int64(query.after?.id.year ?? 0)),
            .int(Int64(query.after?.id.serial ?? 0)), Parameter(query.area), .int(Int64(query.limit)),
        ]
    }

    public func records(of ids: [ProjectID], in town: TownID) async throws(StoreError) -> [ProjectRecord] {
        try await records(
            .findManyProjects,
            [
                Parameter(town), .intArray(ids.map { Int64($0.year) }), .intArray(ids.map { Int64($0.serial) }),
            ])
    }

    /// Gives those a search key that were written before there was one. Some hundred a turn; nothing when all have it.
    public func addSearchKeys() async throws(StoreError) {
        while true {
            let rows = try await read(.listMissingSearchKeys, [.int(500)])
            if rows.isEmpty { return }
            var steps: [Step] = []
            for row in rows {
                let (id, key) = try reading { () throws(RowError) in
                    var next = RowCursor(row)
                    let id = ProjectID(town: try next.id(), year: try next.int32(), serial: try next.int32())
                    let title = try next.text()
                    let place = try next.text()
                    let number = try next.text()
                    return (
                        id,
                        SearchKey(town: id.town, title: title, place: place, number: number, unit: try next.text())
                    )
                }
                steps.append(put(key, of: id))
            }
            try await write(steps)
        }
    }

    func put(_ key: SearchKey, of id: ProjectID) -> Step {
        step(.putSearchKey, id.parameters + [.text(key.text), .textArray(key.grams)])
    }
}

extension ProjectSummary {
    fileprivate var dueKey: (Int32, ProjectID) { (dueOn?.dayNumber ?? .max, id) }
}
