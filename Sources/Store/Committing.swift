internal import Postgres
public import UseCases
internal import Workflow

/// Writing one change.
extension PostgresStore {
    public func commit(_ change: Change) async throws(StoreError) {
        let links = try chained(change)
        guard let head = links.last?.hash else { throw .corrupt("a change without entries") }
        var steps: [Step] = []
        // The key first: a repeated request must learn that it was carried out, not that its version is stale.
        if let (key, answer) = change.answer { steps.append(keep(key, answer)) }
        steps.append(try projectStep(change, head: head))
        let files = links.flatMap(\.files)
        if !files.isEmpty {
            steps.append(step(.requireNotWithdrawn, change.after.id.parameters + [.textArray(files)]))
        }
        steps.append(append(links, to: change.after.id))
        // Found by other words from now on.
        if change.entries.contains(where: { $0.event.kind == .drafted || $0.event.kind == .edited }) {
            let application = change.after.application
            let key = SearchKey(
                town: change.after.id.town, title: application.title, place: application.place,
                number: change.labels.number, unit: change.labels.unit)
            steps.append(put(key, of: change.after.id))
        }
        steps += invoices(change)
        steps += try money(change)
        if !change.notifications.isEmpty { steps.append(put(change.notifications, change.after)) }
        // The fund last: its row is what others queue for, and everybody locks project before fund.
        steps += try post(change)
        try await write(steps)
        announce(change.after.id.town)
    }

    private func projectStep(_ change: Change, head: [UInt8]) throws(StoreError) -> Step {
        let columns = change.after.id.parameters + (try projectColumns(change, head: head))
        if change.expectedVersion == 0 {
            let place = change.after.place
            return step(
                .addProject,
                columns + [
                    Parameter(place.area), Parameter(place.unit), .text(change.labels.number),
                    Parameter(change.importedNumber),
                ])
        }
        return step(
            .advanceIfVersion,
            columns + [
                .int(Int64(change.expectedVersion)), .bytes(change.previousHash), Parameter(change.importedNumber),
            ])
    }

    private func append(_ links: [ChainLink], to id: ProjectID) -> Step {
        step(
            .appendEvents,
            id.parameters + [
                .intArray(links.map { Int64($0.entry.sequence) }), .textArray(links.map(\.entry.event.kind.rawValue)),
                .textArray(links.map(\.body)), .intArray(links.map { Int64($0.entry.by.raw) }),
                .textArray(links.map(\.entry.role.rawValue)), .textArray(links.map(\.entry.effectiveOn.description)),
                .textArray(links.map(\.entry.recordedAt.description)), .textArray(links.map(\.entry.lateReason)),
                .bytesArray(links.map(\.previous)), .bytesArray(links.map(\.hash)),
            ])
    }

    /// Entry by entry, and in each released before used: a correction puts one number in the place of another.
    private func invoices(_ change: Change) -> [Step] {
        let id = change.after.id.parameters
        return change.entries.flatMap { entry in
            let (released, used) = (entry.event.releasedInvoice, entry.event.invoice)
            return (released.map { [step(.releaseInvoices, id + [.textArray([$0])])] } ?? [])
                + (used.map { [step(.useInvoices, id + [.textArray([$0])])] } ?? [])
        }
    }

    /// What the money beside the fund comes to, and what an encumbrance came to in the end.
    private func money(_ change: Change) throws(StoreError) -> [Step] {
        let project = change.after
        var steps: [Step] = []
        if change.entries.contains(where: { $0.event.kind == .receiptRecorded || $0.event.kind == .spendingRecorded }) {
            steps.append(
                step(
                    .putSources,
                    project.id.parameters + [
                        .textArray(project.application.sources.map(\.kind.rawValue)),
                        .intArray(project.application.sources.map(\.promised.fen)),
                        .intArray(project.sources.map(\.received.fen)), .intArray(project.sources.map(\.spent.fen)),
                    ]))
        }
        for resolution in change.resolutions {
            steps.append(
                step(
                    .resolveEncumbrance,
                    project.id.parameters + [
                        .int(Int64(resolution.awardedAt)), .int(Int64(resolution.resolvedAt)),
                        .text(resolution.how.rawValue),
                    ]))
        }
        return steps
    }

    private func put(_ notifications: [Notification], _ project: Project) -> Step {
        step(
            .putOutbox,
            project.id.parameters + [
                .int(Int64(project.version)), .textArray(notifications.map(\.role.rawValue)),
                .intArray(notifications.map { Int64($0.place.area.raw) }),
                .intArray(notifications.map { Int64($0.place.unit.raw) }), .textArray(notifications.map(\.subject)),
            ])
    }

    /// One step for each fund, in the order of their numbers so that no two changes wait for each other.
    private func post(_ change: Change) throws(StoreError) -> [Step] {
        let entries = Dictionary(change.entries.map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
        let byFund = Dictionary(grouping: change.movements, by: \.fund).sorted { $0.key < $1.key }
        var steps: [Step] = []
        for (fund, movements) in byFund {
            var causes: [Entry] = []
            for movement in movements {
                guard let cause = entries[movement.sequence] else {
                    throw .corrupt("a movement without the entry that causes it: \(movement.sequence)")
                }
                causes.append(cause)
            }
            let accounts = movements.map(\.movement.accounts)
            steps.append(
                step(
                    .postMovements,
                    [
                        Parameter(change.after.id.town), Parameter(fund), .int(Int64(change.after.id.year)),
                        .int(Int64(change.after.id.serial)), .textArray(movements.map(\.movement.kind.rawValue)),
                        .textArray(accounts.map(\.from.rawValue)), .textArray(accounts.map(\.to.rawValue)),
                        .intArray(movements.map(\.movement.amount.fen)),
                        .intArray(movements.map { Int64($0.sequence) }),
                        .intArray(causes.map { Int64($0.by.raw) }),
                        .textArray(movements.map(\.effectiveOn.description)),
                        .textArray(causes.map(\.recordedAt.description)),
                        .intArray(movements.map { $0.reverses.map(Int64.init) }),
                    ]))
        }
        return steps
    }

    private func chained(_ change: Change) throws(StoreError) -> [ChainLink] {
        var links: [ChainLink] = []
        var previous = change.previousHash
        for entry in change.entries {
            let link = ChainLink(entry, body: try Coding.body(of: entry.event), of: change.after.id, after: previous)
            previous = link.hash
            links.append(link)
        }
        return links
    }
}

/// An entry in its stored form, with its place in the chain.
private struct ChainLink {
    let entry: Entry
    let body: String
    let previous: [UInt8]
    let hash: [UInt8]

    /// Hashes of files that the entry names, as they stand in its body.
    var files: [String] {
        body.split(separator: #""sha256":""#, omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix(64))
        }
    }

    init(_ entry: Entry, body: String, of id: ProjectID, after previous: [UInt8]) {
        self.entry = entry
        self.body = body
        self.previous = previous
        hash = EventChain.hash(
            after: previous, project: id, sequence: entry.sequence, kind: entry.event.kind.rawValue, body: body,
            person: entry.by, role: entry.role.rawValue, effectiveOn: entry.effectiveOn, recordedAt: entry.recordedAt,
            lateReason: entry.lateReason)
    }
}

extension Event {
    /// The invoice that is used from this event on.
    fileprivate var invoice: String? {
        if case .disbursed(let payment) = self { return payment.invoice }
        if case .retentionReturned(let back) = self { return back.payment.invoice }
        if case .paymentCorrected(let corrected) = self { return corrected.newInvoice }
        return nil
    }

    /// The invoice that others may use again.
    fileprivate var releasedInvoice: String? {
        if case .paymentCorrected(let corrected) = self { corrected.releasedInvoice } else { nil }
    }
}
