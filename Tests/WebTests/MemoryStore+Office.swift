import Synchronization
import UseCases
import Workflow

// Setting up and changes of office, as the database promises them.
extension MemoryStore {
    func addTown(_ town: NewTown) async throws(StoreError) -> TownID { Self.town }
    func addUnits(_ units: [NewUnit], town: TownID) async throws(StoreError) {}
    func addPeople(_ people: [NewPerson], town: TownID) async throws(StoreError) -> [PersonID] { [] }
    func addCalendar(_ exceptions: [WorkingCalendar.Exception]) async throws(StoreError) {}
    func appropriate(
        town: TownID, programme: String, year: Int32, amount: Money, on day: CivilDate, by person: PersonID?,
        reason: String
    ) async throws(StoreError) -> FundID { Self.fundID }

    func addDutyException(
        _ exception: DutyException, town: TownID, by person: PersonID
    ) async throws(StoreError) {
        content.withLock { $0.dutyExceptions.append(exception) }
    }

    /// Kept beside the people, whom this store does not change.
    func addDeputy(_ terms: Deputation, town: TownID, by person: PersonID) async throws(StoreError) {
        content.withLock { $0.deputies.append(terms) }
    }

    func endDeputy(
        _ deputy: PersonID, standingInFor principal: PersonID, as role: Role, lastDay: CivilDate, town: TownID,
        by person: PersonID
    ) async throws(StoreError) {
        let found = content.withLock { content in
            let before = content.deputies.count
            content.deputies.removeAll { $0.deputy == deputy && $0.principal == principal && $0.role == role }
            return before > content.deputies.count
        }
        if !found { throw .constraint(name: "deputy_in_office", message: "") }
    }

    func withdraw(
        _ number: Int32, town: TownID, by person: PersonID, at now: Instant, reason: String
    ) async throws(StoreError) {
        content.withLock { content in
            guard let index = content.handovers.firstIndex(where: { $0.number == number }) else { return }
            let old = content.handovers[index]
            content.handovers[index] = Handover(
                number: number, terms: old.terms, projects: old.projects, confirmedByFrom: old.confirmedByFrom,
                confirmedByTo: old.confirmedByTo, withdrawnAt: now, withdrawalReason: reason)
        }
    }

    func addPolicy(_ policy: Policy, by person: Person?) async throws(StoreError) {
        let isOther = content.withLock { content in
            let same = content.policies.first { $0.programme == policy.programme && $0.version == policy.version }
            if same == nil { content.policies.append(policy) }
            return same.map { $0 != policy } ?? false
        }
        if isOther { throw .constraint(name: "policy_version_fixed", message: "") }
    }

    func activate(
        programme: String, version: Int, town: TownID, by person: PersonID?
    ) async throws(StoreError) {
        content.withLock { $0.active = (programme, version) }
    }

    func propose(
        _ handover: NewHandover, by person: PersonID, at now: Instant
    ) async throws(StoreError) -> Int32 {
        content.withLock { content in
            let number = Int32(content.handovers.count + 1)
            let open = content.rows.values.filter { $0.project.summary.isRunning }.map(\.project.id).sorted()
            content.handovers.append(
                Handover(
                    number: number, terms: handover, projects: open, confirmedByFrom: nil, confirmedByTo: nil))
            return number
        }
    }

    func handover(_ number: Int32, town: TownID) async throws(StoreError) -> Handover? {
        content.withLock { $0.handovers.first { $0.number == number && $0.terms.town == town } }
    }

    func handovers(town: TownID) async throws(StoreError) -> [Handover] {
        content.withLock { $0.handovers.filter { $0.terms.town == town } }
    }

    func confirm(
        _ number: Int32, town: TownID, by person: PersonID, at now: Instant, basis: String
    ) async throws(StoreError) {
        content.withLock { content in
            guard let index = content.handovers.firstIndex(where: { $0.number == number }) else { return }
            let old = content.handovers[index]
            content.handovers[index] = Handover(
                number: number, terms: old.terms, projects: old.projects,
                confirmedByFrom: old.terms.from == person ? old.confirmedByFrom ?? now : old.confirmedByFrom,
                confirmedByTo: old.terms.to == person ? old.confirmedByTo ?? now : old.confirmedByTo)
        }
    }

    func openProjects(town: TownID, unit: UnitID) async throws(StoreError) -> [ProjectRecord] {
        content.withLock { content in
            content.rows.values.filter { $0.project.summary.isRunning && $0.project.place.unit == unit }
                .sorted { $0.project.id < $1.project.id }
                .map { ProjectRecord(summary: $0.project.summary, labels: $0.labels) }
        }
    }
}
