import Boot
import Store
import TestSupport
import UseCases
import Workflow

/// A sample town on a real database, with the use cases over it and a clock that stands still.
struct DeskTown {
    let database: TestDatabase
    let town: SampleTown
    let directory: Directory
    let desk: Desk
    let clock: StandingClock

    static let today = CivilDate(dayNumber: 20_777)

    static func make(in database: TestDatabase, appropriation: Money = Money(fen: 300_000_000)) async throws -> Self {
        let town = try await SampleTown.make(in: database, appropriation: appropriation)
        let clock = StandingClock(instant: Instant(startOf: today).adding(seconds: 9 * 3600))
        let directory = Directory(store: database.store, clock: clock)
        let desk = Desk(projects: database.store, directory: directory, clock: clock)
        return DeskTown(database: database, town: town, directory: directory, desk: desk, clock: clock)
    }

    /// An application of so much money, complete.
    func application(_ title: String = "路灯更新", fen: Int64 = 10_000_000) -> Application {
        Application(
            title: title, category: "人居环境", need: "夜间看不清路", channel: "走访", place: "村口",
            quantities: [Quantity(what: "路灯", count: 20, unit: "盏")],
            budget: fen == 0 ? [] : [BudgetLine(what: "路灯", amount: Money(fen: fen))], requested: Money(fen: fen))
    }

    /// A project of the first unit that waits for the director's award.
    func projectInApproval(_ number: Int, fen: Int64 = 10_000_000) async throws -> ProjectID {
        let secretary = town.secretaries[0]
        let visit = SiteVisit(visitedOn: Self.today, recommended: true, opinion: "属实")
        let steps: [(Person, Command)] = [
            (secretary, .draft(application(fen: fen))), (secretary, .submit), (town.clerk, .admit),
            (town.officer, .verify(visit)),
        ]
        let past = PastProject(
            place: town.units[0].place, number: "试〔2026〕\(number)号", year: 2026,
            steps: steps.map { PastStep(by: $0.0, command: $0.1, on: Self.today) }, lateReason: "试")
        return try await desk.enter(past, commit: true).get().id
    }

    func request(
        _ by: Person, _ target: CommandRequest.Target, _ command: Command, version: Int? = nil, key: String? = nil,
        body: UInt8 = 1
    ) -> CommandRequest {
        CommandRequest(
            by: by, target: target, command: command, expectedVersion: version,
            key: key.map {
                RequestKey(
                    town: town.id, person: by.id, key: $0, fingerprint: [UInt8](repeating: body, count: 32))
            })
    }

    /// Performs and answers with the version and state, as text.
    func perform(_ request: CommandRequest) async throws(UseCaseError) -> RenderedAnswer {
        try await desk.perform(request) { view in
            RenderedAnswer(
                status: 200, version: view.summary.version, body: Array("\(view.summary.id) \(view.summary.state)".utf8)
            )
        }
    }
}

struct StandingClock: WallClock {
    let instant: Instant
    func now() -> Instant { instant }
}
