internal import Postgres
internal import UseCases
internal import Workflow

/// A row of the view `project_record`, column by column in the view's order.
extension ProjectRecord {
    /// The columns of the view that hold a record; what a statement adds comes after its last column.
    static let columns = 41
    /// What the view is ordered by comes behind the record.
    static let orderColumns = 3
    static let viewColumns = columns + orderColumns + 4
    /// Where the oldest blocker's words and day stand, and whom the project waits for: both follow from the record.
    static let blockerColumn = 30
    static let waitsForColumn = viewColumns - 1

    init(_ row: Row) throws(RowError) {
        var next = RowCursor(row)
        let id = ProjectID(town: try next.id(), year: try next.int32(), serial: try next.int32())
        let version = try next.number()
        let place = Place(town: id.town, area: try next.id(), unit: try next.id())
        // What was added to the view later stands behind its order.
        var rest = RowCursor(row, from: Self.columns + Self.orderColumns)
        let summary = ProjectSummary(
            id: id, version: version, place: place, title: try next.text(), category: try next.text(),
            state: try next.word(State.self), stateSince: try next.day(), submittedOn: try next.optionalDay(),
            admittedOn: try next.optionalDay(), verifiedOn: try next.optionalDay(), awardedOn: try next.optionalDay(),
            executionOn: try next.optionalDay(), inspectionOn: try next.optionalDay(),
            completedOn: try next.optionalDay(), closedOn: try next.optionalDay(), dueOn: try next.optionalDay(),
            dueNominal: try rest.optionalDay(), dueProvisional: try next.bool(), originalDueOn: try next.optionalDay(),
            pausedDays: try next.number(), noticeEndsOn: try next.optionalDay(), requested: try next.money(),
            cap: try next.optionalMoney(),
            awarded: try next.money(), encumbered: try next.money(), disbursed: try next.money(),
            recovered: try next.money(), settled: try next.optionalMoney(),
            endorsed: try rest.optionalMoney(), pending: try Self.pending(try rest.text()),
            recordedLate: try next.recordedLate(),
            policyVersion: try next.optionalInt().map(Int.init))
        self.init(summary: summary, labels: try next.labels())
    }

    /// Most rows have nothing pending, and lists are long: only what is there is decoded.
    private static func pending(_ text: String) throws(RowError) -> [PendingItem] {
        if text == "[]" { return [] }
        do { return try Coding.value([PendingItem].self, from: text) } catch {
            throw .wrongKind(column: "pending", wanted: "a list of open items")
        }
    }
}

/// The columns of a project's row that every version sets anew, in the order of the statements ($4 to $49).
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
        Parameter(summary.dueNominal), Parameter(summary.endorsed), .text(try Coding.text(summary.pending)),
        .textArray(summary.waitsFor.map(\.rawValue)),
    ]
}

extension RowCursor {
    /// Whether it was recorded late. The oldest blocker before it stands in the record among what is pending.
    fileprivate mutating func recordedLate() throws(RowError) -> Bool {
        _ = try optionalText()
        _ = try optionalDay()
        return try bool()
    }
}
