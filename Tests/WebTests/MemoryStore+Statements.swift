import Synchronization
import UseCases
import Workflow

// Statements over the movements in memory, every one on the day it happened.
extension MemoryStore: StatementStore {
    private func statementLines(until day: CivilDate) -> [StatementLine] {
        content.withLock { content in
            content.lines.filter { $0.effectiveOn <= day }.map { line in
                let (from, to) = line.movement.accounts
                let row = line.project.flatMap { content.rows[$0] }
                return StatementLine(
                    number: line.number, kind: line.movement.kind, from: from, to: to, amount: line.movement.amount,
                    project: row.map { row in
                        ProjectReference(
                            id: row.project.id, number: row.labels.number, title: row.project.application.title,
                            unit: row.labels.unit)
                    }, cause: nil, reason: line.reason, person: nil, bookedOn: line.effectiveOn,
                    effectiveOn: line.effectiveOn, recordedAt: line.recordedAt, corrects: line.corrects)
            }.sorted { ($0.bookedOn, $0.number) < ($1.bookedOn, $1.number) }
        }
    }

    private static func flows(_ lines: some Sequence<StatementLine>) -> [Flow] {
        lines.map { Flow(kind: $0.kind, from: $0.from, to: $0.to, amount: $0.amount, count: 1) }.summed
    }

    func statement(
        of fund: FundID, town: TownID, after: StatementPlace, until day: CivilDate, limit: Int
    ) async throws(StoreError) -> (before: [Flow], lines: [StatementLine], until: [Flow]) {
        let lines = statementLines(until: day)
        let split = lines.firstIndex { ($0.bookedOn, $0.number) > (after.day, after.number) } ?? lines.count
        return (Self.flows(lines[..<split]), Array(lines[split...].prefix(limit)), Self.flows(lines))
    }

    func months(
        of fund: FundID, town: TownID, until day: CivilDate
    ) async throws(StoreError) -> (months: [MonthFlows], until: [Flow]) {
        let lines = statementLines(until: day)
        let months = Dictionary(grouping: lines, by: \.bookedOn.firstOfMonth).sorted { $0.key < $1.key }
        return (months.map { MonthFlows(month: $0.key, flows: Self.flows($0.value)) }, Self.flows(lines))
    }

    func commitments(
        of fund: FundID, town: TownID, on day: CivilDate
    ) async throws(StoreError) -> (commitments: [Commitment], until: [Flow]) {
        ([], Self.flows(statementLines(until: day)))
    }

    func acts(of fund: FundID, town: TownID, until day: CivilDate) async throws(StoreError) -> [FundYearAct] {
        [FundYearAct(kind: .open, on: day, person: "Zheng", reason: "the year begins")]
    }

    func lines(of project: ProjectID, until day: CivilDate) async throws(StoreError) -> [StatementLine] {
        statementLines(until: day).filter { $0.project?.id == project }
    }
}
