import Hummingbird
import UseCases
import Workflow

/// A new application: one guided form, saved as a draft that may still be incomplete. What is missing for submitting it
/// and the photos are asked for on the project's own page, where nothing can get lost any more.
enum DraftPage {
    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        .page(try await page(call, caller, texts: [:], problem: nil))
    }

    static func save(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try Form(try await call.body())
        try FormToken.check(form, caller, call.services.secrets)
        do {
            let values = try FormFieldReader.read(form, [unitField([])] + FieldTables.application)
            let key = try Preconditions.requestKey(form["key"] ?? "", call, caller, body: form.asked)
            guard let unit = Int32(values.text("unit")) else { throw Problem(.missingField) }
            let answer = try await Commands.perform(
                call, caller, .draft(town: caller.person.town, unit: UnitID(unit)), .draft(try Application(values)),
                version: nil, key, values, status: .created)
            return .seeOther("/projects/\(ProjectJSON.id(in: answer.body) ?? "")?done=draft")
        } catch {
            guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
            return .page(try await page(call, caller, texts: form.texts, problem: problem), status: problem.status)
        }
    }

    private static func page(
        _ call: Call, _ caller: Caller, texts: [String: [String]], problem: Problem?
    ) async throws -> String {
        let words = call.words
        let units = try await ownUnits(call, caller)
        var texts = texts
        // A secretary of one village has nothing to choose.
        if texts["unit"] == nil, units.count == 1 { texts["unit"] = [units[0].place.unit.description] }
        let policy = try await call.services.reading.policy(of: caller.person.town, for: caller.person)
        let fields = [unitField(units)] + FieldTables.application(under: policy)
        func views(_ names: [String]) -> [FieldView] {
            names.compactMap { name in fields.first { $0.name == name } }.map {
                FieldView($0, scope: scope, texts: texts, wrong: words.wrong(problem), words)
            }
        }
        var content: [String: Any] = [
            "what": views(["unit", "title", "category", "need", "channel", "promisedOn"]),
            "where": views(["place", "quantities"]), "money": views(["budget", "sources", "requested"]),
            "rare": views(["raisedOn", "emergencyOn"]),
            "intro": words(
                "draft.intro",
                [
                    "month": PolicyWords.month(policy.month, words),
                    "start": PolicyWords.start(policy.clockStart, words),
                ]),
            // A form that comes back is the same request again until it is carried out.
            "key": texts["key"]?.first ?? call.services.secrets.randomToken(), "owner": caller.person.id.description,
        ]
        if let outlook = try await call.services.reading.outlook(under: policy) {
            content["outlook"] = outlook.text(words)
            content["tooShort"] = outlook.isTooShort
        }
        if let problem {
            let complaints = Complaint.of(problem.errors, scope: scope, words)
            content["complaints"] = complaints
            content["hasComplaints"] = !complaints.isEmpty
            content["alreadySaved"] = problem.code == ProblemKind.keyReused.code
            content["message"] =
                problem.code == ProblemKind.keyReused.code
                ? words("draft.alreadySaved")
                : complaints.isEmpty ? words.said(problem) : words("draft.mend", ["count": "\(complaints.count)"])
        }
        return call.pages.render(
            "draft", .init(title: words("draft.title"), caller: caller, part: .draft, scripts: ["draft.js"]), call,
            content)
    }

    private static let scope = "draft"

    private static func ownUnits(_ call: Call, _ caller: Caller) async throws -> [UnitRecord] {
        let today = call.services.clock.now().civilDate
        return try await call.services.reading.units(of: caller.person.town, for: caller.person).filter { unit in
            Command.Kind.draft.permitted.contains { caller.person.holds($0, over: unit.place, on: today) }
        }
    }

    /// In a form the unit is chosen by name. Reading needs no names: which units a person may draft for, the rules say.
    private static func unitField(_ units: [UnitRecord]) -> Field {
        let choices = units.map { Field.Choice(value: $0.place.unit.description, zh: $0.name) }
        return .must("unit", "村（社区）", "unit", units.isEmpty ? .line : .choice(choices))
    }
}

extension Form {
    /// What was asked, without what only proves who asked: the same form sent again from a new session after a cut is
    /// the same request.
    var asked: [UInt8] {
        let fields = texts.filter { $0.key != "form" }.sorted { $0.key < $1.key }
        return Array(fields.map { ([$0.key] + $0.value).joined(separator: "\u{1F}") }.joined(separator: "\u{1E}").utf8)
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
