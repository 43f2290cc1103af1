import Foundation
import Testing
import Workflow

struct EventCodingTests {
    /// One real event of every kind, made by the command it follows from.
    private func events() throws -> [Event] {
        var found: [Event.Kind: Event] = [:]
        for (state, row) in LifeTable.moves {
            for kind in row.keys {
                let role = try #require(LifeTable.roles[kind]?.sorted { $0.rawValue < $1.rawValue }.first)
                let story = try Story.ready(for: kind, in: state)
                let person = Cast.holder(of: role)
                for entry in try story.then(person, Samples.command(kind, in: story, by: person)).entries {
                    found[entry.event.kind] = entry.event
                }
            }
        }
        // The events no command asks for: one follows from a duty taken up by leave of the town.
        found[.dutyExceptionUsed] = .dutyExceptionUsed(
            DutyException(one: .pay, other: .accept, from: day("2026-01-01"), to: day("2026-12-31"), reason: "镇小人少"))
        found[.documented] = .documented(Documented(documents: [Papers.afterPhoto]))
        return Array(found.values)
    }

    @Test func everyKindRoundTrips() throws {
        let events = try events()
        #expect(Set(events.map(\.kind)) == Set(Event.Kind.allCases))
        for event in events { #expect(try EventCopy.stored(event) == event) }
    }

    @Test func aBodyOfAnotherKindIsAnErrorNotAGuess() throws {
        // Admission may carry nothing: where the month began with the submission there is no new day.
        for event in try events() where event.kind != .admitted {
            #expect(throws: DecodingError.self, "\(event.kind)") {
                try Event(kind: event.kind, from: EventCopy.Reader(bytes: Data("{}".utf8)))
            }
        }
    }

    /// Event words are the commands' verbs in the past tense, one for one, and all different; a duty exception used
    /// and documents handed in accompany commands.
    @Test func oneWordEach() {
        #expect(Event.Kind.allCases.count == Command.Kind.allCases.count + 2)
        let words = Set(Event.Kind.allCases.map(\.rawValue))
        #expect(words.isDisjoint(with: Command.Kind.allCases.map(\.rawValue)))
    }
}
