import Hummingbird
import UseCases
import Workflow

/// A new application: one form, saved as a draft that may still be incomplete.
enum DraftPage {
    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        .page(try await page(call, caller, texts: [:], problem: nil))
    }

    static func save(_ call: Call, _ caller: Caller) async throws -> Response {
        let bytes = try await call.body()
        let form = try Form(bytes)
        try FormToken.check(form, caller, call.services.secrets)
        do {
            let values = try FormFieldReader.read(form, [unitField([])] + FieldTables.application)
            let key = try Preconditions.requestKey(form["key"] ?? "", call, caller, body: bytes)
            guard let unit = Int32(values.text("unit")) else { throw Problem(.missingField) }
            let answer = try await Commands.perform(
                call, caller, .draft(town: caller.person.town, unit: UnitID(unit)), .draft(try Application(values)),
                version: nil, key, values, status: .created)
            return .seeOther("/projects/\(ProjectJSON.id(in: answer.body) ?? "")?done=draft")
        } catch {
            guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
            let html = try await page(call, caller, texts: form.texts, problem: problem)
            return .page(html, status: problem.status)
        }
    }

    private static func page(
        _ call: Call, _ caller: Caller, texts: [String: [String]], problem: Problem?
    ) async throws -> String {
        let words = call.words
        let today = call.services.clock.now().civilDate
        let units = try await call.services.reading.units(of: caller.person.town, for: caller.person)
            .filter { unit in
                Command.Kind.draft.permitted.contains { caller.person.holds($0, over: unit.place, on: today) }
            }
        var texts = texts
        // A secretary of one village has nothing to choose.
        if texts["unit"] == nil, units.count == 1 { texts["unit"] = [units[0].place.unit.description] }
        let policy = try await call.services.reading.policy(of: caller.person.town, for: caller.person)
        let fields = [unitField(units)] + FieldTables.application(under: policy)
        var content: [String: Any] = [
            "fields": fields.map {
                FieldView($0, scope: "draft", texts: texts, wrong: words.wrong(problem), words)
            },
            "intro": words(
                "draft.intro",
                [
                    "month": PolicyWords.month(policy.month, words),
                    "start": PolicyWords.start(policy.clockStart, words),
                ]),
            "key": call.services.secrets.randomToken(),
        ]
        if let outlook = try await call.services.reading.outlook(under: policy) {
            content["outlook"] = outlook.text(words)
            content["tooShort"] = outlook.isTooShort
        }
        if let problem { content["message"] = words.said(problem) }
        return call.pages.render(
            "draft", .init(title: words("draft.title"), caller: caller, part: .draft), call, content)
    }

    /// In a form the unit is chosen by name. Reading needs no names: which units a person may draft for, the rules say.
    private static func unitField(_ units: [UnitRecord]) -> Field {
        let choices = units.map { Field.Choice(value: $0.place.unit.description, zh: $0.name) }
        return .must("unit", "村（社区）", "unit", units.isEmpty ? .line : .choice(choices))
    }
}

extension Problem {
    /// The problem where a form should be shown again with what was written; nil for what has its own page.
    init?(ofForm error: any Error, now: Instant) {
        let problem: Problem
        switch error {
        case let error as Problem: problem = error
        case let error as UseCaseError: problem = Problem(error, now: now)
        case _: return nil
        }
        switch problem.status {
        case .forbidden, .conflict, .preconditionFailed, .unprocessableContent, .badRequest: self = problem
        case _: return nil
        }
    }
}
