public import Workflow

/// The turn of the year for all projects of a fund at once: what they still hold goes over to the next year, or is
/// taken back. Each project is one command through the desk, so a batch that was broken off goes on where it was.
public struct YearEnd: Sendable {
    let desk: Desk
    let store: any FundOfficeStore & FundStore

    public init(desk: Desk, store: any FundOfficeStore & FundStore) {
        self.desk = desk
        self.store = store
    }

    /// One project of the batch.
    public struct Line: Sendable {
        public let project: ProjectRecord
        /// What it holds in the fund.
        public let held: Money
        /// Why it was left as it is; nil where it was carried over or taken back, or would be.
        public let failure: UseCaseError?
    }

    /// Every project whose money the fund holds, and what the command would do, or has done where `commit` is true.
    ///
    /// - Parameter command: `carryForward` or `sweep`.
    public func run(
        _ command: Command, on fund: FundState, by person: Person, commit: Bool
    ) async throws(UseCaseError) -> [Line] {
        var lines: [Line] = []
        var last: ProjectID?
        while true {
            let after = last
            let records = try await stored { try await store.holding(fund, after: after, limit: Self.portion) }
            for record in records {
                lines.append(
                    Line(
                        project: record, held: record.summary.encumbered,
                        failure: try await take(command, record, person, commit)))
            }
            guard records.count == Self.portion, let newest = records.last else { return lines }
            last = newest.summary.id
        }
    }

    private static let portion = 200

    private func take(
        _ command: Command, _ record: ProjectRecord, _ person: Person, _ commit: Bool
    ) async throws(UseCaseError) -> UseCaseError? {
        let request = CommandRequest(by: person, target: .project(record.summary.id), command: command)
        do throws(UseCaseError) {
            if commit {
                _ = try await desk.perform(request) { view in
                    RenderedAnswer(status: 200, version: view.summary.version, body: [])
                }
            } else {
                try await desk.rehearse(request)
            }
            return nil
        } catch {
            // What holds for one project is said of it; a database that is gone ends the batch.
            guard case .refused = error else { throw error }
            return error
        }
    }
}
