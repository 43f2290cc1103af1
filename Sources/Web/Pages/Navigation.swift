import UseCases
import Workflow

/// The pages one can go to from everywhere, by what a person may do. The first one is that person's home.
enum Navigation {
    /// Which page is shown; a new page adds its case here and its line below.
    enum Part: String, CaseIterable {
        case home, queue, overview, projects, draft, chart, funds, policy, opinions, people, handovers
        case accounts, audit, account
    }

    struct Entry: Sendable {
        let part: Part
        let path: String
        /// Drawn beside the word: a path in a square of 24, stroked.
        let icon: String
        let isFor: @Sendable (Person, CivilDate) -> Bool

        /// The name of the page's text: `nav.chart`.
        var text: String { "nav.\(part.rawValue)" }
    }

    /// At the head of a desk and the foot of a phone. Five fit on a phone; nobody's role sees more.
    static let main: [Entry] = [
        Entry(part: .home, path: "/", icon: "M4 11l8-7 8 7v9h-5v-6H9v6H4z") {
            works(in: [.secretary, .guidanceOfficer], $0, $1)
        },
        Entry(part: .queue, path: "/queue", icon: "M5 5h14v14H5zM8.5 12l2.5 2.5 4.5-5") {
            works(in: [.clerk, .director, .leader, .finance, .panelMember], $0, $1)
        },
        Entry(part: .overview, path: "/overview", icon: "M5 19V11M12 19V5M19 19v-6") {
            works(in: [.clerk, .director, .leader, .auditor], $0, $1)
        },
        Entry(part: .projects, path: "/projects", icon: "M5 6h14M5 12h14M5 18h9") { reads(.projectList, $0, $1) },
        Entry(part: .draft, path: "/projects/new", icon: "M12 5v14M5 12h14") { person, day in
            Command.Kind.draft.permitted.contains { person.holds($0, on: day) }
        },
        Entry(part: .chart, path: "/chart", icon: "M4 5h16v14H4zM4 10h16M10 10v9") { reads(.chart, $0, $1) },
    ]

    /// At the foot of every page: what is looked up now and then.
    static let more: [Entry] = [
        Entry(part: .funds, path: "/funds", icon: "") { reads(.statements, $0, $1) },
        Entry(part: .policy, path: "/policy", icon: "") { reads(.programmes, $0, $1) },
        Entry(part: .opinions, path: "/opinions", icon: "") { reads(.opinions, $0, $1) },
        Entry(part: .people, path: "/people", icon: "") { reads(.people, $0, $1) },
        Entry(part: .handovers, path: "/handovers", icon: "") { _, _ in true },
        Entry(part: .accounts, path: "/accounts", icon: "") { reads(.accounts, $0, $1) },
        Entry(part: .audit, path: "/audit", icon: "") { reads(.audit, $0, $1) },
        Entry(part: .account, path: "/account", icon: "") { _, _ in true },
    ]

    /// Where `/` leads this person.
    static func home(of person: Person, on day: CivilDate) -> Entry {
        (main + more).first { $0.isFor(person, day) } ?? more[more.count - 1]
    }

    /// One entry as the template draws it.
    struct Link {
        let path: String
        let label: String
        let icon: String
        let current: Bool
    }

    static func links(_ entries: [Entry], _ person: Person, _ day: CivilDate, _ part: Part?, _ words: Words) -> [Link] {
        entries.filter { $0.isFor(person, day) }.map {
            Link(path: $0.path, label: words($0.text), icon: $0.icon, current: $0.part == part)
        }
    }

    private static func reads(_ operation: ReadOperation, _ person: Person, _ day: CivilDate) -> Bool {
        person.mayRead(operation, in: person.town, on: day)
    }

    private static func works(in roles: [Role], _ person: Person, _ day: CivilDate) -> Bool {
        roles.contains { person.holds($0, on: day) }
    }
}
