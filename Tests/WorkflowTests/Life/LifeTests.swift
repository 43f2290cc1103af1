import Testing
import Workflow

/// Every state × command × role, on real projects brought to each state, against the reviewed table.
struct LifeTests {
    /// Nine roles, and somebody who holds none.
    private static let actors: [Role?] = Role.allCases.map { $0 } + [nil]

    @Test func theTableIsWhole() {
        #expect(Set(LifeTable.moves.keys) == Set(State.allCases))
        #expect(Set(LifeTable.roles.keys) == Set(Command.Kind.allCases))
    }

    @Test func everyCellIsAsReviewed() throws {
        var cells = 0
        for state in State.allCases {
            for kind in Command.Kind.allCases {
                let story = try Story.ready(for: kind, in: state)
                #expect(story.project?.state == state)
                for role in Self.actors {
                    check(story, state, kind, role)
                    cells += 1
                }
            }
        }
        #expect(cells == 15 * 46 * 12)
    }

    private func check(_ story: Story, _ state: State, _ kind: Command.Kind, _ role: Role?) {
        let person = role.map(Cast.holder) ?? Cast.nobody
        let command = Samples.command(kind, in: story, by: person)
        let cell = "\(state) × \(kind) × \(role.map(\.rawValue) ?? "nobody")"
        guard let role, LifeTable.roles[kind]?.contains(role) == true else {
            #expect(story.refusal(person, command) == .roleNotPermitted(kind), "\(cell)")
            return
        }
        guard let next = LifeTable.moves[state]?[kind] else {
            #expect(story.refusal(person, command) == .commandNotInState(kind, state), "\(cell)")
            return
        }
        do {
            let after = try story.then(person, command)
            #expect(after.project?.state == next, "\(cell)")
            #expect(after.entries.last?.role == role, "\(cell)")
            #expect(after.entries.count == story.entries.count + 1, "\(cell)")
        } catch {
            Issue.record("\(cell): \(error)")
        }
    }

    @Test(arguments: Command.Kind.allCases)
    func nothingButADraftBeginsAProject(_ kind: Command.Kind) {
        let story = Story()
        for role in Self.actors {
            let person = role.map(Cast.holder) ?? Cast.nobody
            let refusal = story.refusal(person, Samples.command(kind, in: story, by: person))
            guard let role, LifeTable.roles[kind]?.contains(role) == true else {
                #expect(refusal == .roleNotPermitted(kind))
                continue
            }
            #expect(refusal == (kind == .draft ? nil : .commandNotInState(kind, .draft)))
        }
    }

    /// A whole town council in one person: everybody who acted before is given every role and tries each command.
    @Test func dutiesStayApartInEveryCell() throws {
        var cells = 0
        for (state, row) in LifeTable.moves {
            for kind in row.keys {
                let story = try Story.ready(for: kind, in: state)
                for (done, doer) in story.doers {
                    let person = Cast.giving(doer, Role.allCases)
                    var asked = story
                    asked.people = Cast.directory(Cast.everyone + [person])
                    let refusal = asked.refusal(person, Samples.command(kind, in: asked, by: person))
                    let held = story.doers.filter { $0.value.id == doer.id }.keys
                    let apart = LifeTable.rivals[kind]?.isDisjoint(with: held) ?? true
                    let cell: Comment = "\(state) × \(kind) by who did \(done)"
                    #expect((refusal?.code == .dutiesNotSeparate) == !apart, cell)
                    #expect(apart ? refusal == nil || refusal?.code == .panelNotIndependent : true, cell)
                    cells += 1
                }
            }
        }
        #expect(cells > 400)
    }
}
