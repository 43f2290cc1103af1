import Foundation
import Hummingbird
import Mustache
import UseCases
import Workflow

/// The templates in every language, the texts, the stylesheet and the scripts, read once at the start.
struct Pages: Sendable {
    let assets: Assets
    private let libraries: [Language: MustacheLibrary]
    private let texts: [Language: Words]

    init(_ secrets: any Secrets) throws {
        MustacheContentTypes.register(ScalarHTML(), named: "SCALAR_HTML")
        assets = try Assets(secrets)
        var (libraries, texts): ([Language: MustacheLibrary], [Language: Words]) = ([:], [:])
        let templates = try Resource.names(in: "", "mustache").map { ($0, try Resource.text($0)) }
        for language in Language.allCases {
            let words = Words(
                language, file: try Resource.text("words.\(language.rawValue).txt"),
                phrases: language == .zh ? nil : try Resource.text("phrases.\(language.rawValue).txt"))
            var library = MustacheLibrary()
            for (name, text) in templates {
                // Every template escapes in the same way; none has to remember to say so.
                try library.register(
                    "{{% CONTENT_TYPE:SCALAR_HTML}}" + words.translated(text),
                    named: String(name.dropLast(".mustache".count)))
            }
            libraries[language] = library
            texts[language] = words
        }
        self.libraries = libraries
        self.texts = texts
    }

    func words(_ language: Language) -> Words { texts[language] ?? Words(language, file: "") }

    /// What a page shows around its content.
    struct Frame {
        var title: String
        var caller: Caller?
        var part: Navigation.Part?
        /// Of the folder `js`, beside the one that every page has.
        var scripts: [String] = []
        /// For pages that compare things side by side.
        var isWide = false
    }

    struct PersonView {
        let name: String
        let roles: String
        let tabs: [Navigation.Link]
        let more: [Navigation.Link]
        let formToken: String
    }

    /// One page. `content` holds the template's names; those of the frame are added.
    func render(_ name: String, _ frame: Frame, _ call: Call, _ content: [String: Any]) -> String {
        let today = call.services.clock.now().civilDate
        var all = content.merging(around(frame.title, call.language, call.request, frame.scripts)) { mine, _ in mine }
        all["isWide"] = frame.isWide
        if let caller = frame.caller {
            let (token, words) = (FormToken.of(caller, call.services.secrets), call.words)
            all["formToken"] = token
            all["person"] = PersonView(
                name: caller.person.name, roles: words.list(caller.person.roles(on: today).map { words($0) }),
                tabs: Navigation.links(Navigation.main, caller.person, today, frame.part, words),
                more: Navigation.links(Navigation.more, caller.person, today, frame.part, words), formToken: token)
        }
        return libraries[call.language]?.render(all, withTemplate: name) ?? ""
    }

    /// The page of a problem. It knows nobody: the error may be that nobody is known.
    func problem(_ problem: Problem, instance: String, _ request: Request) -> String {
        let language = Language(request)
        let words = words(language)
        var content = around(words.pick(problem.title, problem.titleEn), language, request, [])
        content["detail"] = words.pick(problem.detail, problem.detailEn)
        content["errors"] = problem.errors.map { words.pick($0.zh, $0.en) }
        content["instance"] = instance
        return libraries[language]?.render(content, withTemplate: "problem") ?? problem.title
    }

    /// What the layout asks for on every page.
    private func around(
        _ title: String, _ language: Language, _ request: Request, _ scripts: [String]
    ) -> [String: Any] {
        let other: Language = language == .zh ? .en : .zh
        // Only a page that was asked for can be asked for again; after a form the way back is home.
        let back = request.method == .get ? request.uri.string : "/"
        return [
            "title": title, "heading": title, "language": language.tag,
            "stylesheet": assets[Assets.stylesheet]?.address ?? "",
            "icon": assets[Assets.icon]?.address ?? "",
            "scripts": (["liban.js"] + scripts).compactMap { assets[$0] },
            "otherLanguage": "/language/\(other.rawValue)?back=\(back.percentEncoded)", "otherTag": other.tag,
        ]
    }
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
    /// The roles held on a day, each once.
    func roles(on day: CivilDate) -> [Role] { Role.allCases.filter { holds($0, on: day) } }
}
