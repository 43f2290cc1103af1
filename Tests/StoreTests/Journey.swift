import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// Takes one project through events by the store alone: loads, folds, commits. No rule of the core stands in the way,
/// so that what refuses is the database.
struct Journey {
    let db: TestDatabase
    let town: SampleTown
    let id: ProjectID
    let unit: Int

    static let day = CivilDate(dayNumber: SampleTown.firstDay.dayNumber + 63)
    /// Noon in Shanghai of `day`.
    static let now = Instant(startOf: day).adding(seconds: 43_200)

    static func application(_ title: String = "修路灯", requested: Int64 = 10_000_000) -> Application {
        Application(
            title: title, category: "人居环境", need: "夜里看不见路", channel: "走访", place: "二组",
            quantities: [Quantity(what: "路灯", count: 12, unit: "盏")],
            budget: [BudgetLine(what: "灯具", amount: Money(fen: requested))],
            sources: [Source(kind: .ownContribution, promised: Money(fen: 100))], requested: Money(fen: requested),
            documents: [Document(kind: .minutes, name: "记录\"1\"/2.pdf", sha256: String(repeating: "ab", count: 32))])
    }

    /// A new project with its draft committed.
    static func begin(
        in db: TestDatabase, _ town: SampleTown, unit: Int = 0, requested: Int64 = 10_000_000,
        title: String = "修路灯", imported: String? = nil
    ) async throws -> Journey {
        let serial = try await db.store.reserveSerial(town: town.id, year: SampleTown.year)
        let id = ProjectID(town: town.id, year: SampleTown.year, serial: serial)
        let journey = Journey(db: db, town: town, id: id, unit: unit)
        let draft = Event.drafted(
            Drafted(
                place: town.units[unit].place, application: application(title, requested: requested), onBehalf: false))
        try await journey.commit([draft], by: town.secretaries[unit], .secretary, imported: imported)
        return journey
    }

    /// Commits events as one change on what is stored now.
    func commit(
        _ events: [Event], by person: Person, _ role: Role, on day: CivilDate = Journey.day, key: String? = nil,
        imported: String? = nil
    ) async throws {
        let loaded = try await db.store.load(id, key: nil)
        try await db.store.commit(try await change(events, by: person, role, on: day, loaded, key, imported))
    }

    /// A change on what `loaded` holds.
    func change(
        _ events: [Event], by person: Person, _ role: Role, on day: CivilDate = Journey.day, _ loaded: Loaded?,
        _ key: String? = nil, _ imported: String? = nil
    ) async throws -> Change {
        var base = loaded
        if base == nil {
            base = try await db.store.loadForDraft(
                town: town.id, unit: town.units[unit].place.unit, year: id.year, key: nil)
        }
        let found = try #require(base)
        var project = found.project
        var entries: [Entry] = []
        var movements: [PostedMovement] = []
        var resolutions: [Resolution] = []
        for event in events {
            let entry = Entry(
                sequence: (project?.version ?? 0) + 1, event: event, by: person.id, role: role, effectiveOn: day,
                recordedAt: Self.now, lateReason: Self.day.days(since: day) > 1 ? "补录纸质台账" : nil)
            if let resolution = entry.resolution(before: project) { resolutions.append(resolution) }
            for movement in event.movements(before: project) {
                movements.append(
                    PostedMovement(
                        fund: town.fund, movement: movement, sequence: entry.sequence, effectiveOn: day,
                        reverses: movement.isReversal ? event.reverses(in: project) : nil))
            }
            project = evolve(project, id, entry)
            entries.append(entry)
        }
        let after = try #require(project)
        let labels = Labels(
            town: found.labels.town, area: found.labels.area, unit: found.labels.unit,
            number: "\(found.labels.numberPrefix)〔\(id.year)〕\(id.serial)号", numberPrefix: found.labels.numberPrefix,
            programme: found.labels.programme, activePolicyVersion: found.labels.activePolicyVersion)
        let answer = key.map { key in
            (
                RequestKey(town: town.id, person: person.id, key: key, fingerprint: Self.fingerprint),
                StoredAnswer(
                    fingerprint: Self.fingerprint, status: 201, version: after.version, body: Array("{\"好\":1}".utf8))
            )
        }
        return Change(
            expectedVersion: found.project?.version ?? 0, after: after, labels: labels, entries: entries,
            previousHash: found.headHash, movements: movements, resolutions: resolutions,
            notifications: [Notification(role: .clerk, place: after.place, subject: "submitted")], answer: answer,
            importedNumber: imported)
    }

    static let fingerprint = [UInt8](repeating: 7, count: 32)

    /// Drafted → in approval, asking for what the draft asked for.
    func toApproval(dueIn days: Int = 30) async throws {
        try await commit([.submitted(Self.submission(dueIn: days))], by: town.secretaries[unit], .secretary)
        try await commit([.admitted(Admitted(due: nil))], by: town.clerk, .clerk)
        try await commit(
            [.verified(SiteVisit(visitedOn: Self.day, recommended: true, opinion: "属实"))], by: town.officer,
            .guidanceOfficer)
    }

    static func submission(dueIn days: Int = 30) -> Submitted {
        Submitted(policyVersion: 1, cap: Money(fen: 50_000_000), due: promise(in: days))
    }

    static func promise(in days: Int, isProvisional: Bool = false) -> Promise {
        Promise(nominal: day.adding(days: days), dueOn: day.adding(days: days), isProvisional: isProvisional)
    }

    func award(_ fen: Int64) -> Event {
        .awarded(Awarded(amount: Money(fen: fen), conditions: "", noticeEndsOn: nil))
    }

    /// The steps from an award to the end of the road, each with who takes it.
    func fromAwardToCloseOut(_ fen: Int64) -> [(event: Event, by: Person, role: Role)] {
        let satisfaction = Satisfaction(satisfied: 30, basicallySatisfied: 2, dissatisfied: 1)
        return [
            (award(fen), town.director, .director),
            (
                .startRecorded(Start(contractor: "宏达", contractAmount: Money(fen: fen), basis: "HT-1")),
                town.secretaries[unit], .secretary
            ),
            (.progressReported(ProgressReport(milestone: .started, words: "进场")), town.secretaries[unit], .secretary),
            (
                .blockerRaised(Blocker(kind: .utility, words: "电杆迁移", mustAct: .clerk)), town.secretaries[unit],
                .secretary
            ),
            (.inspectionRequested(InspectionRequest(documents: [])), town.secretaries[unit], .secretary),
            (
                .accepted(
                    Acceptance(panel: town.panel.map(\.id), quantities: [], satisfaction: satisfaction)), town.panel[0],
                .panelMember
            ),
            (
                .disbursed(
                    Payment(amount: Money(fen: fen - 1000), payee: "宏达", invoice: "FP-\(id.serial)", voucher: "1")),
                town.finance, .finance
            ),
            (.settled(Settlement(actual: Money(fen: fen - 1000))), town.finance, .finance),
            (.closedOut(CloseOut(publication: "公开栏")), town.clerk, .clerk),
        ]
    }
}
