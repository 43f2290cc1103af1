import Logging
import Postgres
import Store
import Synchronization
import TestSupport
import UseCases
import Workflow

/// Many clients on three small funds, readers that look at every balance meanwhile, and somebody who cuts connections.
final class Storm: Sendable {
    static let log = Logger(label: "storm") { _ in SwiftLogNoOpLogHandler() }
    static let appropriated = Money(fen: 1_000_000)

    /// A fund's town with its desk.
    struct Place: Sendable {
        let town: SampleTown
        let desk: Desk
        let projects = Box([ProjectID]())
    }

    struct Tally: CustomStringConvertible {
        var (acknowledged, refused, retried, reads, cut) = (0, 0, 0, 0, 0)
        var description: String {
            "\(acknowledged) acknowledged, \(refused) refused, \(retried) sent again, \(reads) balance reads, "
                + "\(cut) connections cut"
        }
    }

    final class Box<Value: Sendable>: Sendable {
        private let value: Mutex<Value>
        init(_ value: Value) { self.value = Mutex(value) }
        func with<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
            value.withLock { body(&$0) }
        }
    }

    private let database: TestDatabase
    private let places: [Place]
    private let tally = Box(Tally())
    private let found = Box([String]())
    private let keys = Box(Set<String>())
    private let seed: UInt64

    var findings: [String] { found.with { $0 } }
    var acknowledged: Set<String> { keys.with { $0 } }

    init(_ database: TestDatabase, _ pool: Pool, seed: UInt64) async throws {
        self.database = database
        self.seed = seed
        var policy = Policy.secretaryActsNow
        (policy.programme, policy.noticeWorkingDays, policy.advancePermille) = ("快办", nil, 1000)
        let store = try PostgresStore(pool: pool)
        let clock = StandingClock(instant: Instant(startOf: DeskTown.today).adding(seconds: 9 * 3600))
        var places: [Place] = []
        for name in ["甲镇", "乙镇", "丙镇"] {
            let town = try await SampleTown.make(
                in: database, name: name, appropriation: Self.appropriated, policy: policy)
            let directory = Directory(store: store, clock: clock)
            places.append(Place(town: town, desk: Desk(projects: store, directory: directory, clock: clock)))
        }
        self.places = places
        for place in places {
            for number in 0..<6 { _ = try await enter(place, number) }
        }
    }

    func rage(clients: Int, for duration: Duration) async throws -> Tally {
        let end = ContinuousClock.now.advanced(by: duration)
        await withTaskGroup(of: Void.self) { group in
            for client in 0..<clients { group.addTask { await self.client(client, until: end) } }
            group.addTask { await self.watch(until: end) }
            group.addTask { await self.cut(until: end) }
        }
        return tally.with { $0 }
    }

    private func enter(_ place: Place, _ number: Int) async throws -> ProjectID {
        let (town, day) = (place.town, DeskTown.today)
        let amount = Money(fen: 300_000)
        let application = Application(
            title: "路灯\(number)", category: "人居环境", need: "夜间看不清路", channel: "走访", place: "村口",
            quantities: [Quantity(what: "路灯", count: 20, unit: "盏")],
            budget: [BudgetLine(what: "路灯", amount: amount)], requested: amount)
        let visit = SiteVisit(visitedOn: day, recommended: true, opinion: "属实")
        let secretary = town.secretaries[0]
        let steps: [(Person, Command)] = [
            (secretary, .draft(application)), (secretary, .submit), (town.clerk, .admit),
            (town.officer, .verify(visit)),
        ]
        let past = PastProject(
            place: town.units[0].place, number: "风〔2026〕\(number)号", year: 2026,
            steps: steps.map { PastStep(by: $0.0, command: $0.1, on: day) }, lateReason: "试")
        let id = try await place.desk.enter(past, commit: true).get().id
        place.projects.with { $0.append(id) }
        return id
    }

    private func client(_ number: Int, until end: ContinuousClock.Instant) async {
        var generator = StormGenerator(seed: seed &* 1_000_003 &+ UInt64(number))
        var count = 0
        while ContinuousClock.now < end {
            count += 1
            let place = places[generator.below(places.count)]
            if generator.below(25) == 0 {
                // A project whose entering was cut off is simply not known to the clients.
                _ = try? await enter(place, 1000 + number * 100_000 + count)
                continue
            }
            let known = place.projects.with { $0 }
            guard !known.isEmpty else { continue }
            let id = known[generator.below(known.count)]
            let (person, command) = generator.step(in: place.town)
            await send(person, command, id, place, key: "c\(number)-\(count)", again: generator.below(10) == 0)
        }
    }

    /// As a phone does it: again with the same key until there is an answer, and sometimes once more.
    private func send(
        _ person: Person, _ command: Command, _ id: ProjectID, _ place: Place, key: String, again: Bool
    ) async {
        let request = CommandRequest(
            by: person, target: .project(id), command: command,
            key: RequestKey(
                town: place.town.id, person: person.id, key: key, fingerprint: [UInt8](repeating: 1, count: 32)))
        var first: RenderedAnswer?
        for _ in 0..<200 {
            do throws(UseCaseError) {
                let answer = try await place.desk.perform(request) { view in
                    RenderedAnswer(
                        status: 200, version: view.summary.version, body: Array("\(view.summary.version)".utf8))
                }
                keys.with { _ = $0.insert("\(place.town.id)/\(person.id)/\(key)") }
                if let first {
                    if first != answer { found.with { $0.append("another answer for \(key)") } }
                    return
                }
                tally.with { $0.acknowledged += 1 }
                first = answer
                if !again { return }
            } catch {
                guard case .store = error else {
                    tally.with { $0.refused += 1 }
                    if case .refused = error { return }
                    return found.with { $0.append("\(command.kind): \(error)") }
                }
                tally.with { $0.retried += 1 }
                try? await Task.sleep(for: .milliseconds(2))
            }
        }
        found.with { $0.append("no answer for \(key)") }
    }

    /// Free is never negative, entries sum to zero, and each row is the sum of its movements, at every read.
    private func watch(until end: ContinuousClock.Instant) async {
        let sql = """
            SELECT count(*) FROM liban.fund f LEFT JOIN LATERAL (
                SELECT coalesce(sum(amount_fen), 0) AS all_fen,
                    coalesce(sum(amount_fen) FILTER (WHERE account = 'free'), 0) AS free_fen,
                    coalesce(sum(amount_fen) FILTER (WHERE account = 'encumbered'), 0) AS held_fen
                FROM liban.ledger_entry e WHERE e.town = f.town AND e.year = f.year AND e.fund = f.id) s ON true
            WHERE f.free_fen < 0 OR s.all_fen <> 0 OR s.free_fen <> f.free_fen OR s.held_fen <> f.encumbered_fen
            """
        while ContinuousClock.now < end {
            do {
                let wrong = try await database.asOwner(sql)[0].int(0)
                if wrong != 0 { found.with { $0.append("\(wrong) funds are wrong at a read") } }
                tally.with { $0.reads += 1 }
            } catch { found.with { $0.append("\(error)") } }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    private func cut(until end: ContinuousClock.Instant) async {
        let sql = """
            SELECT count(pg_terminate_backend(pid)) FROM (
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND usename = 'liban_service' AND application_name = 'liban'
                ORDER BY random() LIMIT 2) victim
            """
        while ContinuousClock.now < end {
            try? await Task.sleep(for: .milliseconds(Int.random(in: 50...300)))
            if let count = try? await database.asOwner(sql)[0].int(0) { tally.with { $0.cut += Int(count) } }
        }
    }
}
