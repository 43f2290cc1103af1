import Boot
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Seeds
import Store
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Web

/// One history: the same commands to the pure town and, over HTTP, to the service with PostgreSQL behind it.
/// One task at a time uses it.
final class Differential: @unchecked Sendable {
    struct Tally: CustomStringConvertible {
        var done = 0
        var kinds: Set<Command.Kind> = []
        /// How often for each reason.
        var refused: [Refusal.Code: Int] = [:]
        var refusals: Int { refused.values.reduce(0, +) }
        var stale = 0
        var replayed = 0
        var completed = 0

        var description: String {
            "\(done) done (\(kinds.count) kinds), \(refusals) refused (\(refused.count) reasons), \(stale) stale, \(replayed) repeated, "
                + "\(completed) completed"
        }
    }

    let seed: UInt64
    let steps: Int
    private(set) var findings: [String] = []
    private(set) var tally = Tally()

    init(seed: UInt64, steps: Int) {
        self.seed = seed
        self.steps = steps
    }

    /// A small fund, a low ladder and a short notice, so that histories reach their ends and the last money is fought
    /// over; one step asks for a document and a field of its own.
    static let policy: Policy = {
        var policy = Policy.secretaryActsNow
        policy.noticeWorkingDays = 1
        policy.ladder = [
            LadderStep(upTo: Money(fen: 5_000), leaderEndorses: false),
            LadderStep(upTo: Money(fen: 10_000), leaderEndorses: true),
        ]
        policy.cap = Money(fen: 10_000)
        policy.documents[.recordStart] = Requirement(documents: [.contract], fields: [.contractor])
        return policy
    }()
    /// By year; what is held in one can go over to the next.
    static let appropriated = [SampleTown.year: Money(fen: 60_000), SampleTown.year + 1: Money(fen: 30_000)]

    func run() async throws {
        try await withDatabase { database in
            let secrets = try SodiumSecrets(cost: .test)
            let hash = try #require(await secrets.hashPassword(World.password))
            let sample = try await SampleTown.make(
                in: database, appropriation: try #require(Self.appropriated[SampleTown.year]), passwordHash: hash,
                policy: Self.policy)
            _ = try await database.store.appropriate(
                town: sample.id, programme: Self.policy.programme, year: SampleTown.year + 1,
                amount: try #require(Self.appropriated[SampleTown.year + 1]), on: SampleTown.firstDay, by: nil,
                reason: "下年指标下达")
            // Somebody with many offices, so that duties have to be kept apart.
            let roles: [Role] = [.guidanceOfficer, .clerk, .director, .finance, .panelMember]
            _ = try await database.store.addPeople(
                [
                    NewPerson(
                        name: "多面手", login: "many", passwordHash: hash,
                        assignments: roles.map { Assignment(role: $0, scope: .town, from: SampleTown.firstDay) })
                ], town: sample.id)
            let clock = SteppingClock()
            let installation = try await Installation.start(
                Configuration(
                    databaseURL: database.conninfo(),
                    // No passwords that end: histories run on for months.
                    environment: ["LIBAN_PASSWORD_PROFILE": "asvs", "LIBAN_SECOND_FACTOR": "offered"]), clock: clock,
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            do {
                try await self.play(installation, sample, clock)
                let report = try await Verifier(store: installation.store).verify()
                if let difference = report.firstDifference { findings.append("verify: \(difference)") }
                await installation.shutdown()
            } catch {
                await installation.shutdown()
                throw error
            }
        }
    }

    private func play(
        _ installation: Installation, _ sample: SampleTown, _ clock: SteppingClock
    ) async throws {
        let scratch = Scratch()
        let router = try buildRouter(
            WebServices(differential: installation, scratch),
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await Application(router: router).test(.router) { client in
            let people = try await installation.store.people(town: sample.id)
            var signedIn = SignedIn(client: client, logins: zip(people, Self.logins))
            var town = PureTown(
                sample: sample, people: people, calendar: WorkingCalendar(try await installation.store.calendar()),
                appropriated: Self.appropriated)
            var run = Run(
                random: SplitMix64(seed: self.seed),
                steps: RandomSteps(random: SplitMix64(seed: ~self.seed), panel: sample.panel.map(\.id)))
            for step in 0..<self.steps {
                if run.random.chance(25) {
                    clock.advance(days: run.random.chance(80) ? 1 : 3)
                    // A session lasts a working day.
                    signedIn.forget()
                }
                if step == self.steps / 2 {
                    try await Self.arriveTable(installation, &town, clock)
                    signedIn.forget()
                }
                try await self.step(&run, &town, &signedIn, clock)
            }
            signedIn.forget()
            try await self.compareEnds(town, try await signedIn.actor(sample.auditor.id), clock)
        }
    }

    /// In the order in which the sample town adds its people.
    private static let logins =
        (1...4).map { "secretary\($0)" }
        + ["officer", "clerk", "director", "leader", "finance", "panel1", "panel2", "auditor", "admin", "many"]

    /// The table of the next year arrives: what was provisional can be computed again.
    private static func arriveTable(
        _ installation: Installation, _ town: inout PureTown, _ clock: SteppingClock
    ) async throws {
        let first = CivilDate(year: 2027, month: 1, day: 1) ?? SampleTown.firstDay
        try await installation.store.addCalendar(
            (0..<12).map {
                WorkingCalendar.Exception(date: first.adding(days: $0 * 3), isWorking: false, name: "节假日")
            })
        // The service looks at the table again within a minute.
        clock.advance(days: 1)
        town.calendar = WorkingCalendar(try await installation.store.calendar())
    }

    private struct Run {
        var random: SplitMix64
        var steps: RandomSteps
        var keys = 0
    }

    private func step(
        _ run: inout Run, _ town: inout PureTown, _ signedIn: inout SignedIn, _ clock: SteppingClock
    ) async throws {
        let today = clock.now().civilDate
        let ids = town.projects.keys.sorted()
        let id = ids.isEmpty || (ids.count < 7 && run.random.chance(12)) ? nil : run.random.pick(ids)
        let project = id.flatMap { town.projects[$0] }
        let kind = project.map { run.steps.kind(for: $0) } ?? .draft
        let unit = run.random.pick(town.sample.units)
        let place = project?.place ?? unit.place
        let everybody = town.people.values.sorted { $0.id < $1.id }
        // Who may do everything has mostly done something else before.
        let manyHanded = run.random.chance(30)
        let able = everybody.filter { person in
            (manyHanded || person.assignments.count == 1)
                && kind.permitted.contains { person.holds($0, over: place, on: today) }
        }
        let person = run.random.pick(run.random.chance(8) || able.isEmpty ? everybody : able)
        let late = run.random.chance(12) ? Int.random(in: 0...4, using: &run.random) : nil
        let asked = PureTown.Asked(
            by: person, unit: unit, project: id,
            command: run.steps.command(kind, project, on: today),
            seen: project.map { run.random.chance(4) && $0.version > 1 ? $0.version - 1 : $0.version },
            effectiveOn: late.map { today.adding(days: -$0) }, lateReason: run.random.chance(60) ? "补录" : nil,
            documents: run.random.chance(40) ? [Document(kind: .contract, name: "合同")] : [])
        let expected = town.perform(asked, at: clock.now())
        run.keys += 1
        let actor = try await signedIn.actor(person.id)
        let answer = try await Self.send(asked, by: actor, key: "k\(run.keys)")
        compare(answer, with: expected, of: asked, town, today)
        // A phone that lost its answer asks again with the same key.
        if case .done = expected, run.random.chance(15) {
            let again = try await Self.send(asked, by: actor, key: "k\(run.keys)")
            if again.bytes != answer.bytes || again.status != answer.status {
                findings.append("\(kind): another answer to the same key")
            }
            tally.replayed += 1
        }
    }

    private static func send(
        _ asked: PureTown.Asked, by actor: Client.Person, key: String
    ) async throws -> Answer {
        var body = try CommandBody.of(asked.command)
        if let day = asked.effectiveOn { body["effectiveOn"] = day.description }
        if let reason = asked.lateReason { body["lateReason"] = reason }
        if !asked.documents.isEmpty {
            body["attachments"] = asked.documents.map { ["kind": $0.kind.rawValue, "name": $0.name] }
        }
        guard let id = asked.project else {
            body["unit"] = Int(asked.unit.place.unit.raw)
            return try await actor.post("/api/v1/projects", CommandBody.text(body), key: key)
        }
        return try await actor.post(
            "/api/v1/projects/\(id)/commands/\(asked.command.kind.rawValue)", CommandBody.text(body),
            version: asked.seen, key: key)
    }

    private func compare(
        _ answer: Answer, with expected: PureTown.Expected, of asked: PureTown.Asked, _ town: PureTown,
        _ today: CivilDate
    ) {
        let what = "\(asked.command) by \(asked.by.name) on \(asked.project.map { "\($0)" } ?? "nothing")"
        switch expected {
        case .done(let id):
            tally.done += 1
            tally.kinds.insert(asked.command.kind)
            if town.projects[id]?.state == .completed { tally.completed += 1 }
            if answer.status >= 300 || answer.bytes != town.body(of: id, on: today) {
                findings.append(
                    "\(what)\n  model \(String(decoding: town.body(of: id, on: today), as: UTF8.self))\n  http \(answer.status) \(answer.text)"
                )
            }
        case .refused(let refusal):
            tally.refused[refusal.code, default: 0] += 1
            if answer.code != refusal.code.rawValue || answer.json["detail"] as? String != refusal.chinese {
                findings.append("\(what)\n  model \(refusal)\n  http \(answer.status) \(answer.text)")
            }
        case .stale(let newest):
            tally.stale += 1
            if answer.status != 412 { findings.append("\(what): stale on \(newest), http \(answer.status)") }
        }
    }

    /// Every project read again, the length of its log, and the money left.
    private func compareEnds(
        _ town: PureTown, _ reader: Client.Person, _ clock: SteppingClock
    ) async throws {
        let today = clock.now().civilDate
        for (id, project) in town.projects.sorted(by: { $0.key < $1.key }) {
            let read = try await reader.get("/api/v1/projects/\(id)")
            if read.bytes != town.body(of: id, on: today) { findings.append("\(id) ends differently: \(read.text)") }
            let log = try await reader.get("/api/v1/projects/\(id)/events?limit=500")
            let count = (log.json["items"] as? [Any])?.count
            if count != project.version { findings.append("\(id): \(count ?? -1) entries, not \(project.version)") }
        }
        let funds = try await reader.get("/api/v1/funds").json["items"] as? [[String: Any]] ?? []
        for (year, money) in town.free {
            let free = funds.first { ($0["year"] as? Int) == Int(year) }?["freeFen"] as? Int
            if free.map(Int64.init) != money.fen { findings.append("free \(free ?? -1) in \(year), not \(money.fen)") }
        }
    }
}

extension WebServices {
    /// As the program wires it, without the drawings; files lie in a folder of their own.
    fileprivate init(differential installation: Installation, _ scratch: Scratch) {
        let (store, directory, clock) = (installation.store, installation.directory, installation.clock)
        let board = PublicBoard(store: store, directory: directory, vault: scratch.vault, clock: clock)
        self.init(
            desk: installation.desk, reading: installation.reading, programmes: installation.programmes,
            handovers: installation.handovers, offices: installation.offices,
            files: Files(
                store: store, projects: store, vault: scratch.vault, directory: directory, audit: installation.audit,
                secrets: installation.secrets, clock: clock),
            board: board,
            opinions: Opinions(
                store: store, board: board, directory: directory, projects: store, desk: installation.desk,
                sealer: scratch.key, audit: installation.audit, secrets: installation.secrets, clock: clock),
            statements: StatementReading(statements: installation.statements, clock: clock),
            warnings: Warnings(store: store, projects: store, directory: directory, clock: clock),
            accounts: installation.accounts, changes: installation.changes, help: installation.help,
            registers: installation.registers, requestKeys: RequestKeys(store: installation.store),
            audit: installation.audit, ownAccount: installation.ownAccount,
            accountAdministration: installation.accountAdministration, provider: nil, drawCode: { _ in nil },
            secrets: installation.secrets, clock: clock,
            chartOffice: ChartOffice(reading: installation.reading, editions: installation.editions),
            drawChart: { _, _ in DrawnChart(bytes: [], contentType: "image/svg+xml") }, readTable: { _ in nil },
            readiness: { Readiness(checks: []) }, settings: Self.withoutRates)
    }

    /// One client sends thousands of requests.
    private static var withoutRates: WebSettings {
        var settings = WebSettings()
        settings.rates = nil
        return settings
    }
}
