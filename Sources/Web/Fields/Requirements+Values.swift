import Workflow

extension Requirements {
    init(_ values: Values) throws(Problem) {
        self.init(
            submission: try values.words("submission", of: DocumentKind.self, "documents/submission"),
            inspection: try values.words("inspection", of: DocumentKind.self, "documents/inspection"))
        for line in values.records("commands") {
            let kind = try line.choice("command", Command.Kind.self)
            let field = "documents/commands/\(kind.rawValue)"
            self[kind].documents += try line.words("documents", of: DocumentKind.self, field)
            self[kind].fields += try line.words("fields", of: OptionalField.self, field)
        }
    }

    var values: Values {
        let others = commands.compactMap { kind -> Values? in
            var requirement = self[kind]
            if kind == .submit || kind == .requestInspection { requirement.documents = [] }
            if requirement == Requirement() { return nil }
            return Values([
                ("command", .text(kind.rawValue)), ("documents", .texts(requirement.documents.map(\.rawValue))),
                ("fields", .texts(requirement.fields.map(\.rawValue))),
            ])
        }
        var values = Values([
            ("submission", .texts(submission.map(\.rawValue))), ("inspection", .texts(inspection.map(\.rawValue))),
        ])
        if !others.isEmpty { values.set("commands", .records(others)) }
        return values
    }
}

extension Values {
    /// Words of an enumeration; the first that is none of them is named.
    func words<Word: RawRepresentable<String>>(
        _ name: String, of type: Word.Type, _ field: String
    ) throws(Problem) -> [Word] {
        var words: [Word] = []
        for text in texts(name) {
            guard let word = Word(rawValue: text) else {
                var problem = Problem(
                    .policyRefused, detail: "没有“\(text)”这一项。", detailEn: "There is nothing called “\(text)”.")
                problem.field = field
                throw problem
            }
            words.append(word)
        }
        return words
    }
}
