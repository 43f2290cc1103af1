internal import UseCases
internal import Workflow

/// Comparing what is stored of a project with what its log says.
extension StoredProject {
    /// The first difference, events before the row; nil when all agrees.
    func difference() -> Difference? {
        var folded: Project?
        var expected: [Posted] = []
        var previous: [UInt8] = []
        for (index, event) in events.enumerated() {
            if let what = linkDifference(event, at: index, after: previous) {
                return .event(id, what == .missing ? index + 1 : event.sequence, what)
            }
            guard let entry = event.entry else { return .event(id, event.sequence, .unreadable) }
            for movement in entry.event.movements(before: folded) { expected.append(Posted(entry, movement)) }
            guard let next = evolve(folded, id, entry) else { return .event(id, event.sequence, .cannotBegin) }
            folded = next
            previous = event.hash
        }
        guard let folded else { return .event(id, 1, .missing) }
        return rowDifference(folded, head: previous) ?? moneyDifference(folded, expected)
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
            dutyException == held.exceptionUsed, blocker == folded.summary.blocker,
            blockerSince == folded.summary.blockerSince,
            waitsFor == "{\(folded.summary.waitsFor.map(\.rawValue).joined(separator: ","))}",
            duties == [held.applicant, held.verifier, held.awarder, held.acceptor, held.payer, held.closer]
        else { return .project(id, .columns) }
        return nil
    }

    private func moneyDifference(_ folded: Project, _ expected: [Posted]) -> Difference? {
        if movements.map(Posted.init) != expected { return .project(id, .movements) }
        func sum(_ kind: Movement.Kind) -> Int64 {
            movements.reduce(0) { $0 + ($1.kind == kind.rawValue ? $1.amount : 0) }
        }
        guard folded.money.encumbered.fen == sum(.encumber) - sum(.release) - sum(.void) - sum(.disburse),
            folded.money.disbursed.fen == sum(.disburse), folded.money.recovered.fen == sum(.recover)
        else { return .project(id, .money) }
        return nil
    }
}

/// A movement and the entry that causes it, comparable however it was come by.
private struct Posted: Hashable {
    let sequence: Int
    let kind: String
    let amount: Int64
    let person: PersonID
    let effectiveOn: CivilDate
    let recordedAt: Instant

    init(_ cause: Entry, _ movement: Movement) {
        sequence = cause.sequence
        kind = movement.kind.rawValue
        amount = movement.amount.fen
        person = cause.by
        effectiveOn = cause.effectiveOn
        recordedAt = cause.recordedAt
    }

    init(_ stored: StoredMovement) {
        sequence = stored.sequence
        kind = stored.kind
        amount = stored.amount
        person = stored.person
        effectiveOn = stored.effectiveOn
        recordedAt = stored.recordedAt
    }
}
