import Hummingbird
import UseCases
import Workflow

/// 人员与任职: who holds which office from when to when, who stands in for whom, and who may hold two duties.
enum PeoplePage {
    struct Row {
        let name: String
        let number: String
        let offices: [Office]
    }

    struct Office {
        let role: String
        let over: String
        let days: String
        /// 代赵主任; nil for an office of one's own.
        let standsInFor: String?
        let past: Bool
    }

    struct Deputy {
        let words: String
        let days: String
        let state: String
        let inForce: Bool
        let mayEnd: Bool
        let deputy: String
        let principal: String
        let role: String
        let formToken: String
    }

    struct Leave {
        let duties: String
        let days: String
        let reason: String
        let state: String
        let inForce: Bool
    }

    private enum Done: String, CaseIterable {
        case appointed, ended, allowed

        var words: String {
            switch self {
            case .appointed: "已指定代理，到期自动终止。"
            case .ended: "代理到今天为止。"
            case .allowed: "已批准一人兼两职，每次动用都记入办理记录。"
            }
        }
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["done"])
        let done = try query.choice("done", of: Done.self)
        return .page(try await html(call, caller, done: done?.words))
    }

    static func appoint(_ call: Call, _ caller: Caller) async throws -> Response {
        try await posted(call, caller, DeputyRoutes.fields, "deputy", .appointed) {
            try await DeputyRoutes.appoint($0, call, caller)
        }
    }

    static func end(_ call: Call, _ caller: Caller) async throws -> Response {
        try await posted(call, caller, DeputyRoutes.endFields, "end", .ended) {
            try await DeputyRoutes.end($0, call, caller)
        }
    }

    static func allow(_ call: Call, _ caller: Caller) async throws -> Response {
        try await posted(call, caller, DutyExceptions.fields, "exception", .allowed) {
            try await DutyExceptions.give($0, call, caller)
        }
    }

    /// Reads a form and does what it says; at a refusal the page comes again as it was filled in.
    private static func posted(
        _ call: Call, _ caller: Caller, _ fields: [Field], _ scope: String, _ done: Done,
        _ act: (Values) async throws -> Void
    ) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        do {
            try await act(try FormFieldReader.read(form, fields))
            return .seeOther("/people?done=\(done.rawValue)")
        } catch {
            guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
            let tried = (scope: scope, texts: form.texts, problem: problem)
            return .page(try await html(call, caller, done: nil, tried: tried), status: problem.status)
        }
    }

    private static func html(
        _ call: Call, _ caller: Caller, done: String?,
        tried: (scope: String, texts: [String: [String]], problem: Problem)? = nil
    ) async throws -> String {
        let today = call.services.clock.now().civilDate
        let people = try await call.services.reading.people(for: caller.person)
        let token = FormToken.of(caller, call.services.secrets)
        let mayAppoint = caller.person.may(.appointDeputy, on: today)
        let places = try await places(call, caller, today)
        var content: [String: Any] = [
            "rows": people.map { row($0, people, places, today) },
            "deputies": DeputyRoutes.lines(people).map { deputy($0, today, mayAppoint, token) },
        ]
        content["done"] = done
        content["message"] = tried?.problem.detail
        func texts(_ scope: String) -> [String: [String]] { tried?.scope == scope ? tried?.texts ?? [:] : [:] }
        if caller.person.mayRead(.dutyExceptions, in: caller.person.town, on: today) {
            content["showLeaves"] = true
            content["leaves"] = try await call.services.reading.dutyExceptions(for: caller.person).reversed()
                .map { leave($0, today) }
        }
        if mayAppoint {
            content["mayAppoint"] = true
            content["appointOpen"] = tried?.scope == "deputy"
            content["deputyFields"] = deputyFields(people, today).map {
                FieldView($0, scope: "deputy", texts: texts("deputy"))
            }
        }
        if caller.person.may(.giveDutyException, on: today) {
            content["mayAllow"] = true
            content["allowOpen"] = tried?.scope == "exception"
            content["leaveFields"] = DutyExceptions.fields.map {
                FieldView($0, scope: "exception", texts: texts("exception"))
            }
        }
        return call.pages.render("people", .init(title: "人员与任职", caller: caller, part: .people), call, content)
    }

    private static func row(
        _ person: Person, _ people: [Person], _ places: [Scope: String], _ today: CivilDate
    ) -> Row {
        let offices = person.assignments.sorted { ($1.from, $0.role.rawValue) < ($0.from, $1.role.rawValue) }
        return Row(
            name: person.name, number: person.id.description,
            offices: offices.map { office in
                Office(
                    role: office.role.chinese, over: places[office.scope] ?? "全镇",
                    days: days(office.from, office.to),
                    standsInFor: office.standsInFor.map { id in
                        "代" + (people.first { $0.id == id }?.name ?? id.description)
                    }, past: (office.to ?? today) < today)
            })
    }

    private static func days(_ from: CivilDate, _ to: CivilDate?) -> String {
        to.map { "\(from)至\($0)" } ?? "\(from)起"
    }

    /// Names of the units and areas offices are held over; whoever may not see units gets numbers.
    private static func places(
        _ call: Call, _ caller: Caller, _ today: CivilDate
    ) async throws -> [Scope: String] {
        guard caller.person.mayRead(.units, in: caller.person.town, on: today) else { return [:] }
        var names: [Scope: String] = [:]
        for unit in try await call.services.reading.units(of: caller.person.town, for: caller.person) {
            names[.unit(unit.place.unit)] = unit.name
            names[.area(unit.place.area)] = unit.area
        }
        return names
    }

    private static func deputy(
        _ line: DeputyRoutes.Line, _ today: CivilDate, _ mayEnd: Bool, _ token: String
    ) -> Deputy {
        let (office, inForce) = (line.assignment, line.assignment.holds(on: today))
        return Deputy(
            words: "\(line.deputy.name)代\(line.principal)任\(office.role.chinese)", days: days(office.from, office.to),
            state: inForce ? "代理中" : office.from > today ? "未开始" : "已结束", inForce: inForce,
            mayEnd: mayEnd && (office.to ?? today) > today, deputy: line.deputy.id.description,
            principal: office.standsInFor?.description ?? "", role: office.role.rawValue, formToken: token)
    }

    private static func leave(_ exception: DutyException, _ today: CivilDate) -> Leave {
        let inForce = exception.from <= today && today <= exception.to
        return Leave(
            duties: "\(exception.one.chinese)与\(exception.other.chinese)", days: days(exception.from, exception.to),
            reason: exception.reason, state: inForce ? "有效" : exception.from > today ? "未开始" : "已到期",
            inForce: inForce)
    }

    /// People by name, those in office first for whom somebody can stand in.
    private static func deputyFields(_ people: [Person], _ today: CivilDate) -> [Field] {
        let choices = people.map { person in
            let roles = person.roleNames(on: today)
            return Field.Choice(
                value: person.id.description, zh: person.name + (roles.isEmpty ? "（未任职）" : "（\(roles)）"))
        }
        return DeputyRoutes.fields.map { field in
            ["standsInFor", "deputy"].contains(field.name) ? field.choosing(choices) : field
        }
    }
}
