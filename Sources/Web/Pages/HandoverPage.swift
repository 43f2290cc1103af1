import Hummingbird
import UseCases
import Workflow

/// Changes of office: what is open, who has confirmed, and the forms for it.
enum HandoverPage {
    struct Sheet {
        let title: String
        let state: String
        let complete: Bool
        let on: String
        /// When and why it was taken back.
        let withdrawn: String?
        let mayWithdraw: Bool
        let number: Int32
        let formToken: String
        let sides: [Side]
        let listTitle: String
        let projects: [ProjectRow]
    }

    struct Side {
        let number: Int32
        let role: String
        let name: String
        let confirmed: String?
        /// How it was confirmed, where that was not by signing in.
        let basis: String?
        let mayConfirm: Bool
        let verb: String
        let formToken: String
    }

    struct ProjectRow {
        /// nil for a side that holds no office yet and may not open the project itself.
        let link: String?
        let state: String
        let title: String
        let number: String
        let due: String?
        let money: String
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["done"])
        let done = try query.choice("done", of: Done.self)
        return .page(try await html(call, caller, done: done.map { call.words($0.text) }, texts: [:], problem: nil))
    }

    static func propose(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        do {
            let values = try FormFieldReader.read(form, HandoverRoutes.fields)
            _ = try await call.services.handovers.propose(
                try HandoverRoutes.terms(values, caller), by: caller.person)
            return .seeOther("/handovers?done=proposed")
        } catch { return try await again(call, caller, form, error) }
    }

    static func confirm(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        do {
            _ = try await call.services.handovers.confirm(try HandoverRoutes.number(call), by: caller.person)
            return .seeOther("/handovers?done=confirmed")
        } catch { return try await again(call, caller, Form(texts: [:]), error) }
    }

    static func withdraw(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        do {
            let values = try FormFieldReader.read(form, HandoverRoutes.withdrawal)
            _ = try await call.services.handovers.withdraw(
                try HandoverRoutes.number(call), by: caller.person, reason: values.text("reason"))
            return .seeOther("/handovers?done=withdrawn")
        } catch { return try await again(call, caller, Form(texts: [:]), error) }
    }

    private enum Done: String, CaseIterable {
        case proposed, confirmed, withdrawn

        var text: String {
            switch self {
            case .proposed: "handovers.proposed"
            case .confirmed: "handovers.youConfirmed"
            case .withdrawn: "handovers.youWithdrew"
            }
        }
    }

    private static func again(
        _ call: Call, _ caller: Caller, _ form: Form, _ error: any Error
    ) async throws -> Response {
        guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
        return .page(
            try await html(call, caller, done: nil, texts: form.texts, problem: problem), status: problem.status)
    }

    private static func html(
        _ call: Call, _ caller: Caller, done: String?, texts: [String: [String]], problem: Problem?
    ) async throws -> String {
        let today = call.services.clock.now().civilDate
        let sheets = try await call.services.handovers.sheets(for: caller.person)
        let words = call.words
        let token = FormToken.of(caller, call.services.secrets)
        let maySee = caller.person.mayRead(.project, in: caller.person.town, on: today)
        var content: [String: Any] = ["sheets": sheets.map { sheet($0, caller, token, today, linked: maySee, words) }]
        if sheets.isEmpty { content["empty"] = words("handovers.none") }
        content["done"] = done
        content["message"] = problem.map { words.said($0) }
        if caller.person.may(.proposeHandover, on: today) {
            content["mayPropose"] = true
            content["isOpen"] = problem != nil
            content["fields"] = try await fields(call, caller, today, texts)
        }
        return call.pages.render(
            "handovers", .init(title: words("handovers.title"), caller: caller, part: .handovers), call, content)
    }

    private static func sheet(
        _ sheet: HandoverSheet, _ caller: Caller, _ token: String, _ today: CivilDate, linked: Bool, _ words: Words
    ) -> Sheet {
        let (handover, terms) = (sheet.handover, sheet.handover.terms)
        func side(
            _ role: String, _ verb: String, _ name: String, _ id: PersonID, _ at: Instant?, _ basis: String?
        ) -> Side {
            Side(
                number: handover.number, role: role, name: name,
                confirmed: at.map { words.time($0) },
                basis: basis.flatMap { $0 == "signed in" ? nil : $0 },
                mayConfirm: handover.isOpen && at == nil && id == caller.person.id, verb: verb, formToken: token)
        }
        let running = sheet.running.map { record in
            let summary = record.summary
            return ProjectRow(
                link: linked ? "/projects/\(summary.id)" : nil, state: words(summary.state), title: summary.title,
                number: record.labels.number, due: summary.dueOn.map { words("handovers.due", ["day": words.day($0)]) },
                money: words.money(awarded: summary.awarded, requested: summary.requested))
        }
        return Sheet(
            title: "\(sheet.unit) \(words(terms.role))",
            state: words(state(handover)), complete: handover.isComplete, on: words.day(terms.on),
            withdrawn: handover.withdrawnAt.map {
                words(
                    "handovers.withdrawnOn", ["day": words.day($0.civilDate), "why": handover.withdrawalReason ?? ""])
            },
            mayWithdraw: handover.isOpen && caller.person.may(.proposeHandover, on: today), number: handover.number,
            formToken: token,
            sides: [
                side(
                    words("handovers.from"), words("handovers.confirmFrom"), sheet.from, terms.from,
                    handover.confirmedByFrom, handover.basisOfFrom),
                side(
                    words("handovers.to"), words("handovers.confirmTo"), sheet.to, terms.to, handover.confirmedByTo,
                    handover.basisOfTo),
            ],
            listTitle: words(
                handover.isOpen
                    ? "handovers.handingOver"
                    : handover.isComplete ? "handovers.handedOver" : "handovers.wouldHandOver",
                ["count": "\(handover.projects.count)", "running": "\(running.count)"]),
            projects: running)
    }

    private static func state(_ handover: Handover) -> String {
        if handover.isWithdrawn { return "handovers.withdrawn" }
        return handover.isComplete ? "handovers.complete" : "handovers.waiting"
    }

    /// Units and people by name; only offices over units change hands here.
    private static func fields(
        _ call: Call, _ caller: Caller, _ today: CivilDate, _ texts: [String: [String]]
    ) async throws -> [FieldView] {
        let (reading, words) = (call.services.reading, call.words)
        let units = try await reading.units(of: caller.person.town, for: caller.person).map {
            Field.Choice(value: $0.place.unit.description, zh: $0.name)
        }
        let people = try await reading.people(for: caller.person).map { person in
            let roles = words.list(person.roles(on: today).map { words($0) })
            return Field.Choice(
                value: person.id.description,
                zh: words(
                    "handovers.person",
                    ["name": person.name, "roles": roles.isEmpty ? words("handovers.noOffice") : roles]))
        }
        let roles = [Role.secretary, .guidanceOfficer].map {
            Field.Choice(value: $0.rawValue, zh: $0.chinese, en: $0.english)
        }
        return HandoverRoutes.fields.map { field in
            switch field.name {
            case "unit": field.choosing(units)
            case "role": field.choosing(roles)
            case "from", "to": field.choosing(people)
            case _: field
            }
        }.map { FieldView($0, scope: "handover", texts: texts, words) }
    }
}
