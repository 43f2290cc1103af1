import Testing
import Workflow

/// One person who holds every office, brought to take up a second duty.
enum DutyPairs {
    struct Pair: Hashable, Sendable, CustomTestStringConvertible {
        let first: Duty
        let second: Duty
        var testDescription: String { "\(first) then \(second)" }
    }

    /// The road in order: each duty beside each one before it.
    private static let road: [Duty] = [.apply, .verify, .endorse, .award, .accept, .pay, .close]
    static let all = road.indices.flatMap { later in
        road[..<later].map { Pair(first: $0, second: road[later]) }
    }

    static let both = Cast.person(70, "一肩挑", Role.allCases)

    /// Whoever else may take up the duty.
    static func other(_ duty: Duty) -> Person {
        switch duty {
        case .apply: Cast.secretary
        case .verify: Cast.officer
        case .endorse: Cast.leader
        case .award: Cast.director
        case .accept: Cast.panelist
        case .pay: Cast.finance
        case .close: Cast.clerk
        }
    }

    static func command(_ duty: Duty, in story: Story, by person: Person) -> Command {
        switch duty {
        case .apply: .submit
        case .verify: .verify(SiteVisit(visitedOn: story.day, recommended: true, opinion: "属实"))
        case .endorse: .endorse(Endorsement(amount: yuan(100_000)))
        case .award: .award(Award(amount: yuan(100_000)))
        case .accept: .accept(Papers.acceptance(by: [person, Cast.panelist, Cast.secondPanelist]))
        case .pay: .disburse(Papers.payment(yuan(100_000)))
        case .close: .closeOut(CloseOut(publication: "村务公开栏"))
        }
    }

    /// A project about to meet `second`, on which the one person took up `first` and nothing else.
    static func story(before second: Duty, with first: Duty) throws -> Story {
        func hand(_ duty: Duty) -> Person { duty == first ? both : other(duty) }
        var story = Story()
        story.people[both.id] = both
        story = try story.then(Cast.secretary, .draft(Papers.application))
        for duty in road {
            if duty == second { return story }
            story = try story.then(hand(duty), command(duty, in: story, by: hand(duty)))
            story = try follow(story, duty)
        }
        return story
    }

    /// What lies between this duty and the next one, done by people without a duty of their own.
    private static func follow(_ story: Story, _ duty: Duty) throws -> Story {
        switch duty {
        case .apply: try story.then(Cast.clerk, .admit)
        case .award:
            try story.on((story.project?.notice?.endsOn ?? story.day).adding(days: 1))
                .then(Cast.clerk, .concludeNotice(NoticeProof(proof: "照片")))
                .then(Cast.secretary, .recordStart(Papers.start)).inspected()
        case .pay: try story.settled(yuan(100_000))
        case .verify, .endorse, .accept, .close: story
        }
    }
}
