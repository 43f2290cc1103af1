import Hummingbird
import UseCases
import Workflow

/// Pages for residents: no sign-in, no script, nothing that was not published.
enum PublicPages {
    /// The main pages of residents, each with its icon.
    enum Part: CaseIterable { case board, notices, say, receipts }

    struct Nav {
        let town: String
        let links: [Navigation.Link]
    }

    struct Choice {
        let value: String
        let label: String
        let chosen: Bool
    }

    /// The towns; where there is one, its board.
    static func towns(_ call: Call) async throws -> Response {
        let towns = try await call.services.board.towns()
        if towns.count == 1 { return .seeOther("/public/towns/\(towns[0].id)") }
        let content: [String: Any] = [
            "towns": towns.map { Choice(value: $0.id.description, label: "\($0.county) \($0.name)", chosen: false) }
        ]
        return .page(call.pages.render("public-towns", .init(title: call.words("public.title")), call, content))
    }

    static func board(_ call: Call) async throws -> Response {
        let query = try Query(call.request, allowed: ["unit", "before"])
        let board = call.services.board
        let town = try await board.town(try townID(call))
        let units = try await board.units(of: town.id)
        let unit = try PublicRoutes.unit(query)
        if let unit, !units.contains(where: { $0.place.unit == unit }) { throw Problem(.notFound) }
        let (projects, next) = try await PublicRoutes.page(
            call, PublicQuery(town: town.id, unit: unit, before: try PublicRoutes.before(query, town.id)))
        var content = frame(town, .board, call.words)
        let title = call.words("public.board", ["town": town.name])
        content["heading"] = title
        content["units"] = units.map {
            Choice(value: $0.place.unit.description, label: $0.name, chosen: $0.place.unit == unit)
        }
        content["cards"] = cards(projects, call)
        content["isEmpty"] = projects.isEmpty
        content["next"] = next.map {
            "/public/towns/\(town.id)?before=\($0)" + (unit.map { "&unit=\($0)" } ?? "")
        }
        return .page(call.pages.render("public-board", .init(title: title), call, content))
    }

    static func notices(_ call: Call) async throws -> Response {
        let query = try Query(call.request, allowed: ["before"])
        let town = try await call.services.board.town(try townID(call))
        let (projects, next) = try await PublicRoutes.page(
            call,
            PublicQuery(town: town.id, state: .onNotice, before: try PublicRoutes.before(query, town.id)))
        var content = frame(town, .notices, call.words)
        let title = call.words("public.noticesOf", ["town": town.name])
        content["heading"] = title
        content["isNotices"] = true
        content["cards"] = cards(projects, call)
        content["isEmpty"] = projects.isEmpty
        content["next"] = next.map { "/public/towns/\(town.id)/notices?before=\($0)" }
        return .page(call.pages.render("public-board", .init(title: title), call, content))
    }

    static func project(_ call: Call) async throws -> Response {
        let project = try await call.services.board.project(try call.projectID())
        let town = try await call.services.board.town(project.id.town)
        var content = frame(town, nil, call.words)
        content["project"] = PublicCard(project, today: call.services.clock.now().civilDate, call.words)
        content["heading"] = project.title
        content["programme"] = project.programme
        return .page(call.pages.render("public-project", .init(title: project.title), call, content))
    }

    static func photo(_ call: Call) async throws -> Response {
        guard let variant = FileVariant(rawValue: try call.parameter("variant")) else { throw Problem(.notFound) }
        let (file, copy) = try await call.services.board.photo(
            try call.parameter("sha"), variant, of: try call.projectID())
        return try await FileServing.response(call, file, variant, copy, isPublic: true)
    }

    /// Where the chart's QR code leads: to the working page for those who are signed in, else to the public one.
    static func fromChart(_ call: Call) async throws -> Response {
        let id = try call.projectID()
        if let caller = try await call.callerIfAny(),
            caller.person.mayRead(.project, in: id.town, on: call.services.clock.now().civilDate)
        {
            return .seeOther("/projects/\(id)")
        }
        return .seeOther("/public/projects/\(id)")
    }

    /// What residents' pages have around them.
    static func frame(_ town: Town, _ part: Part?, _ words: Words) -> [String: Any] {
        let links = Part.allCases.map { entry in
            Navigation.Link(path: entry.path(town), label: words(entry.text), icon: entry.icon, current: entry == part)
        }
        return ["public": Nav(town: town.id.description, links: links)]
    }

    private static func townID(_ call: Call) throws -> TownID {
        guard let number = Int32(try call.parameter("town")), number > 0 else { throw Problem(.notFound) }
        return TownID(number)
    }

    private static func cards(_ projects: [PublicProject], _ call: Call) -> [PublicCard] {
        let today = call.services.clock.now().civilDate
        return projects.map { PublicCard($0, today: today, call.words) }
    }
}

extension PublicPages.Part {
    fileprivate func path(_ town: Town) -> String {
        switch self {
        case .board: "/public/towns/\(town.id)"
        case .notices: "/public/towns/\(town.id)/notices"
        case .say: "/public/opinion?town=\(town.id)"
        case .receipts: "/public/receipts"
        }
    }

    fileprivate var text: String {
        switch self {
        case .board: "public.nav"
        case .notices: "public.notices"
        case .say: "public.say"
        case .receipts: "public.receipts"
        }
    }

    /// A path in a square of 24, stroked, as in `Navigation`.
    fileprivate var icon: String {
        switch self {
        case .board: "M4 5h16v14H4zM4 10h16M9 10v9"
        case .notices: "M4 10v4h3l7 4V6l-7 4zM17.5 9a4 4 0 010 6"
        case .say: "M4 5h16v11h-9l-4 4v-4H4zM8 10.5h8"
        case .receipts: "M11 5a6 6 0 100 12 6 6 0 000-12zM15.5 15.5L20 20"
        }
    }
}
