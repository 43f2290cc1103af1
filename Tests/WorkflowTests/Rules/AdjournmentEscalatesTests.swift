import Testing
import Workflow

struct AdjournmentEscalatesTests {
    private func adjourn(_ number: Int = 1, to date: String = "2026-04-01") -> Command {
        .adjournConsultation(Adjournment(consultation: number, meetBy: day(date), reason: "供电所出差"))
    }

    private func called() throws -> Story { try Story.ready(for: .adjournConsultation, in: .inExecution) }

    @Test(arguments: [Cast.officer, Cast.clerk, Cast.director, Cast.leader])
    func theFirstTimeAnybodyWhoMayCallOneMayPutItOff(_ person: Person) throws {
        let story = try called().then(person, adjourn())
        #expect(story.project?.consultations.first?.adjournments == 1)
        #expect(story.project?.consultations.first?.meetBy == day("2026-04-01"))
    }

    @Test(arguments: [Cast.officer, Cast.clerk, Cast.director])
    func theSecondTimeOnlyTheLeader(_ person: Person) throws {
        let once = try called().then(Cast.clerk, adjourn())
        #expect(once.refusal(person, adjourn()) == .adjournmentEscalated)
        let twice = try once.then(Cast.leader, adjourn(to: "2026-04-08"))
        #expect(twice.project?.consultations.first?.adjournments == 2)
        #expect(twice.refusal(person, adjourn()) == .adjournmentEscalated)
    }

    /// Each consultation has its own count, and another town's leader is nobody here.
    @Test func countedEachForItself() throws {
        let again = try Story.ready(for: .consult, in: .inExecution)
        var story = try called().then(Cast.clerk, adjourn())
        story = try story.then(Cast.clerk, Samples.command(.consult, in: again, by: Cast.clerk))
        #expect(story.refusal(Cast.clerk, adjourn(2)) == nil)
        let elsewhere = Person(
            id: PersonID(60), town: TownID(1), name: "邻片领导",
            assignments: [
                Assignment(role: .leader, scope: .area(AreaID(2)), from: day("2018-01-01")),
                Assignment(role: .clerk, scope: .town, from: day("2018-01-01")),
            ])
        #expect(story.refusal(elsewhere, adjourn()) == .adjournmentEscalated)
    }

    @Test func notToADayThatIsOver() throws {
        let story = try called()
        #expect(
            story.refusal(Cast.clerk, adjourn(to: "2026-03-01"))
                == .dayOutOfOrder(day("2026-03-01"), notBefore: story.day))
    }
}
