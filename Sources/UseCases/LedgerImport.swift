public import Workflow

/// Enters a ledger's rows as projects with their true days, marked 补录: every step through the rules, every row one
/// transaction. Numbers that were imported before are left alone, so an import can be repeated.
public struct LedgerImport: Sendable {
    let desk: Desk
    let projects: any ProjectStore
    let funds: any FundStore
    let directory: Directory
    let clock: any WallClock

    public init(
        desk: Desk, projects: any ProjectStore, funds: any FundStore, directory: Directory, clock: any WallClock
    ) {
        self.desk = desk
        self.projects = projects
        self.funds = funds
        self.directory = directory
        self.clock = clock
    }

    public struct Options: Sendable {
        /// false only says what would happen.
        public var commit: Bool
        /// Take a missing day from the step before, with a note, instead of refusing the row.
        public var assumesDays: Bool
        /// The key's year for all rows; from each row's number when nil.
        public var year: Int?
        public var lateReason: String

        public init(commit: Bool, assumesDays: Bool = false, year: Int? = nil, lateReason: String = "旧台账导入") {
            self.commit = commit
            self.assumesDays = assumesDays
            self.year = year
            self.lateReason = lateReason
        }
    }

    /// Imports the rows in their order.
    ///
    /// - Parameter report: called after every row.
    /// Throws only when the store fails; what is wrong with a row is in its outcome.
    public func run(
        _ ledger: Ledger, town: Town, options: Options, report: @Sendable (LedgerOutcome) -> Void = { _ in }
    ) async throws(UseCaseError) -> [LedgerOutcome] {
        let today = clock.now().civilDate
        let people = try await directory.people(of: town.id)
        let units = try await directory.units(of: town.id, on: today)
        let policy = try await directory.policy(programme: town.programme, version: town.policyVersion)
        let known = try await imported(ledger.rows.map(\.number), town: town.id)
        let desk = LedgerDesk(
            people: people, units: Dictionary(units.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
            policy: policy, today: today, options: options)
        var purse = options.commit ? nil : LedgerPurse(try await stored { try await funds.funds(town: town.id) }, town)
        var outcomes: [LedgerOutcome] = []
        outcomes.reserveCapacity(ledger.rows.count)
        for row in ledger.rows {
            let outcome: LedgerOutcome
            if known[row.number] != nil {
                outcome = LedgerOutcome(row: row, result: .already, notes: [.alreadyThere])
            } else {
                outcome = try await enter(row, desk, &purse)
            }
            report(outcome)
            outcomes.append(outcome)
        }
        return outcomes
    }

    private func enter(
        _ row: LedgerRow, _ desk: LedgerDesk, _ purse: inout LedgerPurse?
    ) async throws(UseCaseError) -> LedgerOutcome {
        let (past, notes): (PastProject, [LedgerFault])
        do throws(LedgerFault) { (past, notes) = try desk.past(of: row) } catch {
            return LedgerOutcome(row: row, result: .refused(error), notes: [])
        }
        let entered: Result<Project, RefusedPast>
        do throws(UseCaseError) {
            entered = try await self.desk.enter(past, commit: desk.options.commit)
        } catch .store(.constraint(let rule, _)) where rule == "award_within_fund" {
            // Other work drew on the fund since the rules looked at it.
            return LedgerOutcome(row: row, result: .refused(.fundShort(needed: row.awarded, free: .zero)), notes: notes)
        }
        switch entered {
        case .success(let project):
            if let short = purse?.draw(project, row) {
                return LedgerOutcome(row: row, result: .refused(short), notes: notes)
            }
            return LedgerOutcome(row: row, result: .entered(project.id, project.state), notes: notes)
        case .failure(let refused):
            let day = past.steps.indices.contains(refused.step - 1) ? past.steps[refused.step - 1].on : desk.today
            return LedgerOutcome(
                row: row, result: .refused(.refused(refused.command, day, refused.refusal)), notes: notes)
        }
    }

    /// Keys of those numbers that are in the store already, asked in portions.
    private func imported(_ numbers: [String], town: TownID) async throws(UseCaseError) -> [String: ProjectID] {
        var known: [String: ProjectID] = [:]
        var rest = numbers[...]
        while !rest.isEmpty {
            let portion = Array(rest.prefix(1000))
            rest = rest.dropFirst(1000)
            let found = try await stored { try await projects.imported(town: town, numbers: portion) }
            known.merge(found) { first, _ in first }
        }
        return known
    }
}

/// What became, or would become, of one row.
public struct LedgerOutcome: Sendable {
    public enum Result: Hashable, Sendable {
        case entered(ProjectID, State)
        case already
        case refused(LedgerFault)
    }

    public let row: LedgerRow
    public let result: Result
    public let notes: [LedgerFault]

    /// All there is to say about the row, the error first.
    public var findings: [LedgerFinding] {
        var faults = notes
        if case .refused(let fault) = result { faults.insert(fault, at: 0) }
        return faults.map { LedgerFinding(line: row.line, number: row.number, fault: $0) }
    }
}

/// The funds of a dry run: nothing is written, so what earlier rows hold is kept account of here.
struct LedgerPurse {
    private var free: [Int32: Money]

    init(_ funds: [FundState], _ town: Town) {
        let own = funds.filter { $0.programme == town.programme }
        free = Dictionary(own.map { ($0.year, $0.balance.free) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes what the project would hold or have spent; the fault if its award is more than is left.
    mutating func draw(_ project: Project, _ row: LedgerRow) -> LedgerFault? {
        let left = free[project.id.year] ?? .zero
        guard row.awarded <= left else { return .fundShort(needed: row.awarded, free: left) }
        free[project.id.year] = left - project.money.encumbered - project.money.outstanding
        return nil
    }
}

/// What a row is turned into steps with.
struct LedgerDesk: Sendable {
    let people: [Person]
    let units: [String: UnitRecord]
    let policy: Policy
    let today: CivilDate
    let options: LedgerImport.Options

    func past(of row: LedgerRow) throws(LedgerFault) -> (PastProject, [LedgerFault]) {
        guard let unit = units[row.unit] else { throw .unitUnknown(row.unit) }
        let cast = LedgerCast(people: people, place: unit.place, today: today)
        var past = LedgerPast(row: row, cast: cast, policy: policy, assumesDays: options.assumesDays)
        try past.write()
        var notes = past.notes
        if !row.area.isEmpty, row.area != unit.area { notes.insert(.areaDiffers(row.area, of: unit.area), at: 0) }
        let project = PastProject(
            place: unit.place, number: row.number, year: Int32(options.year ?? row.year), steps: past.steps,
            lateReason: options.lateReason)
        return (project, notes)
    }
}
