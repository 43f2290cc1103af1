import Hummingbird
import UseCases
import Workflow

/// The warnings on a project's page, each with its answer or the form for one.
enum WarningPage {
    struct Evidence {
        let id: String
        let number: String
        let title: String
        let meta: String
    }

    struct Answer {
        let answer: String
        let meta: String
    }

    struct View {
        let project: String
        let token: String
        let key: String
        let name: String
        let words: String
        let answered: Bool
        let standing: String
        let evidence: [Evidence]
        /// Its photos beside those of the other project.
        let alike: [AlikeView]
        let answer: [Answer]
        let mayAnswer: Bool
    }

    static func content(
        _ id: ProjectID, _ files: [ProjectFile], _ call: Call, _ caller: Caller
    ) async throws -> [String: Any] {
        let today = call.services.clock.now().civilDate
        guard caller.person.mayRead(.warnings, in: id.town, on: today) else { return [:] }
        let entries = try await call.services.warnings.warnings(of: id, for: caller.person)
        let mayAnswer = caller.person.may(.answerWarning, on: today)
        let token = FormToken.of(caller, call.services.secrets)
        let hasPhotos = entries.contains { $0.warning?.photosOf != nil }
        let duplicates = hasPhotos ? try await call.services.files.duplicates(of: id, for: caller.person) : []
        func alike(_ entry: Warnings.Entry) -> [AlikeView] {
            duplicates.filter { $0.other == entry.warning?.photosOf }
                .map { AlikeView($0, on: id, files, call.words) }.filter { !$0.pictures.isEmpty }
        }
        return [
            "hasWarnings": !entries.isEmpty,
            "warnings": entries.map { view($0, id, alike($0), token: token, mayAnswer: mayAnswer, call.words) },
        ]
    }

    static func answer(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        try await WarningRoutes.give(try FormFieldReader.read(form, WarningRoutes.fields), id, call, caller)
        return .seeOther("/projects/\(id)#warnings")
    }

    private static func view(
        _ entry: Warnings.Entry, _ id: ProjectID, _ alike: [AlikeView], token: String, mayAnswer: Bool,
        _ words: Words
    ) -> View {
        View(
            project: id.description, token: token, key: entry.warning?.key ?? entry.answer?.key ?? "",
            name: entry.warning.map { words($0.kind) } ?? words("warnings.past"), words: words.phrase(entry.words),
            answered: !entry.isOpen, standing: words(entry.isOpen ? "warnings.waiting" : "warnings.answered"),
            evidence: (entry.warning?.evidence ?? []).map { other in
                Evidence(
                    id: other.project.id.description, number: other.project.number, title: other.project.title,
                    meta: [
                        other.project.unit,
                        other.submittedOn.map { words("warnings.submitted", ["day": words.day($0)]) },
                        words(other.state),
                        words.money(other.amount),
                    ].compactMap { $0 }.joined(separator: " · "))
            },
            alike: alike,
            answer: entry.answer.map {
                [Answer(answer: $0.answer, meta: "\($0.by) \(words.time($0.at))")]
            } ?? [], mayAnswer: mayAnswer && entry.isOpen)
    }
}

extension Warning.Kind: Worded {
    var english: String {
        switch self {
        case .splitting: "looks like splitting"
        case .duplicate: "looks like a duplicate"
        case .reusedInvoice: "invoice used before"
        case .reusedPhoto: "photo used before"
        }
    }
}
