import Hummingbird
import UseCases
import Workflow

/// One step for several projects of the queue: each goes through the one door by itself and gets its own answer.
enum BulkPage {
    /// Steps that judge nothing the clerk has not seen in the list.
    static let commands: [Command.Kind] = [.admit, .concludeNotice]
    /// More than wait on a bad day; each is a transaction of its own.
    private static let limit = 100

    struct Choice {
        let id: String
        let label: String
        let value: String
    }

    /// The projects of the queue for which the command is the next step, as a form; nil where there are fewer than two.
    struct Form {
        let command: String
        let name: String
        let summary: String
        let key: String
        let formToken: String
        let choices: [Choice]
        let fields: [FieldView]

        init?(_ kind: Command.Kind, _ items: [QueueItem], _ call: Call, _ caller: Caller) {
            let (words, today) = (call.words, call.services.clock.now().civilDate)
            let ready = items.filter { item in
                kind.isReady(item.view.summary, on: today)
                    && kind.permitted.contains {
                        caller.person.holds($0, over: item.view.summary.place, on: today)
                    }
            }
            guard ready.count > 1 else { return nil }
            command = kind.rawValue
            name = words(kind)
            summary = words("bulk.summary", ["what": words(kind), "count": "\(ready.count)"])
            key = call.services.secrets.randomToken()
            formToken = FormToken.of(caller, call.services.secrets)
            choices = ready.prefix(BulkPage.limit).map { item in
                let summary = item.view.summary
                let money = words.money(awarded: summary.awarded, requested: summary.requested)
                return Choice(
                    id: "\(kind.rawValue)-\(summary.id)",
                    label: "\(item.view.labels.unit) · \(summary.title)（\(money)）",
                    value: "\(summary.id)/\(summary.version)")
            }
            fields = kind.fields.map { FieldView($0, scope: "bulk-\(kind.rawValue)", texts: [:], words) }
        }
    }

    struct Line {
        let id: String
        let title: String
        let done: Bool
        let text: String
    }

    static func perform(_ call: Call, _ caller: Caller) async throws -> Response {
        guard let kind = Command.Kind(rawValue: try call.parameter("command")), commands.contains(kind) else {
            throw Problem(.notFound)
        }
        let form = try Web.Form(try await call.body())
        try FormToken.check(form, caller, call.services.secrets)
        let words = call.words
        let values = try FormFieldReader.read(form, kind.fields)
        let command = try Command(kind, values)
        var lines: [Line] = []
        for value in (form.texts["project"] ?? []).prefix(limit) {
            lines.append(try await line(value, command, form, values, call, caller))
        }
        let done = lines.count(where: \.done)
        let content: [String: Any] = [
            "lines": lines, "none": lines.isEmpty,
            "summary": words("bulk.done", ["what": words(kind), "done": "\(done)", "count": "\(lines.count)"]),
            "allDone": done == lines.count,
        ]
        return .page(
            call.pages.render("bulk", .init(title: words(kind), caller: caller, part: .queue), call, content))
    }

    private static func line(
        _ value: String, _ command: Command, _ form: Web.Form, _ values: Values, _ call: Call, _ caller: Caller
    ) async throws -> Line {
        let (parts, words) = (value.split(separator: "/"), call.words)
        guard parts.count == 2, let id = ProjectID(String(parts[0])) else { throw Problem(.malformedRequest) }
        do {
            let version = try Preconditions.version(parts[1])
            let title = try await call.services.reading.project(id, for: caller.person)
            // One key for each, so that the whole form may be sent again after a cut.
            let key = try Preconditions.requestKey(
                "\(form["key"] ?? "")-\(id)", call, caller, body: Array(value.utf8) + form.asked)
            do {
                _ = try await Commands.perform(
                    call, caller, .project(id), command, version: version, key, values, status: .ok)
                return Line(
                    id: id.description, title: "\(title.labels.unit) · \(title.summary.title)", done: true,
                    text: words("bulk.lineDone", ["what": words(command.kind)]))
            } catch {
                guard let problem = Problem(ofForm: error, now: call.services.clock.now()) else { throw error }
                return Line(
                    id: id.description, title: "\(title.labels.unit) · \(title.summary.title)", done: false,
                    text: words.said(problem))
            }
        } catch let error as UseCaseError where error == .notFound {
            return Line(id: id.description, title: id.description, done: false, text: words.said(Problem(.notFound)))
        }
    }
}

extension Command.Kind {
    /// Whether this is the next step of a project, as far as its row tells.
    fileprivate func isReady(_ summary: ProjectSummary, on day: CivilDate) -> Bool {
        switch self {
        case .admit: summary.state == .submitted
        case .concludeNotice: summary.state == .onNotice && (summary.noticeEndsOn.map { $0 < day } ?? false)
        case _: false
        }
    }
}
