import Hummingbird
import UseCases
import Workflow

/// One opinion for the office, with the forms for what can be done about it.
enum OpinionPage {
    struct StepView {
        let day: String
        let iso: String
        let name: String
        let by: String
        /// Not `words`: a template that finds none looks further out, and there are the opinion's own.
        let said: String?
        let link: String?
    }

    struct StepForm {
        let title: String
        let kind: String
        let number: String
        let seen: Int
        let formToken: String
        let asksWords: Bool
        let label: String
        /// The project to begin with; nil where none is asked for.
        let project: ProjectValue?
    }

    struct ProjectValue {
        let value: String
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["done"])
        let done = try query.choice("done", of: OpinionStep.Kind.self)
        return .page(try await html(call, caller, done: done, message: nil, identity: nil))
    }

    static func take(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        let number = try OpinionRoutes.number(call)
        guard let kind = OpinionStep.Kind(rawValue: form["kind"] ?? ""), let seen = Int(form["seen"] ?? "") else {
            throw Problem(.malformedRequest)
        }
        do throws(UseCaseError) {
            _ = try await call.services.opinions.take(
                kind, number, words: (form["words"] ?? "").trimmedText,
                project: ProjectID((form["project"] ?? "").trimmedText), seen: seen, by: caller.person)
        } catch {
            guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
            let page = try await html(call, caller, done: nil, message: call.words.said(problem), identity: nil)
            return .page(page, status: problem.status)
        }
        return .seeOther("/opinions/\(number)?done=\(kind.rawValue)")
    }

    /// Shows the open name once, in the answer to the reason and nowhere else.
    static func identity(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        let number = try OpinionRoutes.number(call)
        do {
            let identity = try await call.services.opinions.identity(
                of: number, reason: form["reason"] ?? "", by: caller.person)
            return .page(try await html(call, caller, done: nil, message: nil, identity: identity))
        } catch {
            guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
            let page = try await html(call, caller, done: nil, message: call.words.said(problem), identity: nil)
            return .page(page, status: problem.status)
        }
    }

    private static func html(
        _ call: Call, _ caller: Caller, done: OpinionStep.Kind?, message: String?, identity: Identity?
    ) async throws -> String {
        let status = try await call.services.opinions.status(try OpinionRoutes.number(call), for: caller.person)
        let opinion = status.opinion
        let words = call.words
        let row = OpinionPages.Row(opinion, words)
        var content: [String: Any] = [
            "heading": words("opinion.heading.\(opinion.kind.rawValue)", ["number": "\(opinion.number)"]),
            "receipt": Receipt.grouped(opinion.receipt),
            "number": row.number, "fate": row.fate, "light": row.light, "shape": row.shape, "words": opinion.words,
            "facts": facts(opinion, row, words),
            "links": OpinionStep.links(of: opinion, status.steps).map {
                PublicPages.Choice(value: $0.description, label: $0.description, chosen: false)
            },
            "steps": status.steps.reversed().map {
                StepView(
                    day: words.day($0.at.civilDate), iso: $0.at.civilDate.description, name: words($0.kind),
                    by: $0.byName,
                    said: $0.words.nilIfEmpty, link: $0.project?.description)
            },
            "mayHandle": OpinionPages.may(.handleOpinion, call, caller),
            "mayReadIdentity": opinion.hasIdentity && OpinionPages.may(.readIdentity, call, caller),
            "forms": forms(status, FormToken.of(caller, call.services.secrets), words),
        ]
        content["done"] = done.map { words($0) }
        content["message"] = message
        content["identity"] = identity
        return call.pages.render(
            "opinion", .init(title: words(opinion.kind), caller: caller, part: .opinions), call, content)
    }

    private static func facts(
        _ opinion: UseCases.Opinion, _ row: OpinionPages.Row, _ words: Words
    ) -> [PublicCard.Fact] {
        var facts: [PublicCard.Fact] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(PublicCard.Fact(label: label, value: value)) }
        }
        add(words("public.unit"), row.unit)
        add(words("public.place"), opinion.place)
        add(words("opinion.channel"), row.channel)
        add(words("opinion.raised"), words.day(opinion.raisedOn))
        add(
            words("opinion.entered"),
            words(opinion.by == nil ? "opinion.bySelf" : "opinion.byOther", ["day": row.day]))
        add(words("opinion.who"), row.who ?? words("opinion.nobody"))
        return facts
    }

    private static func forms(_ status: OpinionStatus, _ token: String, _ words: Words) -> [StepForm] {
        let opinion = status.opinion
        let links = OpinionStep.links(of: opinion, status.steps)
        func form(_ kind: OpinionStep.Kind, _ title: String, _ label: String?, project: String? = nil) -> StepForm {
            StepForm(
                title: title, kind: kind.rawValue, number: opinion.number.description, seen: opinion.steps,
                formToken: token, asksWords: label != nil, label: label ?? "",
                project: project.map(ProjectValue.init(value:)))
        }
        var forms: [StepForm] = []
        let isRegistered = status.steps.contains { $0.kind == .registered }
        if opinion.kind == .objection, !isRegistered, let project = opinion.project {
            forms.append(form(.registered, words("opinion.register"), nil, project: project.description))
        }
        forms.append(form(.answered, words(OpinionStep.Kind.answered), words("opinion.answer")))
        forms.append(form(.declined, words(OpinionStep.Kind.declined), words("opinion.decline")))
        forms.append(form(.linked, words(OpinionStep.Kind.linked), nil, project: ""))
        if let link = links.last(where: { $0 != opinion.project }) {
            forms.append(form(.unlinked, words(OpinionStep.Kind.unlinked), nil, project: link.description))
        }
        return forms
    }
}
