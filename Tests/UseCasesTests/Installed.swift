import Logging
import Postgres
import Store
import Synchronization
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Boot

/// A clock that tests put forward.
final class MovingClock: WallClock {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) { self.instant = Mutex(instant) }

    func now() -> Instant { instant.withLock { $0 } }

    /// To ten in the morning of the day.
    func move(to day: CivilDate) {
        instant.withLock { $0 = Instant(startOf: day).adding(seconds: 36_000) }
    }
}

/// A sample town in an installation on an external database, as `liban` starts it.
struct Installed {
    let database: TestDatabase
    let installation: Installation
    let sample: SampleTown
    let clock: MovingClock

    var town: Town {
        get async throws { try #require(try await installation.store.towns().first { $0.id == sample.id }) }
    }

    /// Carries a command out on the clock's day.
    func perform(_ command: Command, on id: ProjectID, by person: Person) async throws {
        _ = try await installation.desk.perform(CommandRequest(by: person, target: .project(id), command: command)) {
            RenderedAnswer(status: 200, version: $0.summary.version, body: [])
        }
    }

    /// A project of the unit, complete and submitted on the clock's day, by its secretary unless somebody else is named.
    func submit(unit: Int = 0, title: String = "路灯更新", by person: Person? = nil) async throws -> ProjectID {
        let application = Application(
            title: title, category: "人居环境", need: "夜间看不清路", channel: "走访", place: "村口",
            quantities: [Quantity(what: "路灯", count: 20, unit: "盏")],
            budget: [BudgetLine(what: "路灯", amount: Money(fen: 9_000_000))], requested: Money(fen: 9_000_000))
        let secretary = person ?? sample.secretaries[unit]
        let answer = try await installation.desk.perform(
            CommandRequest(
                by: secretary, target: .draft(town: sample.id, unit: sample.units[unit].place.unit),
                command: .draft(application))
        ) { RenderedAnswer(status: 201, version: 1, body: Array("\($0.summary.id)".utf8)) }
        let id = try #require(ProjectID(String(decoding: answer.body, as: UTF8.self)))
        try await perform(.submit, on: id, by: secretary)
        return id
    }

    /// On from submission until the panel has it, each step on the day the clock is put to.
    func bringToAcceptance(_ id: ProjectID) async throws {
        try await perform(.admit, on: id, by: sample.clerk)
        let today = clock.now().civilDate
        try await perform(
            .verify(SiteVisit(visitedOn: today, recommended: true, opinion: "属实")), on: id, by: sample.officer)
        try await perform(.award(Award(amount: Money(fen: 9_000_000))), on: id, by: sample.director)
        let ends = try #require(try await installation.store.record(of: id)?.summary.noticeEndsOn)
        clock.move(to: ends.adding(days: 1))
        try await perform(.concludeNotice(NoticeProof(proof: "公示栏照片")), on: id, by: sample.clerk)
        try await perform(
            .recordStart(Start(contractor: "本村施工队", contractAmount: Money(fen: 9_000_000), basis: "合同")), on: id,
            by: sample.secretaries[0])
        let photo = Document(kind: .afterPhoto, name: "完工.jpg", sha256: String(repeating: "a", count: 64))
        try await perform(.requestInspection(InspectionRequest(documents: [photo])), on: id, by: sample.secretaries[0])
    }

    func accept(_ id: ProjectID) async throws {
        let acceptance = Acceptance(
            panel: sample.panel.map(\.id), quantities: [Quantity(what: "路灯", count: 20, unit: "盏")],
            satisfaction: Satisfaction(satisfied: 18, basicallySatisfied: 2, dissatisfied: 0))
        try await perform(.accept(acceptance), on: id, by: sample.panel[0])
    }

    /// Kinds on the outbox that are reminders, oldest first.
    func reminders() async throws -> [String] {
        let kinds = Reminder.Kind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ",")
        return try await database.asOwner("SELECT subject FROM liban.outbox WHERE subject IN (\(kinds)) ORDER BY id")
            .map { try $0.text(0) }
    }
}

/// Runs `body` on a sample town whose clock stands at ten in the morning of `day`.
func withInstalled(on text: String, _ body: (Installed) async throws -> Void) async throws {
    try await withDatabase { database in
        let clock = MovingClock(Instant(startOf: day(text)).adding(seconds: 36_000))
        let sample = try await SampleTown.make(in: database)
        let installation = try await Installation.start(
            Configuration(databaseURL: database.conninfo(), environment: [:]), clock: clock,
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await body(Installed(database: database, installation: installation, sample: sample, clock: clock))
            await installation.shutdown()
        } catch {
            await installation.shutdown()
            throw error
        }
    }
}
