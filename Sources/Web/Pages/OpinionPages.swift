import Hummingbird
import UseCases
import Workflow

/// The register of opinions for the office: what came in, what became of it, and what to do next.
enum OpinionPages {
    struct Row {
        let number: String
        let words: String
        let unit: String
        let channel: String
        let day: String
        let who: String?
        let fate: String
        let light: String
        let shape: String
        let isObjection: Bool

        init(_ opinion: UseCases.Opinion, _ texts: Words) {
            number = opinion.number.description
            // A list is for recognising; the rest is behind it.
            words = opinion.words.count > 60 ? opinion.words.prefix(60) + "…" : opinion.words
            unit = opinion.unitName ?? texts("people.town")
            channel = texts(opinion.channel)
            day = texts.day(opinion.receivedAt.civilDate)
            who = opinion.hasIdentity ? "\(opinion.maskedName ?? "") \(opinion.maskedPhone ?? "")".trimmedText : nil
            let light = opinion.fate.light
            (fate, self.light, shape) = (texts(opinion.fate), light.rawValue, light.shape)
            isObjection = opinion.kind == .objection
        }
    }

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["fate", "before"])
        let fate = try query.choice("fate", of: OpinionFate.self)
        let limit = 50
        let found = try await call.services.opinions.list(
            OpinionQuery(
                town: caller.person.town, before: try OpinionRoutes.before(query), fate: fate, limit: limit + 1),
            for: caller.person)
        let page = found.prefix(limit)
        var content: [String: Any] = [
            "fates": [PublicPages.Choice(value: "", label: call.words("projects.all"), chosen: fate == nil)]
                + OpinionFate.allCases.map {
                    PublicPages.Choice(value: $0.rawValue, label: call.words($0), chosen: $0 == fate)
                },
            "rows": page.map { Row($0, call.words) }, "isEmpty": page.isEmpty,
            "mayEnter": may(.enterOpinion, call, caller),
        ]
        if found.count > limit, let last = page.last {
            content["next"] = "/opinions?before=\(last.number)" + (fate.map { "&fate=\($0.rawValue)" } ?? "")
        }
        return .page(
            call.pages.render(
                "opinions", .init(title: call.words("nav.opinions"), caller: caller, part: .opinions), call, content))
    }

    static func new(_ call: Call, _ caller: Caller) async throws -> Response {
        guard may(.enterOpinion, call, caller) else { throw Problem(.writeRefused) }
        return .page(try await form(call, caller, texts: ["channel": ["visit"]], message: nil))
    }

    static func enter(_ call: Call, _ caller: Caller) async throws -> Response {
        let bytes = try await call.body()
        let form = try Form(bytes)
        try FormToken.check(form, caller, call.services.secrets)
        do {
            let values = try FormFieldReader.read(form, OpinionRoutes.fields)
            let key = try Preconditions.requestKey(form["key"] ?? "", call, caller, body: bytes)
            let opinion = try await call.services.opinions.enter(
                try OpinionRoutes.draft(values, key: key), by: caller.person)
            return .seeOther("/opinions/\(opinion.number)")
        } catch {
            guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
            return .page(
                try await self.form(call, caller, texts: form.texts, message: call.words.said(problem)),
                status: problem.status)
        }
    }

    private static func form(
        _ call: Call, _ caller: Caller, texts: [String: [String]], message: String?
    ) async throws -> String {
        let units = try await call.services.board.units(of: caller.person.town)
        let choices = units.map { Field.Choice(value: $0.place.unit.description, zh: $0.name) }
        let fields = OpinionRoutes.fields.map { $0.name == "unit" ? $0.choosing(choices) : $0 }
        var content: [String: Any] = [
            "fields": fields.map { FieldView($0, scope: "opinion", texts: texts, call.words) },
            "key": call.services.secrets.randomToken(),
        ]
        content["message"] = message
        return call.pages.render(
            "opinion-new", .init(title: call.words("opinion.newTitle"), caller: caller, part: .opinions), call, content)
    }

    static func may(_ operation: WriteOperation, _ call: Call, _ caller: Caller) -> Bool {
        caller.person.may(operation, on: call.services.clock.now().civilDate)
    }
}

extension OpinionFate {
    /// What waits stands out; what was said no to is no alarm.
    var light: Light {
        switch self {
        case .received: .yellow
        case .linked, .registered: .green
        case .answered: .blue
        case .declined: .grey
        }
    }
}
