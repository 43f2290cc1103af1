public import Workflow

/// A town's year as a ledger in the columns of `LedgerColumn`: importing it again changes nothing.
public struct LedgerExport: Sendable {
    let projects: any ProjectStore
    let directory: Directory

    public init(projects: any ProjectStore, directory: Directory) {
        self.projects = projects
        self.directory = directory
    }

    /// The header and one line a project, in the order of their numbers.
    public func sheet(
        town: Town, year: Int, on today: CivilDate
    ) async throws(UseCaseError) -> LedgerSheet {
        let units = try await directory.units(of: town.id, on: today)
        let officers = Dictionary(
            units.map { ($0.place.unit, $0.officer ?? "") }, uniquingKeysWith: { first, _ in first })
        let records = try await stored { try await projects.chartRows(town: town.id, year: Int32(year)) }
        var lines: [LedgerSheet.Line] = []
        for record in records.sorted(by: { $0.summary.id < $1.summary.id }) {
            let found = try await stored { try await projects.fold(of: record.summary.id) }
            guard let project = found?.project else { continue }
            let row = LedgerExportRow(
                project: project, labels: record.labels, officer: officers[project.place.unit] ?? "",
                remark: try await remark(of: project))
            lines.append(LedgerSheet.Line(number: lines.count + 2, fields: row.fields(serial: lines.count + 1)))
        }
        return LedgerSheet(header: LedgerColumn.allCases.map(\.rawValue), lines: lines)
    }

    /// What the ledger's last column says: the reason of an end or a return, an open blocker, else the last comment.
    private func remark(of project: Project) async throws(UseCaseError) -> String {
        var remark = ""
        var last = 0
        while true {
            let portion = 200
            let entries = try await stored {
                try await projects.entries(of: project.id, after: last, limit: portion)
            }
            for stored in entries { remark = Self.remark(stored.entry.event) ?? remark }
            guard entries.count == portion, let newest = entries.last else { break }
            last = newest.entry.sequence
        }
        return project.openBlocker?.words ?? remark
    }

    private static func remark(_ event: Event) -> String? {
        switch event {
        case .returned(let what): what.reason
        case .declined(let reasoned), .withdrawn(let reasoned): reasoned.reason
        case .terminated(let end): end.reason
        case .commented(let remark): remark.words
        // A return that was mended has nothing more to say.
        case .submitted: ""
        case .drafted, .edited, .admitted, .verified, .endorsed, .awarded, .objected, .objectionResolved,
            .noticeConcluded, .startRecorded, .progressReported, .amendmentRequested, .amendmentDecided, .extended,
            .suspended, .resumed, .inspectionRequested, .accepted, .rectificationDemanded, .disbursed, .settled,
            .recovered, .paymentCorrected, .retentionReturned, .receiptRecorded, .spendingRecorded, .carriedForward,
            .swept, .closedOut, .reopened, .blockerRaised, .blockerCleared, .consulted, .consultationDecided,
            .consultationAdjourned, .dispatched, .dispatchSigned, .dispatchAnswered, .dueRecomputed, .dutyExceptionUsed,
            .documented,
            .chased:
            nil
        }
    }
}

/// One project as a line.
private struct LedgerExportRow {
    let project: Project
    let labels: Labels
    let officer: String
    let remark: String

    func fields(serial: Int) -> [String] { LedgerColumn.allCases.map { field($0, serial) } }

    private func field(_ column: LedgerColumn, _ serial: Int) -> String {
        let (clock, money) = (project.clock, project.money)
        // Before the works there is nothing to pay, and a ledger leaves the field empty.
        let hasBegun = project.start != nil
        return switch column {
        case .serial: "\(serial)"
        case .number: labels.number
        case .area: labels.area
        case .unit: labels.unit
        case .title: project.application.title
        case .category: project.application.category
        case .channel: project.application.channel
        case .works: project.application.need
        case .requested: Self.wan(project.application.requested)
        case .ownContribution: Self.wan(ownContribution)
        case .awarded: Self.wan(money.awarded)
        case .settled: money.settled.map(Self.wan) ?? ""
        case .paid: hasBegun ? Self.wan(money.outstanding) : ""
        case .submittedOn: (clock.submittedOn ?? clock.draftedOn)?.description ?? ""
        case .admittedOn: clock.admittedOn?.description ?? ""
        case .verifiedOn: clock.verifiedOn?.description ?? ""
        case .awardedOn: clock.awardedOn?.description ?? ""
        case .startedOn: clock.executionOn?.description ?? ""
        case .acceptedOn: clock.completedOn?.description ?? ""
        case .completedOn: clock.completedOn.map { max($0, clock.settledOn ?? $0).description } ?? ""
        case .stage: project.state.chinese
        case .officer: officer
        case .satisfaction: grade?.chinese ?? ""
        case .remark: remark
        }
    }

    private var ownContribution: Money {
        project.application.sources.filter { $0.kind == .ownContribution }.reduce(.zero) { $0 + $1.promised }
    }

    /// The survey's grade, or the most frequent answer where counts were kept.
    private var grade: Satisfaction.Grade? {
        guard let satisfaction = project.satisfaction else { return nil }
        guard satisfaction.total > 0 else { return satisfaction.grade }
        if satisfaction.satisfied * 2 >= satisfaction.total { return .satisfied }
        return satisfaction.basicallySatisfied >= satisfaction.dissatisfied ? .basicallySatisfied : .dissatisfied
    }

    /// 11.3 rather than 11.30, as ledgers have it.
    private static func wan(_ amount: Money) -> String {
        var text = amount.wanText
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}
