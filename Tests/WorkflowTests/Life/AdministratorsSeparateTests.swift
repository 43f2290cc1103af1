import Testing
import Workflow

/// The three administrators exclude each other and every other office, day by day.
struct AdministratorsSeparateTests {
    private func office(_ role: Role, _ from: String, _ to: String? = nil) -> Assignment {
        Assignment(role: role, scope: .town, from: day(from), to: to.map { day($0) })
    }

    @Test(arguments: Role.allCases, Role.allCases) func onlyOfficesOfProjectsGoTogether(_ one: Role, _ other: Role) {
        let held = office(one, "2026-01-01")
        let conflict = AdministratorsSeparate.conflict(office(other, "2026-03-01"), with: [held])
        let mayMeet = !one.isAdministrator && !other.isAdministrator
        #expect(conflict == (mayMeet ? nil : held))
    }

    @Test func oneAfterTheOtherIsNoConflict() {
        let held = office(.clerk, "2026-01-01", "2026-06-30")
        #expect(AdministratorsSeparate.conflict(office(.auditAdmin, "2026-07-01"), with: [held]) == nil)
        #expect(AdministratorsSeparate.conflict(office(.auditAdmin, "2026-06-30"), with: [held]) == held)
        #expect(AdministratorsSeparate.conflict(office(.auditAdmin, "2025-01-01", "2025-12-31"), with: [held]) == nil)
        #expect(AdministratorsSeparate.conflict(office(.auditAdmin, "2025-01-01"), with: [held]) == held)
    }

    @Test func theyAreThree() {
        #expect(Role.allCases.filter { $0.isAdministrator } == [.admin, .securityAdmin, .auditAdmin])
    }
}
