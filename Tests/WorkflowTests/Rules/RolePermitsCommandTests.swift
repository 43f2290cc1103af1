import Testing
import Workflow

struct RolePermitsCommandTests {
    private func person(_ assignments: [Assignment]) -> Person {
        Person(id: PersonID(40), town: TownID(1), name: "某人", assignments: assignments)
    }

    private func drafts(_ person: Person) -> Refusal? { Story().refusal(person, .draft(Papers.application)) }

    @Test func theScopeCoversTheUnit() {
        let from = day("2018-01-01")
        for scope in [Scope.unit(UnitID(1)), .area(AreaID(1)), .town] {
            #expect(drafts(person([Assignment(role: .secretary, scope: scope, from: from)])) == nil)
        }
        for scope in [Scope.unit(UnitID(2)), .area(AreaID(2))] {
            #expect(
                drafts(person([Assignment(role: .secretary, scope: scope, from: from)])) == .roleNotPermitted(.draft))
        }
    }

    @Test func anotherTownsOfficeIsNoOffice() {
        let other = Person(
            id: PersonID(41), town: TownID(2), name: "邻镇",
            assignments: [Assignment(role: .secretary, scope: .town, from: day("2018-01-01"))])
        #expect(drafts(other) == .roleNotPermitted(.draft))
    }

    /// First and last day of an office, both inclusive; the story begins on 2026-03-02.
    @Test func onlyWhileInOffice() {
        func term(_ from: String, _ to: String?) -> Person {
            person([Assignment(role: .secretary, scope: .town, from: day(from), to: to.map { day($0) })])
        }
        #expect(drafts(term("2026-03-02", nil)) == nil)
        #expect(drafts(term("2026-03-03", nil)) == .roleNotPermitted(.draft))
        #expect(drafts(term("2018-01-01", "2026-03-02")) == nil)
        #expect(drafts(term("2018-01-01", "2026-03-01")) == .roleNotPermitted(.draft))
    }

    /// Whoever left office yesterday cannot enter something for the day before (换届).
    @Test func authorityHoldsOnTheDayAndToday() {
        let left = person([
            Assignment(role: .secretary, scope: .town, from: day("2018-01-01"), to: day("2026-03-02"))
        ])
        #expect(Story().refusal(left, .draft(Papers.application), late: 1) == .roleNotPermitted(.draft))
    }

    @Test func theFirstPermittedRoleIsTheOneActedIn() throws {
        let both = Cast.giving(Cast.clerk, [.clerk, .secretary])
        let story = try Story().then(both, .draft(Papers.application))
        #expect(story.entries.last?.role == .secretary)
        #expect(story.project?.onBehalf == false)
    }

    @Test func auditorAndAdministratorsChangeNothing() {
        for kind in Command.Kind.allCases {
            #expect(!kind.permitted.contains(.auditor))
            let administrators = kind.permitted.filter { $0.isAdministrator }
            #expect(administrators.isEmpty)
            #expect(!kind.permitted.isEmpty)
        }
    }
}
