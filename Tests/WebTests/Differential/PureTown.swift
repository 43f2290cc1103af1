import TestSupport
import UseCases
import Workflow

@testable import Web

/// The town as it should be: folds, free money, invoices and numbers in plain values, changed by `decide` and `evolve`
/// alone. It knows no database, no HTTP and no use case.
struct PureTown {
    enum Expected {
        case done(ProjectID)
        case refused(Refusal)
        case stale(newest: Int)
    }

    struct Asked {
        let by: Person
        let unit: UnitRecord
        /// nil for a new project.
        let project: ProjectID?
        let command: Command
        let seen: Int?
        let effectiveOn: CivilDate?
        let lateReason: String?
        let documents: [Document]
    }

    let sample: SampleTown
    let people: [PersonID: Person]
    var calendar: WorkingCalendar
    private(set) var projects: [ProjectID: Project] = [:]
    private(set) var free: [Int32: Money]
    private var invoices: Set<String> = []
    private var serials: [Int32: Int32] = [:]

    init(sample: SampleTown, people: [Person], calendar: WorkingCalendar, appropriated: [Int32: Money]) {
        self.sample = sample
        self.people = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.calendar = calendar
        free = appropriated
    }

    mutating func perform(_ asked: Asked, at now: Instant) -> Expected {
        let before = asked.project.flatMap { projects[$0] }
        if let seen = asked.seen, let before, seen != before.version { return .stale(newest: before.version) }
        let day = asked.effectiveOn ?? now.civilDate
        let year = before.map { $0.money.fundYear ?? $0.id.year } ?? Int32(day.year)
        let context = Context(
            by: asked.by, place: before?.place ?? asked.unit.place, effectiveOn: day, recordedOn: now.civilDate,
            lateReason: asked.lateReason, calendar: calendar, fundFree: free[year],
            nextFundIsOpen: asked.command.kind == .carryForward && free[year + 1] != nil,
            people: named(in: asked.command),
            documents: asked.documents)
        let decision: Decision
        do throws(Refusal) { decision = try decide(before, asked.command, context, sample.policy) } catch {
            return .refused(error)
        }
        // The one rule that only the whole town can tell.
        for event in decision.events {
            if let reused = event.invoice, invoices.contains(reused) { return .refused(.invoiceReused(reused)) }
            if let released = event.releasedInvoice { invoices.remove(released) }
            if let invoice = event.invoice { invoices.insert(invoice) }
        }
        if before == nil { serials[year, default: 0] += 1 }
        let id = before?.id ?? ProjectID(town: sample.id, year: year, serial: serials[year] ?? 0)
        var project = before
        for event in decision.events {
            let entry = Entry(
                sequence: (project?.version ?? 0) + 1, event: event, by: asked.by.id, role: decision.role,
                effectiveOn: day, recordedAt: now, lateReason: asked.lateReason)
            for movement in event.movements(before: project) {
                draw(movement, movement.kind == .bringForward ? year + 1 : year)
            }
            project = evolve(project, id, entry)
        }
        projects[id] = project
        return .done(id)
    }

    /// The answer about a project, as the interface writes it.
    func body(of id: ProjectID, on today: CivilDate) -> [UInt8] {
        guard let project = projects[id] else { return [] }
        let (summary, policy) = (project.summary, sample.policy)
        let unit = sample.units.first { $0.place == project.place }
        return ProjectJSON.body(
            ProjectView(
                summary: summary,
                labels: Labels(
                    town: sample.name, area: unit?.area ?? "", unit: unit?.name ?? "",
                    number: "云书办〔\(id.year)〕\(id.serial)号", numberPrefix: "云书办", programme: policy.programme,
                    activePolicyVersion: policy.version),
                standing: summary.standing(on: today, policy, calendar),
                forecastOn: summary.forecast(on: today, policy, calendar)))
    }

    private func named(in command: Command) -> [PersonID: Person] {
        guard case .accept(let acceptance) = command else { return [:] }
        return people.filter { acceptance.panel.contains($0.key) }
    }

    private mutating func draw(_ movement: Movement, _ year: Int32) {
        let (from, to) = movement.accounts
        if from == .free { free[year] = free[year].map { $0 - movement.amount } }
        if to == .free { free[year] = free[year].map { $0 + movement.amount } }
    }
}

extension Event {
    fileprivate var releasedInvoice: String? {
        if case .paymentCorrected(let corrected) = self { corrected.releasedInvoice } else { nil }
    }

    /// The invoice the event uses from now on.
    fileprivate var invoice: String? {
        if case .disbursed(let payment) = self { return payment.invoice }
        if case .retentionReturned(let back) = self { return back.payment.invoice }
        if case .paymentCorrected(let corrected) = self { return corrected.newInvoice }
        return nil
    }
}
