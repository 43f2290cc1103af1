internal import Postgres
public import UseCases
public import Workflow

/// The register of opinions. What is sealed is written and read, never looked into.
extension PostgresStore: OpinionStore {
    public func enter(_ opinion: NewOpinion) async throws(StoreError) -> Opinion {
        let rows = try await write([
            step(
                .addOpinionOnce,
                [
                    Parameter(opinion.town), .text(opinion.receipt), .text(opinion.key), .text(opinion.kind.rawValue),
                    .text(opinion.channel.rawValue), Parameter(opinion.unit), Parameter(opinion.project?.year),
                    Parameter(opinion.project?.serial), .text(opinion.words), .text(opinion.place),
                    Parameter(opinion.raisedOn), Parameter(opinion.receivedAt), Parameter(opinion.by),
                    opinion.identity.map { .bytes($0.sealed) } ?? .null,
                    opinion.identity.map { .text($0.maskedName) } ?? .null,
                    opinion.identity.map { .text($0.maskedPhone) } ?? .null,
                ]),
            step(.findOpinionByForm, [Parameter(opinion.town), .text(opinion.key)]),
        ])
        guard let found = try opinions(in: rows[1]).first else { throw .corrupt("an opinion entered is not there") }
        return found
    }

    public func opinion(_ number: Int32, town: TownID) async throws(StoreError) -> Opinion? {
        try opinions(in: try await read(.findOpinion, [Parameter(town), .int(Int64(number))])).first
    }

    public func opinion(receipt: String) async throws(StoreError) -> Opinion? {
        try opinions(in: try await read(.findOpinionByReceipt, [.text(receipt)])).first
    }

    public func opinions(_ query: OpinionQuery) async throws(StoreError) -> [Opinion] {
        try opinions(
            in: try await read(
                .listOpinions,
                [
                    Parameter(query.town), .int(Int64(query.before ?? .max)), Parameter(query.unit),
                    Parameter(query.fate?.rawValue), Parameter(query.by), .int(Int64(query.limit)),
                ]))
    }

    public func opinions(of project: ProjectID) async throws(StoreError) -> [Opinion] {
        try opinions(in: try await read(.listOpinionsOfProject, project.parameters))
    }

    public func steps(of number: Int32, town: TownID) async throws(StoreError) -> [OpinionStep] {
        let rows = try await read(.listOpinionSteps, [Parameter(town), .int(Int64(number))])
        return try reading { () throws(RowError) in
            var steps: [OpinionStep] = []
            for row in rows {
                var next = RowCursor(row)
                steps.append(
                    OpinionStep(
                        step: try next.number(), kind: try next.word(OpinionStep.Kind.self), words: try next.text(),
                        project: try next.optionalProject(in: town), by: try next.id(), byName: try next.text(),
                        at: try next.instant()))
            }
            return steps
        }
    }

    public func take(_ step: NewOpinionStep) async throws(StoreError) {
        try await effect(
            .takeOpinionStep,
            [
                Parameter(step.town), .int(Int64(step.opinion)), .int(Int64(step.step)), .text(step.kind.rawValue),
                .text(step.words), Parameter(step.project?.year), Parameter(step.project?.serial), Parameter(step.by),
                Parameter(step.at),
            ])
    }

    public func sealedIdentity(
        of number: Int32, town: TownID
    ) async throws(StoreError) -> (receipt: String, sealed: [UInt8])? {
        guard let row = try await read(.findSealedIdentity, [Parameter(town), .int(Int64(number))]).first else {
            return nil
        }
        return try reading { () throws(RowError) in
            var next = RowCursor(row)
            return (try next.text(), try next.bytes())
        }
    }

    private func opinions(in rows: Rows) throws(StoreError) -> [Opinion] {
        try reading { () throws(RowError) in
            var opinions: [Opinion] = []
            for row in rows { opinions.append(try Opinion(row)) }
            return opinions
        }
    }
}

extension Opinion {
    /// A row of the view `opinion_record`.
    fileprivate init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        let (town, number): (TownID, Int32) = (try next.id(), try next.int32())
        self.init(
            town: town, number: number, receipt: try next.text(), kind: try next.word(OpinionKind.self),
            channel: try next.word(OpinionChannel.self), unit: try next.optionalID(),
            unitName: try next.optionalText(), project: try next.optionalProject(in: town), words: try next.text(),
            place: try next.text(), raisedOn: try next.day(), receivedAt: try next.instant(),
            by: try next.optionalID(), hasIdentity: try next.bool(), maskedName: try next.optionalText(),
            maskedPhone: try next.optionalText(), steps: try next.number(), fate: try next.word(OpinionFate.self))
    }
}

extension RowCursor {
    /// A year and a serial, or two columns of NULL.
    fileprivate mutating func optionalProject(in town: TownID) throws(RowError) -> ProjectID? {
        let (year, serial) = (try optionalInt(), try optionalInt())
        guard let year, let serial else { return nil }
        return ProjectID(town: town, year: Int32(truncatingIfNeeded: year), serial: Int32(truncatingIfNeeded: serial))
    }
}
