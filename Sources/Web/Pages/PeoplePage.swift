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

        var text: String { "people.\(rawValue)" }
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["done"])
        let done = try query.choice("done", of: Done.self)
        return .page(try await html(call, caller, done: done.map { call.words($0.text) }))
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
        let (token, words) = (FormToken.of(caller, call.services.secrets), call.words)
        let mayAppoint = caller.person.may(.appointDeputy, on: today)
        let places = try await places(call, caller, today)
        var content: [String: Any] = [
            "rows": people.map { row($0, people, places, today, words) },
            "deputies": DeputyRoutes.lines(people).map { deputy($0, today, mayAppoint, token, words) },
        ]
        content["done"] = done
        content["message"] = tried.map { words.said($0.problem) }
        func texts(_ scope: String) -> [String: [String]] { tried?.scope == scope ? tried?.texts ?? [:] : [:] }
        if caller.person.mayRead(.dutyExceptions, in: caller.person.town, on: today) {
            content["showLeaves"] = true
            content["leaves"] = try await call.services.reading.dutyExceptions(for: caller.person).reversed()
                .map { leave($0, today, words) }
        }
        if mayAppoint {
            content["mayAppoint"] = true
            content["appointOpen"] = tried?.scope == "deputy"
            content["deputyFields"] = deputyFields(people, today, words).map {
                FieldView($0, scope: "deputy", texts: texts("deputy"), words)
            }
        }
        if caller.person.may(.giveDutyException, on: today) {
            content["mayAllow"] = true
            content["allowOpen"] = tried?.scope == "exception"
            content["leaveFields"] = DutyExceptions.fields.map {
                FieldView($0, scope: "exception", texts: texts("exception"), words)
            }
        }
        return call.pages.render(
            "people", .init(title: words("people.title"), caller: caller, part: .people), call, content)
    }

    private static func row(
        _ person: Person, _ people: [Person], _ places: [Scope: String], _ today: CivilDate, _ words: Words
    ) -> Row {
        let offices = person.assignments.sorted { ($1.from, $0.role.rawValue) < ($0.from, $1.role.rawValue) }
        return Row(
            name: person.name, number: words("people.number", ["number": person.id.description]),
            offices: offices.map { office in
                Office(
                    role: words(office.role), over: places[office.scope] ?? words("people.town"),
                    days: days(office.from, office.to, words),
                    standsInFor: office.standsInFor.map { id in
                        words("people.for", ["name": people.first { $0.id == id }?.name ?? id.description])
                    }, past: (office.to ?? today) < today)
            })
    }

    private static func days(_ from: CivilDate, _ to: CivilDate?, _ words: Words) -> String {
        guard let to else { return words("people.from", ["from": words.day(from)]) }
        return words("people.fromTo", ["from": words.day(from), "to": words.day(to)])
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
        _ line: DeputyRoutes.Line, _ today: CivilDate, _ mayEnd: Bool, _ token: String, _ words: Words
    ) -> Deputy {
        let (office, inForce) = (line.assignment, line.assignment.holds(on: today))
        return Deputy(
            words: words(
                "people.standsIn",
                ["deputy": line.deputy.name, "principal": line.principal, "role": words(office.role)]),
            days: days(office.from, office.to, words),
            state: words(inForce ? "people.standing" : office.from > today ? "people.later" : "people.over"),
            inForce: inForce,
            mayEnd: mayEnd && (office.to ?? today) > today, deputy: line.deputy.id.description,
            principal: office.standsInFor?.description ?? "", role: office.role.rawValue, formToken: token)
    }

    private static func leave(_ exception: DutyException, _ today: CivilDate, _ words: Words) -> Leave {
        func duty(_ duty: Duty) -> String { words.pick(duty.chinese, duty.rawValue) }
        let inForce = exception.from <= today && today <= exception.to
        return Leave(
            duties: words("people.duties", ["one": duty(exception.one), "other": duty(exception.other)]),
            days: days(exception.from, exception.to, words), reason: exception.reason,
            state: words(inForce ? "people.valid" : exception.from > today ? "people.later" : "people.expired"),
            inForce: inForce)
    }

    /// People by name, those in office first for whom somebody can stand in.
    private static func deputyFields(_ people: [Person], _ today: CivilDate, _ words: Words) -> [Field] {
        let choices = people.map { person in
            let roles = words.list(person.roles(on: today).map { words($0) })
            return Field.Choice(
                value: person.id.description,
                zh: words(
                    "handovers.person",
                    ["name": person.name, "roles": roles.isEmpty ? words("handovers.noOffice") : roles]))
        }
        return DeputyRoutes.fields.map { field in
            ["standsInFor", "deputy"].contains(field.name) ? field.choosing(choices) : field
        }
    }
}
