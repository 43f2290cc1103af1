internal import Postgres
public import UseCases
public import Workflow

extension PostgresStore: WarningStore {
    public func likenesses(
        of projects: [ProjectID], town: TownID, within days: Int, unknown: String
    ) async throws(StoreError) -> [ProjectID: WarningFacts] {
        let keys = Self.keys(projects, town)
        let rows = try await readTogether([
            step(.listBeside, keys + [.int(Int64(days)), .text(unknown)]),
            step(.listRefusedInvoices, keys), step(.listSharedPhotos, keys + [.int(Int64(PhotoLook.distance))]),
        ])
        return try reading { () throws(RowError) in
            var found: [ProjectID: WarningFacts] = [:]
            for row in rows[0] {
                var next = RowCursor(row)
                let asked = try next.key(town)
                let likeness = try next.likeness(town)
                if likeness.project.id == asked {
                    found[asked, default: WarningFacts()].project = likeness
                } else {
                    found[asked, default: WarningFacts()].others.append(likeness)
                }
            }
            for row in rows[1] {
                var next = RowCursor(row)
                let asked = try next.key(town)
                found[asked, default: WarningFacts()].refusedInvoices.append(
                    RefusedInvoice(by: try next.text(), at: try next.instant()))
            }
            for row in rows[2] {
                var next = RowCursor(row)
                let asked = try next.key(town)
                let name = try next.text()
                let other = try next.key(town)
                let reference = ProjectReference(
                    id: other, number: try next.text(), title: try next.text(), unit: try next.text())
                found[asked, default: WarningFacts()].sharedPhotos.append(
                    SharedPhoto(name: name, other: reference, isSame: try next.bool()))
            }
            return found
        }
    }

    public func warningAnswers(
        of projects: [ProjectID], town: TownID
    ) async throws(StoreError) -> [ProjectID: [WarningAnswer]] {
        let rows = try await read(.listWarningAnswers, Self.keys(projects, town))
        return try reading { () throws(RowError) in
            var found: [ProjectID: [WarningAnswer]] = [:]
            for row in rows {
                var next = RowCursor(row)
                let asked = try next.key(town)
                found[asked, default: []].append(
                    WarningAnswer(
                        key: try next.text(), words: try next.text(), answer: try next.text(), by: try next.text(),
                        at: try next.instant()))
            }
            return found
        }
    }

    public func answer(
        _ warning: Warning, of project: ProjectID, _ words: String, by person: PersonID, at now: Instant
    ) async throws(StoreError) {
        try await effect(
            .answerWarning,
            project.parameters + [
                .text(warning.key), .text(warning.words), .text(words), Parameter(person), Parameter(now),
            ])
    }

    private static func keys(_ projects: [ProjectID], _ town: TownID) -> [Parameter] {
        [
            Parameter(town), .intArray(projects.map { Int64($0.year) }), .intArray(projects.map { Int64($0.serial) }),
        ]
    }
}

extension RowCursor {
    fileprivate mutating func key(_ town: TownID) throws(RowError) -> ProjectID {
        ProjectID(town: town, year: try int32(), serial: try int32())
    }

    fileprivate mutating func likeness(_ town: TownID) throws(RowError) -> Likeness {
        let id = try key(town)
        let reference = ProjectReference(id: id, number: try text(), title: try text(), unit: try text())
        let (unit, category) = (UnitID(try int32()), try text())
        return Likeness(
            project: reference, unit: unit, category: category, state: try word(State.self),
            submittedOn: try optionalDay(), amount: try money(), place: try optionalText() ?? "",
            contractor: try optionalText())
    }
}
