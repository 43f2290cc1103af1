internal import Postgres
internal import UseCases
internal import Workflow

/// A row of the view `project_record`, column by column in the view's order.
extension ProjectRecord {
    /// The columns of the view that hold a record; what a statement adds comes after its last column.
    static let columns = 41
    /// What the view is ordered by comes behind the record.
    static let viewColumns = columns + 3

    init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        let id = ProjectID(town: try next.id(), year: try next.int32(), serial: try next.int32())
        let version = try next.number()
        let place = Place(town: id.town, area: try next.id(), unit: try next.id())
        let summary = ProjectSummary(
            id: id, version: version, place: place, title: try next.text(), category: try next.text(),
            state: try next.word(State.self), stateSince: try next.day(), submittedOn: try next.optionalDay(),
            admittedOn: try next.optionalDay(), verifiedOn: try next.optionalDay(), awardedOn: try next.optionalDay(),
            executionOn: try next.optionalDay(), inspectionOn: try next.optionalDay(),
            completedOn: try next.optionalDay(), closedOn: try next.optionalDay(), dueOn: try next.optionalDay(),
            dueProvisional: try next.bool(), originalDueOn: try next.optionalDay(),
            pausedDays: try next.number(), noticeEndsOn: try next.optionalDay(), requested: try next.money(),
            cap: try next.optionalMoney(),
            awarded: try next.money(), encumbered: try next.money(), disbursed: try next.money(),
            recovered: try next.money(), settled: try next.optionalMoney(), blocker: try next.optionalText(),
            blockerSince: try next.optionalDay(), recordedLate: try next.bool(),
            policyVersion: try next.optionalInt().map(Int.init))
        self.init(summary: summary, labels: try next.labels())
    }
}

/// The columns of a project's row that every version sets anew, in the order of the statements ($4 to $45).
func projectColumns(_ change: Change, head: [UInt8]) throws(StoreError) -> [Parameter] {
    let summary = change.after.summary
    let duties = change.after.duties
    return [
        .int(Int64(summary.version)), .bytes(head), Parameter(summary.policyVersion), .text(summary.title),
        .text(summary.category), .text(summary.state.rawValue), Parameter(summary.stateSince),
        Parameter(summary.submittedOn), Parameter(summary.admittedOn), Parameter(summary.verifiedOn),
        Parameter(summary.awardedOn), Parameter(summary.executionOn), Parameter(summary.inspectionOn),
        Parameter(summary.completedOn), Parameter(summary.closedOn), Parameter(summary.dueOn),
        .bool(summary.dueProvisional), Parameter(summary.originalDueOn), Parameter(summary.noticeEndsOn),
        Parameter(summary.requested), Parameter(summary.cap), Parameter(summary.awarded),
        Parameter(summary.encumbered), Parameter(summary.disbursed), Parameter(summary.recovered),
        Parameter(summary.settled), Parameter(summary.blocker), Parameter(summary.blockerSince),
        .bool(summary.recordedLate), Parameter(duties.applicant), Parameter(duties.verifier),
        Parameter(duties.awarder), Parameter(duties.acceptor), Parameter(duties.payer), Parameter(duties.closer),
        .text(try Coding.text(change.after)),
        // Counted from the entries and not taken from the fold, so that the CHECK is a second opinion.
        .int(Int64(change.entries.count { $0.event.kind == .extended })), .bool(duties.exceptionUsed),
        .text(change.labels.programme), .int(Int64(summary.pausedDays)),
        Parameter(change.after.money.fundYear), Parameter(change.after.money.retention?.amount ?? .zero),
    ]
}
