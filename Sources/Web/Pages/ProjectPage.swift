import Hummingbird
import UseCases
import Workflow

/// A project with everything needed to decide, and every command with its form or the reason why it is closed.
enum ProjectPage {
    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["done"])
        let done = try query.choice("done", of: Command.Kind.self)
        let page = try await html(call, caller, try call.projectID(), done: done, attempt: nil)
        return .page(page)
    }

    /// Carries out a command from a form. Where it is refused the page comes again with the reason beside the form
    /// and everything that was written still in it.
    static func command(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        guard let kind = Command.Kind(rawValue: try call.parameter("command")), kind != .draft else {
            throw Problem(.notFound)
        }
        let sent = try await SentForm.read(call, caller, of: id)
        let (bytes, form) = (sent.bytes, sent.form)
        do {
            if let fault = sent.fault { throw Problem(fault) }
            let fields = kind.fields + FieldTables.circumstances
            let values = try await sent.adding(try FormFieldReader.read(form, fields), fields, call, caller, id)
            let key = try Preconditions.requestKey(form["key"] ?? "", call, caller, body: bytes)
            let version = try Preconditions.version(form["version"] ?? "")
            let command = try Command(kind, values)
            _ = try await Commands.perform(
                call, caller, .project(id), try await keepingFiles(command, id, call, caller), version: version, key,
                values, status: .ok)
            return .seeOther("/projects/\(id)?done=\(kind.rawValue)")
        } catch {
            guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
            let attempt = ProjectForms.Attempt(kind: kind, texts: form.texts, problem: problem)
            return .page(try await html(call, caller, id, done: nil, attempt: attempt), status: problem.status)
        }
    }

    /// A form shows documents as lines of text; the files behind those that stay must stay as well.
    private static func keepingFiles(
        _ command: Command, _ id: ProjectID, _ call: Call, _ caller: Caller
    ) async throws -> Command {
        guard case .edit(var application) = command else { return command }
        let old = try await call.services.reading.fold(id, for: caller.person).project.application.documents
        application.documents = application.documents.map { document in
            old.first { $0.kind == document.kind && $0.name == document.name } ?? document
        }
        return .edit(application)
    }

    /// The fund the project draws on, for those who may see it: nobody should award without its balance in sight.
    private static func fund(_ view: ProjectView, _ call: Call, _ caller: Caller) async throws -> FundState? {
        let town = view.summary.place.town
        guard caller.person.mayRead(.fund, in: town, on: call.services.clock.now().civilDate) else { return nil }
        return try await call.services.reading.funds(of: town, for: caller.person).first {
            $0.programme == view.labels.programme && $0.year == view.summary.id.year
        }
    }

    private static func html(
        _ call: Call, _ caller: Caller, _ id: ProjectID, done: Command.Kind?, attempt: ProjectForms.Attempt?
    ) async throws -> String {
        let (reading, words) = (call.services.reading, call.words)
        let details = try await reading.details(id, for: caller.person)
        let (project, view) = (details.project, details.view)
        let entries = try await reading.entries(of: id, after: 0, limit: 500, for: caller.person)
        let possibilities = try await reading.possibilities(id, for: caller.person)
        let files = try await call.services.files.files(of: id, for: caller.person)
        let mayAccept = possibilities.contains { $0.command == .accept && $0.refusal == nil }
        let fund = try await fund(view, call, caller)
        let forms = ProjectForms(
            project: project, possibilities: possibilities,
            panel: mayAccept ? try await reading.panel(of: id, for: caller.person) : [],
            policy: details.policy, fund: fund, files: files, today: call.services.clock.now().civilDate,
            secrets: call.services.secrets, attempt: attempt, words)
        var content = ProjectFacts.content(project, view, entries, fund, words)
        content.merge(StandingWords.content(details, call.services.clock.now().civilDate, words)) { _, new in new }
        let maySubmit = possibilities.contains { $0.command == .submit && $0.refusal == nil }
        if maySubmit, project.clock.submittedOn == nil,
            let outlook = try await reading.outlook(
                under: details.policy, promisedOn: project.application.promisedOn)
        {
            content["outlook"] = outlook.text(words)
            content["tooShort"] = outlook.isTooShort
        }
        content.merge(try await FilesPage.content(files, view, call, caller)) { old, _ in old }
        content.merge(try await WarningPage.content(id, files, call, caller)) { _, new in new }
        let missing = Complaint.of(missing(possibilities), scope: Command.Kind.edit.rawValue, words)
        content["missing"] = missing
        content["hasMissing"] = !missing.isEmpty
        content["missingTitle"] = words("project.missing", ["count": "\(missing.count)"])
        content["opinion"] = Opinion(entries, words)
        content["open"] = forms.open
        content["noneOpen"] = forms.open.isEmpty
        content["closed"] = forms.closed
        if let done {
            content["done"] = words(done)
            content["doneCommand"] = done.rawValue
        }
        // A refused command that is no longer open has no form to stand beside.
        if let attempt, !forms.open.contains(where: { $0.command == attempt.kind.rawValue }) {
            content["message"] = words.said(attempt.problem)
        }
        return call.pages.render(
            "project",
            .init(
                title: view.summary.title, caller: caller, part: .projects,
                scripts: scripts(forms, done), isWide: true), call, content)
    }

    /// Only what this page has a use for: each is some bytes on a village's network.
    private static func scripts(_ forms: ProjectForms, _ done: Command.Kind?) -> [String] {
        (done == .draft ? ["draft.js"] : []) + (forms.open.contains { $0.free != nil } ? ["award.js"] : [])
            + (forms.open.contains(where: \.takesFiles) ? ["photos.js"] : [])
    }

    /// What a draft still needs before it can be submitted: everything at once.
    private static func missing(_ possibilities: [Possibility]) -> [Problem.FieldError] {
        possibilities.first { $0.command == .submit }?.refusal.map { Problem($0).errors } ?? []
    }

    /// What the guidance officer saw on site: advice, beside which the director decides.
    struct Opinion {
        let recommended: Bool
        let verdict: String
        let by: String
        let day: String
        let words: String

        init?(_ entries: [StoredEntry], _ words: Words) {
            let visits = entries.compactMap { stored -> (SiteVisit, StoredEntry)? in
                if case .verified(let visit) = stored.entry.event { (visit, stored) } else { nil }
            }
            guard let (visit, stored) = visits.last else { return nil }
            recommended = visit.recommended
            let field = Command.Kind.verify.fields.first { $0.name == "recommended" }
            verdict = FieldValue.flag(visit.recommended).text(field, words)
            by = stored.byName
            day = words.day(visit.visitedOn)
            self.words = visit.opinion
        }
    }
}
