import Seeds
import UseCases
import Workflow

/// One seeded history: people act on up to three projects for some weeks, then faults stop and everything settles.
struct Simulation {
    struct Tally {
        var acknowledged = 0
        var refused = 0
        var stale = 0
        var lost = 0
        var replayed = 0
        var completed = 0
        var ended = 0

        mutating func add(_ other: Tally) {
            acknowledged += other.acknowledged
            refused += other.refused
            stale += other.stale
            lost += other.lost
            replayed += other.replayed
            completed += other.completed
            ended += other.ended
        }
    }

    private let store: SimulatedStore
    private let directory = SimulatedDirectory()
    private let clock = SimulatedClock()
    private let desk: Desk
    private var generator: SplitMix64
    private var commands: RandomCommand
    private var tally = Tally()
    private var findings: [String] = []
    private var keys = 0
    static let steps = 80

    init(seed: UInt64) {
        store = SimulatedStore(seed: seed &* 31)
        generator = SplitMix64(seed: seed)
        commands = RandomCommand(generator: SplitMix64(seed: seed &* 17))
        desk = Desk(projects: store, directory: Directory(store: directory, clock: clock), clock: clock)
    }

    consuming func run() async throws -> (findings: [String], tally: Tally) {
        store.faults = 6
        for _ in 0..<Self.steps {
            clock.instant = clock.instant.adding(seconds: Int64.random(in: 0...2, using: &generator) * 43_200)
            if generator.chance(2) { arriveTable() }
            await step()
        }
        // Liveness: with the faults gone, whatever was asked again gets a clear answer.
        store.faults = 0
        await step()
        var auditor = Auditor()
        for (id, row) in store.rows { auditor.read(id, row) }
        auditor.money(store)
        for row in store.rows.values {
            if row.versions.last?.clock.completedOn != nil { tally.completed += 1 }
            if row.versions.last?.state.isEnd == true { tally.ended += 1 }
        }
        return (findings + auditor.found, tally)
    }

    /// The State Council's table for the year becomes known: weekdays off from 6 April on, enough to be a table.
    private func arriveTable() {
        let first = SimulatedTown.firstDay.adding(days: 35)
        directory.exceptions = (0..<12).map {
            WorkingCalendar.Exception(date: first.adding(days: $0 * 7), isWorking: false, name: "节假日")
        }
    }

    private mutating func step() async {
        let ids = store.rows.keys.sorted()
        let isNew = ids.isEmpty || (ids.count < 3 && generator.chance(10))
        let id = isNew ? nil : ids.randomElement(using: &generator)
        let project = id.flatMap { store.rows[$0]?.versions.last }
        let kind = project.map { pick(for: $0) } ?? .draft
        let person = actor(for: kind, project)
        let command = commands.make(kind, project, on: clock.now().civilDate)
        let unit = SimulatedTown.units.randomElement(using: &generator) ?? SimulatedTown.units[0]
        keys += 1
        let request = CommandRequest(
            by: person, target: id.map { .project($0) } ?? .draft(town: SimulatedTown.town, unit: unit),
            command: command,
            expectedVersion: project.map { generator.chance(5) ? $0.version - 1 : $0.version },
            key: RequestKey(
                town: SimulatedTown.town, person: person.id, key: "k\(keys)", fingerprint: [UInt8(keys % 256)]))
        await send(request)
    }

    /// Mostly what makes sense now, sometimes anything at all.
    private mutating func pick(for project: Project) -> Command.Kind {
        let forward: [Command.Kind] = [
            .submit, .admit, .verify, .award, .concludeNotice, .recordStart, .requestInspection, .accept, .settle,
            .disburse, .closeOut,
        ]
        let sensible = project.state.commands.sorted { $0.rawValue < $1.rawValue }
        if generator.chance(75), let next = forward.first(where: { project.state.commands.contains($0) }) {
            if next == .recordStart, project.start != nil { return .requestInspection }
            if next == .settle, project.money.settled != nil { return generator.chance(50) ? .disburse : .closeOut }
            return next
        }
        if generator.chance(85), let kind = sensible.randomElement(using: &generator) { return kind }
        return Command.Kind.allCases.filter { $0 != .draft }.randomElement(using: &generator) ?? .comment
    }

    private mutating func actor(for kind: Command.Kind, _ project: Project?) -> Person {
        let able = SimulatedTown.people.filter { person in
            kind.permitted.contains { person.holds($0, on: clock.now().civilDate) }
        }
        let anyone = generator.chance(10) ? SimulatedTown.people : able
        return anyone.randomElement(using: &generator) ?? SimulatedTown.people[0]
    }

    /// Sends a request as a phone with a weak network does: again with the same key until there is an answer,
    /// and sometimes once more after it.
    private mutating func send(_ request: CommandRequest) async {
        let newest = Self.project(of: request).flatMap { store.rows[$0]?.versions.last?.version }
        for attempt in 0..<20 {
            do throws(UseCaseError) {
                let answer = try await desk.perform(request, render: Self.render)
                tally.acknowledged += 1
                if let seen = request.expectedVersion, seen != newest {
                    findings.append(
                        "\(request.command.kind): done on version \(seen) while the newest was \(newest ?? 0)")
                }
                if generator.chance(5) { await anotherWithItsKey(request) }
                if attempt > 0 { tally.replayed += 1 }
                if generator.chance(20) { await again(request, expecting: answer) }
                return
            } catch {
                switch error {
                case .store: tally.lost += 1
                case .stale:
                    tally.stale += 1
                    return
                case .refused:
                    tally.refused += 1
                    return
                case .notFound, .databaseRefused, .readRefused, .writeRefused, .registerRefused, .file, .opinion,
                    .keyReused, .keyInProgress, .answerNotKept, .signInWrong, .secondFactorNeeded, .passwordRefused,
                    .accountRefused, .signInLocked, .handoverRefused, .officeRefused, .fundRefused, .policyRefused:
                    findings.append("\(request.command.kind): \(error)")
                    return
                }
            }
        }
        findings.append("\(request.command.kind): no answer after 20 tries")
    }

    private mutating func again(_ request: CommandRequest, expecting first: RenderedAnswer) async {
        do throws(UseCaseError) {
            let second = try await desk.perform(request, render: Self.render)
            if second != first { findings.append("\(request.command.kind): another answer for the same key") }
        } catch {
            findings.append("\(request.command.kind): repeated key refused: \(error)")
        }
    }

    /// A key stands for one request: another one under it must not be given the first one's answer.
    private mutating func anotherWithItsKey(_ request: CommandRequest) async {
        guard let key = request.key else { return }
        let other = CommandRequest(
            by: request.by, target: request.target, command: .comment(Remark(words: "另一件事")),
            expectedVersion: request.expectedVersion,
            key: RequestKey(
                town: key.town, person: key.person, key: key.key, fingerprint: key.fingerprint.map { $0 ^ 0xFF }))
        do throws(UseCaseError) {
            _ = try await desk.perform(other, render: Self.render)
            findings.append("\(request.command.kind): one key answered two requests")
        } catch {
            switch error {
            case .keyReused, .store: break
            case .stale, .refused, .notFound, .databaseRefused, .readRefused, .writeRefused, .registerRefused, .file,
                .opinion, .keyInProgress, .answerNotKept, .signInWrong, .secondFactorNeeded, .passwordRefused,
                .accountRefused, .signInLocked, .handoverRefused, .officeRefused, .fundRefused, .policyRefused:
                findings.append("\(request.command.kind): another request under its key: \(error)")
            }
        }
    }

    private static func project(of request: CommandRequest) -> ProjectID? {
        switch request.target {
        case .project(let id): id
        case .draft: nil
        }
    }

    @Sendable private static func render(_ view: ProjectView) -> RenderedAnswer {
        RenderedAnswer(
            status: 200, version: view.summary.version,
            body: Array("\(view.summary.id) \(view.summary.state) \(view.summary.version)".utf8))
    }
}
