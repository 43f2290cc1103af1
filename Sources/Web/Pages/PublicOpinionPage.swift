import Hummingbird
import UseCases
import Workflow

/// A resident's opinion or objection, and what became of it: no sign-in, a receipt to come back with.
enum PublicOpinionPage {
    /// A field that people do not see and programs fill in.
    static let trap = "website"
    private static let names = ["words", "place", "unit", "name", "phone"]

    static func form(_ call: Call) async throws -> Response {
        let query = try Query(call.request, allowed: ["town", "unit", "project", "kind"])
        let project = try await self.project(query["project"], call)
        let town = try await town(query["town"], project, call)
        var texts = ["unit": [query["unit"] ?? ""]]
        if let project { texts["unit"] = [project.place.unit.description] }
        let kind = try query.choice("kind", of: OpinionKind.self) ?? .opinion
        return .page(try await html(call, town, project, kind, texts: texts, problem: nil))
    }

    static func enter(_ call: Call) async throws -> Response {
        try SameOrigin.check(call.request, unsaid: true)
        let form = try await Form(call)
        let project = try await self.project(form["project"].flatMap { $0.isEmpty ? nil : $0 }, call)
        let town = try await town(form["town"], project, call)
        let kind = OpinionKind(rawValue: form["kind"] ?? "") ?? .opinion
        do throws(UseCaseError) {
            if let trapped = form[trap], !trapped.isEmpty { throw .opinion(.notAPerson) }
            try call.services.opinions.check(stamp: form["stamp"] ?? "")
            var draft = Opinions.Draft()
            (draft.kind, draft.channel) = (kind, .scan)
            draft.unit = form["unit"].flatMap { Int32($0) }.map { UnitID($0) }
            draft.project = project?.id
            draft.words = (form["words"] ?? "").trimmedText
            draft.place = (form["place"] ?? "").trimmedText
            draft.name = (form["name"] ?? "").trimmedText
            draft.phone = (form["phone"] ?? "").trimmedText
            draft.key = form["stamp"] ?? ""
            let opinion = try await call.services.opinions.enter(draft, town: town.id)
            return .seeOther("/public/receipts?receipt=\(opinion.receipt)&new=1")
        } catch {
            guard case .opinion(let refusal) = error else { throw error }
            let texts = form.texts.filter { names.contains($0.key) }
            let html = try await html(call, town, project, kind, texts: texts, problem: call.words(refusal))
            return .page(html, status: .unprocessableContent)
        }
    }

    /// What became of it. The address holds the receipt, so the page is not kept by anybody on the way.
    static func receipt(_ call: Call) async throws -> Response {
        let query = try Query(call.request, allowed: ["receipt", "new"])
        guard let typed = query["receipt"], !typed.isEmpty else {
            let content: [String: Any] = ["heading": call.words("receipt.ask")]
            return .page(call.pages.render("public-receipt", .init(title: call.words("receipt.ask")), call, content))
        }
        do throws(UseCaseError) {
            let status = try await call.services.opinions.fate(receipt: typed)
            let content = await self.content(status, isNew: query["new"] != nil, call)
            return .page(
                call.pages.render("public-receipt", .init(title: call.words("receipt.number")), call, content))
        } catch {
            guard error == .notFound else { throw error }
            let content: [String: Any] = [
                "heading": call.words("receipt.ask"), "typed": typed, "message": call.words("receipt.unknown"),
            ]
            return .page(
                call.pages.render("public-receipt", .init(title: call.words("receipt.ask")), call, content),
                status: .notFound)
        }
    }

    private static func content(_ status: OpinionStatus, isNew: Bool, _ call: Call) async -> [String: Any] {
        let today = call.services.clock.now().civilDate
        let opinion = status.opinion
        let words = call.words
        var steps = [
            PublicCard.Fact(label: words("receipt.received"), value: words.day(opinion.receivedAt.civilDate))
        ]
        for step in status.steps where step.kind != .unlinked {
            let said =
                step.kind == .linked ? words("receipt.toProject") : step.kind == .registered ? "" : step.words
            steps.append(
                PublicCard.Fact(
                    label: words("receipt.step.\(step.kind.rawValue)"), value: "\(words.day(step.at.civilDate)) \(said)"
                ))
        }
        let town = try? await call.services.board.town(opinion.town)
        var content = town.map { PublicPages.frame($0, .receipts, words) } ?? [:]
        content["heading"] = words("receipt.of.\(opinion.kind.rawValue)")
        content["receipt"] = Receipt.grouped(opinion.receipt)
        content["isNew"] = isNew
        content["fate"] = words(opinion.fate)
        content["words"] = opinion.words
        content["steps"] = steps
        content["hasName"] = opinion.hasIdentity
        content["cards"] = status.projects.map { PublicCard($0, today: today, call.words) }
        return content
    }

    private static func html(
        _ call: Call, _ town: Town, _ project: PublicProject?, _ kind: OpinionKind, texts: [String: [String]],
        problem: String?
    ) async throws -> String {
        let isObjection = kind == .objection && project?.state == .onNotice
        let chosen = texts["unit"]?.first
        var content = PublicPages.frame(town, .say, call.words)
        let title = call.words(isObjection ? "public.object" : "public.say")
        content["heading"] = title
        content["stamp"] = call.services.opinions.stamp()
        content["town"] = town.id.description
        content["kind"] = isObjection ? OpinionKind.objection.rawValue : OpinionKind.opinion.rawValue
        content["isObjection"] = isObjection
        content["about"] = project?.title
        content["project"] = project?.id.description
        content["units"] = try await call.services.board.units(of: town.id).map {
            PublicPages.Choice(
                value: $0.place.unit.description, label: $0.name, chosen: $0.place.unit.description == chosen)
        }
        for name in names where name != "unit" { content[name] = texts[name]?.first }
        content["message"] = problem
        return call.pages.render("public-opinion", .init(title: title), call, content)
    }

    private static func project(_ text: String?, _ call: Call) async throws -> PublicProject? {
        guard let text else { return nil }
        guard let id = ProjectID(text) else { throw Problem(.notFound) }
        return try await call.services.board.project(id)
    }

    private static func town(_ text: String?, _ project: PublicProject?, _ call: Call) async throws -> Town {
        if let project { return try await call.services.board.town(project.id.town) }
        if let text, let number = Int32(text) { return try await call.services.board.town(TownID(number)) }
        let towns = try await call.services.board.towns()
        guard towns.count == 1 else { throw Problem(.notFound) }
        return towns[0]
    }
}

extension String {
    /// Without blanks around it.
    var trimmedText: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
