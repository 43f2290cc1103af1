import Hummingbird
import UseCases
import Workflow

/// One opinion for the office, with the forms for what can be done about it.
enum OpinionPage {
    struct StepView {
        let day: String
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
            let page = try await html(call, caller, done: nil, message: problem.detail, identity: nil)
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
            let page = try await html(call, caller, done: nil, message: problem.detail, identity: nil)
            return .page(page, status: problem.status)
        }
    }

    private static func html(
        _ call: Call, _ caller: Caller, done: OpinionStep.Kind?, message: String?, identity: Identity?
    ) async throws -> String {
        let status = try await call.services.opinions.status(try OpinionRoutes.number(call), for: caller.person)
        let opinion = status.opinion
        let row = OpinionPages.Row(opinion)
        var content: [String: Any] = [
            "heading": "\(opinion.kind.chinese)第\(opinion.number)号", "receipt": Receipt.grouped(opinion.receipt),
            "number": row.number, "fate": row.fate, "light": row.light, "shape": row.shape, "words": opinion.words,
            "facts": facts(opinion, row),
            "links": OpinionStep.links(of: opinion, status.steps).map {
                PublicPages.Choice(value: $0.description, label: $0.description, chosen: false)
            },
            "steps": status.steps.reversed().map {
                StepView(
                    day: $0.at.civilDate.description, name: $0.kind.chinese, by: $0.byName,
                    said: $0.words.nilIfEmpty, link: $0.project?.description)
            },
            "mayHandle": OpinionPages.may(.handleOpinion, call, caller),
            "mayReadIdentity": opinion.hasIdentity && OpinionPages.may(.readIdentity, call, caller),
            "forms": forms(status, FormToken.of(caller, call.services.secrets)),
        ]
        content["done"] = done?.chinese
        content["message"] = message
        content["identity"] = identity
        return call.pages.render("opinion", .init(title: "意见", caller: caller), call, content)
    }

    private static func facts(_ opinion: UseCases.Opinion, _ row: OpinionPages.Row) -> [PublicCard.Fact] {
        var facts: [PublicCard.Fact] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(PublicCard.Fact(label: label, value: value)) }
        }
        add("村（社区）", row.unit)
        add("地点", opinion.place)
        add("来源", row.channel)
        add("提出", opinion.raisedOn.description)
        add("登记", row.day + (opinion.by == nil ? "（群众自己提交）" : "（代录）"))
        add("提出人", row.who ?? "未留姓名")
        return facts
    }

    private static func forms(_ status: OpinionStatus, _ token: String) -> [StepForm] {
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
            forms.append(form(.registered, "登记到项目，作为公示异议", nil, project: project.description))
        }
        forms.append(form(.answered, "答复", "答复内容（群众凭回执可见）"))
        forms.append(form(.declined, "不采纳", "理由（群众凭回执可见）"))
        forms.append(form(.linked, "关联项目", nil, project: ""))
        if let link = links.last(where: { $0 != opinion.project }) {
            forms.append(form(.unlinked, "取消关联", nil, project: link.description))
        }
        return forms
    }
}
