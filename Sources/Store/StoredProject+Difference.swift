internal import UseCases
internal import Workflow

/// Comparing what is stored of a project with what its log says.
extension StoredProject {
    /// The first difference, events before the row; nil when all agrees.
    func difference() -> Difference? {
        var folded: Project?
        var expected: [Posted] = []
        var resolved: [Resolution] = []
        var previous: [UInt8] = []
        for (index, event) in events.enumerated() {
            if let what = linkDifference(event, at: index, after: previous) {
                return .event(id, what == .missing ? index + 1 : event.sequence, what)
            }
            guard let entry = event.entry else { return .event(id, event.sequence, .unreadable) }
            expected += Posted.list(entry, before: folded, of: id)
            if let resolution = entry.resolution(before: folded) { resolved.append(resolution) }
            guard let next = evolve(folded, id, entry) else { return .event(id, event.sequence, .cannotBegin) }
            folded = next
            previous = event.hash
        }
        guard let folded else { return .event(id, 1, .missing) }
        if let found = rowDifference(folded, head: previous) ?? moneyDifference(folded, expected) { return found }
        return resolutions == resolved ? nil : .project(id, .resolutions)
    }

    private func linkDifference(_ event: StoredEvent, at index: Int, after previous: [UInt8]) -> Difference.What? {
        if event.sequence != index + 1 { return .missing }
        if event.previous != previous { return .chain }
        return event.expectedHash == event.hash ? nil : .hash
    }

    private func rowDifference(_ folded: Project, head newest: [UInt8]) -> Difference? {
        // A shorter log than the row's version means that its end was cut off.
        if record.summary.version > folded.version { return .event(id, folded.version + 1, .missing) }
        if record.summary.version != folded.version { return .project(id, .version) }
        if head != newest { return .project(id, .head) }
        guard let stored = try? Coding.value(Project.self, from: fold), stored == folded else {
            return .project(id, .fold)
        }
        let held = folded.duties
        let extended = folded.clock.originalDueOn == nil ? 0 : 1
        guard record.summary == folded.summary, extensions == extended,
            dutyException == held.exceptionUsed, fundYear == folded.money.fundYear ?? 0,
            retained == folded.money.retention?.amount ?? .zero,
            blocker == folded.summary.blocker, blockerSince == folded.summary.blockerSince,
            waitsFor == "{\(folded.summary.waitsFor.map(\.rawValue).joined(separator: ","))}",
            duties == [held.applicant, held.verifier, held.awarder, held.acceptor, held.payer, held.closer]
        else { return .project(id, .columns) }
        return nil
    }

    private func moneyDifference(_ folded: Project, _ expected: [Posted]) -> Difference? {
        if let found = movementDifference(expected) { return found }
        func sum(_ kind: Movement.Kind) -> Int64 {
            movements.reduce(0) { $0 + ($1.kind == kind.rawValue ? ($1.reverses == nil ? $1.amount : -$1.amount) : 0) }
        }
        let held = sum(.encumber) - sum(.release) - sum(.void) - sum(.disburse)
        guard folded.money.encumbered.fen == held - sum(.carryForward) + sum(.bringForward),
            folded.money.disbursed.fen == sum(.disburse), folded.money.recovered.fen == sum(.recover)
        else { return .project(id, .money) }
        return nil
    }

    /// The first movement that is missing, altered or too many, by its number where there is one.
    private func movementDifference(_ expected: [Posted]) -> Difference? {
        let found = movements.map(Posted.init)
        for (index, posted) in expected.enumerated() where !found.indices.contains(index) || found[index] != posted {
            // What is stored belongs to a later entry: the one expected here is gone.
            if !found.indices.contains(index) || found[index].sequence > posted.sequence
                || expected.dropFirst(index + 1).first == found[index]
            {
                return .event(id, posted.sequence, .movementMissing)
            }
            return movements[index].difference
        }
        return found.count > expected.count ? movements[expected.count].difference : nil
    }
}

extension StoredMovement {
    fileprivate var difference: Difference { .movement(fund: fund, number: number, town: project.town, .movements) }
}

/// A movement and the entry that causes it, comparable however it was come by.
private struct Posted: Hashable {
    let sequence: Int
    let kind: String
    let amount: Int64
    let person: PersonID
    let effectiveOn: CivilDate
    let recordedAt: Instant
    let fundYear: Int32
    let reverses: Int?

    /// What an entry has to have posted, in the order the ledger gives it back: the older fund first.
    static func list(_ cause: Entry, before project: Project?, of id: ProjectID) -> [Posted] {
        let year = project?.money.fundYear ?? id.year
        return cause.event.movements(before: project).map { movement in
            Posted(
                cause, movement, fundYear: movement.kind == .bringForward ? year + 1 : year,
                reverses: movement.isReversal ? cause.event.reverses(in: project) : nil)
        }
    }

    private init(_ cause: Entry, _ movement: Movement, fundYear: Int32, reverses: Int?) {
        sequence = cause.sequence
        kind = movement.kind.rawValue
        amount = movement.amount.fen
        person = cause.by
        effectiveOn = cause.effectiveOn
        recordedAt = cause.recordedAt
        self.fundYear = fundYear
        self.reverses = reverses
    }

    init(_ stored: StoredMovement) {
        sequence = stored.sequence
        kind = stored.kind
        amount = stored.amount
        person = stored.person
        effectiveOn = stored.effectiveOn
        recordedAt = stored.recordedAt
        fundYear = stored.fundYear
        reverses = stored.reverses
    }
}
