import Workflow

@testable import Boot
@testable import UseCases

/// The town of the shipped ledger without any store: rows are turned into steps and run through the core.
struct PaperTown {
    let ledger: Ledger
    let calendar: WorkingCalendar
    let policy = Policy.secretaryActsNow
    private let units: [UnitRecord]
    private let people: [Person]

    init() throws {
        ledger = try Shipped.demoLedger()
        calendar = WorkingCalendar(try Shipped.calendar())
        let demo = DemoTown.yunling(ledger)
        var areas: [String] = []
        for unit in demo.units where !areas.contains(unit.area) { areas.append(unit.area) }
        units = demo.units.enumerated().map { index, unit in
            let area = Int32((areas.firstIndex(of: unit.area) ?? 0) + 1)
            let place = Place(town: TownID(1), area: AreaID(area), unit: UnitID(Int32(index + 1)))
            return UnitRecord(place: place, name: unit.name, area: unit.area, secretary: nil, officer: nil)
        }
        let from = CivilDate(dayNumber: 19_723)
        people = DemoPeople(loginPrefix: "", passwordHash: nil, from: from)
            .people(units: units, officers: demo.officers).enumerated().map { index, made in
                Person(
                    id: PersonID(Int32(index + 1)), town: TownID(1), name: made.person.name,
                    assignments: made.person.assignments)
            }
    }

    /// The row's steps, or what keeps it out.
    func past(
        _ row: LedgerRow, today: CivilDate, assumesDays: Bool = false
    ) throws(LedgerFault) -> (PastProject, [LedgerFault]) {
        let desk = LedgerDesk(
            people: people, units: Dictionary(uniqueKeysWithValues: units.map { ($0.name, $0) }), policy: policy,
            today: today, options: LedgerImport.Options(commit: false, assumesDays: assumesDays))
        return try desk.past(of: row)
    }

    /// The project the row's steps fold to, by the core's rules alone. `free` is drawn on by awards.
    func project(_ row: LedgerRow, today: CivilDate, free: inout Money) throws -> Project {
        let past = try past(row, today: today).0
        let id = ProjectID(town: TownID(1), year: 2026, serial: 1)
        var project: Project?
        for (index, step) in past.steps.enumerated() {
            let context = Context(
                by: step.by, place: past.place, effectiveOn: step.on, recordedOn: today, lateReason: "补录",
                calendar: calendar, fundFree: free,
                people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }))
            let decision = try decide(project, step.command, context, policy)
            for event in decision.events {
                for movement in event.movements(before: project) where movement.kind == .encumber {
                    free = free - movement.amount
                }
                let entry = Entry(
                    sequence: index + 1, event: event, by: step.by.id, role: decision.role, effectiveOn: step.on,
                    recordedAt: Instant(startOf: today), lateReason: "补录")
                project = evolve(project, id, entry)
            }
        }
        guard let project else { throw LedgerFault.empty }
        return project
    }

    /// All rows, each moved to `today` first unless the days stay as recorded.
    func projects(on today: CivilDate, asRecorded: Bool = false) throws -> [Project] {
        let move = LedgerMove(from: Demo.writtenOn, today: today, calendar: calendar)
        var free = Money(fen: 400_000_000)
        return try ledger.rows.map { row in
            try project(asRecorded ? row : move(row), today: today, free: &free)
        }
    }

    func lights(_ projects: [Project], on today: CivilDate) -> [Light: Int] {
        projects.reduce(into: [:]) { $0[$1.summary.standing(on: today, policy, calendar).light, default: 0] += 1 }
    }
}

func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }
