import Testing
import Workflow

struct PanelIndependentTests {
    private func refusal(_ panel: [Person], by person: Person = Cast.panelist) throws -> Refusal? {
        try Story.inAcceptance().refusal(person, .accept(Papers.acceptance(by: panel)))
    }

    @Test func twoIndependentMembersAccept() throws {
        #expect(try refusal([Cast.panelist, Cast.secondPanelist]) == nil)
    }

    @Test func oneMemberIsTooFewAndNamedTwiceIsStillOne() throws {
        #expect(try refusal([Cast.panelist]) == .panelTooSmall(1, least: 2))
        #expect(try refusal([Cast.panelist, Cast.panelist]) == .panelTooSmall(1, least: 2))
    }

    @Test func theActingPersonSitsOnThePanel() throws {
        let third = Cast.person(30, "验收丙", .panelMember)
        var story = try Story.inAcceptance()
        story.people[third.id] = third
        #expect(
            story.refusal(third, .accept(Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])))
                == .panelNotIndependent(third.id))
    }

    @Test(arguments: [Cast.secretary, Cast.officer, Cast.director])
    func whoeverTookPartIsBarred(_ person: Person) throws {
        var story = try Story.inAcceptance()
        story.people[person.id] = Cast.giving(person, [.panelMember])
        #expect(
            story.refusal(Cast.panelist, .accept(Papers.acceptance(by: [Cast.panelist, person])))
                == .panelNotIndependent(person.id))
    }

    @Test func theContractorIsBarredByName() throws {
        var story = try Story.inAcceptance()
        let contractor = Cast.person(31, Papers.start.contractor, .panelMember)
        story.people[contractor.id] = contractor
        #expect(
            story.refusal(Cast.panelist, .accept(Papers.acceptance(by: [Cast.panelist, contractor])))
                == .panelNotIndependent(contractor.id))
    }

    @Test func strangersAndPeopleOutOfOfficeAreBarred() throws {
        let left = Person(
            id: PersonID(32), town: TownID(1), name: "离任",
            assignments: [Assignment(role: .panelMember, scope: .town, from: day("2018-01-01"), to: day("2020-01-01"))])
        var story = try Story.inAcceptance()
        story.people[left.id] = left
        for person in [left, Cast.person(33, "无名", .panelMember)] {
            #expect(
                story.refusal(Cast.panelist, .accept(Papers.acceptance(by: [Cast.panelist, person])))
                    == .panelNotIndependent(person.id))
        }
    }
}
