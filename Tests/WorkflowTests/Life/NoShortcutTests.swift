import Testing
import Workflow

/// Every path there is: a search over all commands by people who each hold every role.
///
/// Nobody may reach 办结 (completed) without submission, verification, award and acceptance by four different persons.
struct NoShortcutTests {
    /// One node of the search: the story, and who did what on this path as the search itself saw it.
    private struct Node {
        let story: Story
        /// Who last submitted, verified, awarded; whoever accepted.
        var path: [Command.Kind: Int] = [:]
        /// Everybody whose hand is in the application.
        var authors: Set<Int> = []
    }

    private struct Key: Hashable {
        let state: State
        let path: [Command.Kind: Int]
        let authors: Set<Int>
        let isStarted: Bool
        let openObjections: Int
    }

    /// Commands that move a project or leave a mark that later rules look at.
    private static let steps: [Command.Kind] = [
        .edit, .submit, .admit, .verify, .return, .endorse, .award, .decline, .object, .resolveObjection,
        .concludeNotice, .recordStart, .suspend, .resume, .requestInspection, .accept, .demandRectification,
        .withdraw, .terminate,
    ]

    private static let duties: [Command.Kind] = [.submit, .verify, .award, .accept]

    @Test(arguments: [1, 2, 3])
    func tooFewPeopleNeverComplete(_ count: Int) throws {
        let found = try search(people: count, panel: 1)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.story.project?.state != .completed }, "\(count) persons")
    }

    @Test func onePersonNeverGetsPastReview() throws {
        let states = Set(try search(people: 1, panel: 1).compactMap(\.story.project?.state))
        #expect(states == [.draft, .submitted, .returned, .inReview, .withdrawn, .declined])
    }

    @Test func fourPeopleCompleteOnlyByFourHands() throws {
        let completed = try search(people: 4, panel: 1).filter { $0.story.project?.state == .completed }
        #expect(!completed.isEmpty)
        for node in completed {
            let hands = Self.duties.compactMap { node.path[$0] }
            #expect(hands.count == 4)
            #expect(Set(hands).count == 4, "\(node.path)")
            for duty in Self.duties.dropFirst() {
                #expect(node.path[duty].map(node.authors.contains) == false, "\(duty): \(node.path) \(node.authors)")
            }
        }
    }

    /// Breadth first over (state, who did what); persons beyond those already named are interchangeable.
    private func search(people count: Int, panel: Int) throws -> [Node] {
        let people = (0..<count).map { Cast.person(Int32(100 + $0), "全能\($0)", Role.allCases) }
        var start = Story(policy: .with { $0.panelMinimum = panel })
        start.people = Cast.directory(people)
        let first = Node(story: try start.then(people[0], .draft(Papers.application)), authors: [0])
        var seen: Set<Key> = [key(first)]
        var found = [first]
        var next = 0
        while next < found.count {
            let node = found[next]
            next += 1
            for kind in Self.steps where node.story.project?.state.commands.contains(kind) == true {
                for (index, person) in people.enumerated() {
                    guard let reached = step(node, kind, index, person), seen.insert(key(reached)).inserted else {
                        continue
                    }
                    found.append(reached)
                }
            }
        }
        return found
    }

    private func step(_ node: Node, _ kind: Command.Kind, _ index: Int, _ person: Person) -> Node? {
        var story = node.story
        if kind == .concludeNotice { story.day = (story.project?.notice?.endsOn ?? story.day).adding(days: 1) }
        for command in variants(kind, story, person) {
            guard let after = try? story.then(person, command) else { continue }
            var reached = Node(story: after, path: node.path, authors: node.authors)
            if kind == .return { reached.path = [:] }
            if Self.duties.contains(kind) || kind == .endorse { reached.path[kind] = index }
            if kind == .edit || kind == .submit { reached.authors.insert(index) }
            return reached
        }
        return nil
    }

    private func variants(_ kind: Command.Kind, _ story: Story, _ person: Person) -> [Command] {
        switch kind {
        case .accept:
            [.accept(Papers.acceptance(by: [person]))]
        case .resolveObjection:
            story.project?.objections.firstIndex { $0.ruling == nil }.map { open in
                [.resolveObjection(ObjectionRuling(objection: open + 1, upheld: true, reason: "属实"))]
            } ?? []
        case .object where (story.project?.objections.count ?? 0) > 0: []
        case _: [Samples.command(kind, in: story, by: person)]
        }
    }

    private func key(_ node: Node) -> Key {
        Key(
            state: node.story.project?.state ?? .draft, path: node.path, authors: node.authors,
            isStarted: node.story.project?.start != nil,
            openObjections: node.story.project?.objections.count { $0.ruling == nil } ?? 0)
    }
}
