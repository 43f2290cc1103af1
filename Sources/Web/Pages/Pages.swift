import Foundation
import Mustache
import UseCases
import Workflow

/// The templates and the stylesheet, read once at the start.
struct Pages: Sendable {
    let stylesheet: String
    /// The stylesheet's address with a mark of its content, so that browsers may keep it for good.
    private let stylesheetAddress: String
    private let library: MustacheLibrary

    /// Partials come before the pages that use them only by habit; the library looks them up by name.
    private static let templates = [
        "layout", "field", "sign-in", "chart", "projects", "project", "draft", "queue", "policy", "handovers", "people",
        "problem",
    ]

    init(_ secrets: any Secrets) throws {
        MustacheContentTypes.register(ScalarHTML(), named: "SCALAR_HTML")
        stylesheet = try Self.resource("liban", "css")
        stylesheetAddress = Stylesheet.path + "?" + Base64URL.encode(secrets.sha256(Array(stylesheet.utf8)).prefix(9))
        var library = MustacheLibrary()
        for name in Self.templates { try library.register(try Self.resource(name, "mustache"), named: name) }
        self.library = library
    }

    /// What a page shows around its content.
    struct Frame {
        enum Part { case chart, projects, queue, draft, policy, handovers, people }

        var title: String
        var caller: Caller?
        var part: Part?
    }

    struct PersonView {
        let name: String
        let roles: String
        let maySeeProjects: Bool
        let mayDraft: Bool
        let hasQueue: Bool
        let maySeePolicy: Bool
        let maySeePeople: Bool
        let formToken: String
    }

    /// One page. `content` holds the template's names; those of the frame are added.
    func render(_ name: String, _ frame: Frame, _ call: Call, _ content: [String: Any]) -> String {
        let today = call.services.clock.now().civilDate
        var all = content
        all["title"] = frame.title
        all["heading"] = content["heading"] ?? frame.title
        all["stylesheet"] = stylesheetAddress
        all["footer"] = "立办 · 书记立办项目管理"
        all["onChart"] = frame.part == .chart
        all["onProjects"] = frame.part == .projects
        all["onDraft"] = frame.part == .draft
        all["onQueue"] = frame.part == .queue
        all["onPolicy"] = frame.part == .policy
        all["onHandovers"] = frame.part == .handovers
        all["onPeople"] = frame.part == .people
        if let caller = frame.caller {
            let token = FormToken.of(caller, call.services.secrets)
            func mayRead(_ operation: ReadOperation) -> Bool {
                caller.person.mayRead(operation, in: caller.person.town, on: today)
            }
            all["formToken"] = token
            all["person"] = PersonView(
                name: caller.person.name, roles: caller.person.roleNames(on: today),
                maySeeProjects: mayRead(.projectList),
                mayDraft: Command.Kind.draft.permitted.contains { caller.person.holds($0, on: today) },
                hasQueue: mayRead(.queue), maySeePolicy: mayRead(.programmes),
                maySeePeople: mayRead(.people),
                formToken: token)
        }
        return library.render(all, withTemplate: name) ?? ""
    }

    /// The page of a problem. It knows nobody: the error may be that nobody is known.
    func problem(_ problem: Problem, instance: String) -> String {
        let content: [String: Any] = [
            "title": problem.title, "heading": problem.title, "detail": problem.detail, "detailEn": problem.detailEn,
            "errors": problem.errors, "instance": instance, "stylesheet": stylesheetAddress, "footer": "立办",
        ]
        return library.render(content, withTemplate: "problem") ?? problem.title
    }

    private static func resource(_ name: String, _ kind: String) throws -> String {
        guard let url = Bundle.module.url(forResource: name, withExtension: kind, subdirectory: "Resources") else {
            throw MissingResource(name: "\(name).\(kind)")
        }
        return try String(contentsOf: url, encoding: .utf8)
    }
}

/// A file that belongs beside the program is not there.
struct MissingResource: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) is missing beside the program; install it again" }
}

/// Escapes by scalar. The template engine's own escaping goes by grapheme cluster, so a quote followed by a
/// combining mark would pass and end an attribute.
struct ScalarHTML: MustacheContentType {
    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case _: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

extension Person {
    /// The roles held on a day, each once: 党建办经办人、验收小组成员.
    func roleNames(on day: CivilDate) -> String {
        Role.allCases.filter { holds($0, on: day) }.map(\.chinese).joined(separator: "、")
    }
}
