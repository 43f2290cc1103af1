import UseCases
import Workflow

/// One field as the templates draw it.
struct FieldView {
    struct Option {
        let value: String
        let label: String
        let chosen: Bool
    }

    let id: String
    let name: String
    var label: String
    let hint: String?
    let required: Bool
    /// What is wrong with what stands in it, and what to do.
    let wrong: String?
    /// The ids of the texts that describe the control.
    let described: String?
    var value = ""
    var inputMode: String?
    /// password, for what is not shown; otherwise nothing.
    var inputType: String?
    var autocomplete: String?
    var placeholder: String?
    var isGroup = false
    var isLine = false
    var isText = false
    var isSelect = false
    var isChecks = false
    /// radio or checkbox, for a group of checks.
    var type = ""
    /// Only of radio buttons: a browser would ask for every box of a group to be ticked.
    var eachRequired = false
    var options: [Option] = []
    var children: [FieldView] = []
    /// A repeated field, such as budget lines.
    var isRows = false
    var rows: [Row] = []
    /// A list of documents to which files can be uploaded, and those that were uploaded and not used yet.
    var takesFiles = false
    var files: [Option] = []
    var kinds: [Option] = []

    /// - Parameters:
    ///   - scope: keeps ids apart when several forms stand on one page.
    ///   - texts: what stands in the form already, by name.
    ///   - people: who may be chosen in a field of persons.
    ///   - wrong: what is wrong with fields, by name.
    ///   - expected: what is most likely uploaded here.
    ///   - uploaded: the project's files that may be named; nil where there is no project to upload to yet.
    init(
        _ field: Field, scope: String, prefix: String = "", texts: [String: [String]], people: [Person] = [],
        wrong: [String: String] = [:], uploaded: [ProjectFile]? = nil, expected: DocumentKind? = nil, _ words: Words
    ) {
        name = prefix + field.name
        id = "\(scope)-\(name)"
        label = words.label(field)
        hint = field.hint.isEmpty ? nil : words(field.hint)
        self.wrong = wrong[name]
        described =
            [
                self.wrong.map { _ in "\(scope)-\(prefix + field.name)-wrong" },
                hint.map { _ in "\(scope)-\(prefix + field.name)-hint" },
            ]
            .compactMap { $0 }.joined(separator: " ").nilIfEmpty
        required = field.required
        let given = texts[name] ?? []
        value = given.first ?? ""
        if field.holdsDocuments, let uploaded {
            offer(uploaded, chosen: texts["\(name).file"] ?? [], texts, expected, words)
        }
        switch field.secret {
        case .current: (inputType, autocomplete, value) = ("password", "current-password", "")
        case .new: (inputType, autocomplete, value) = ("password", "new-password", "")
        case .code: (autocomplete, value) = ("one-time-code", "")
        case nil: break
        }
        switch field.kind {
        case .line: isLine = true
        case .records where field.hasRows:
            isRows = true
            rows = Self.rows(field, scope: scope, name: name, texts: texts, words)
        case .text, .lines, .records: isText = true
        case .money:
            isLine = true
            label = words("field.wan", ["label": label])
            inputMode = "decimal"
        case .date:
            isLine = true
            inputMode = "numeric"
            placeholder = words("field.date")
        case .count:
            isLine = true
            inputMode = "numeric"
        case .flag(let yes, let no):
            isChecks = true
            type = "radio"
            eachRequired = required
            options = [("yes", yes), ("no", no)].map {
                Option(value: $0.0, label: words($0.1), chosen: given.contains($0.0))
            }
        case .choice(let choices):
            isSelect = true
            options = choices.map { Option(value: $0.value, label: words($0), chosen: given.contains($0.value)) }
        case .people:
            isChecks = true
            type = "checkbox"
            options = people.map {
                Option(value: $0.id.description, label: $0.name, chosen: given.contains($0.id.description))
            }
        case .record(let fields):
            isGroup = true
            children = fields.map {
                FieldView(
                    $0, scope: scope, prefix: name + ".", texts: texts, people: people, wrong: wrong, words)
            }
        }
    }

    private mutating func offer(
        _ uploaded: [ProjectFile], chosen: [String], _ texts: [String: [String]], _ expected: DocumentKind?,
        _ words: Words
    ) {
        takesFiles = true
        files = uploaded.map { file in
            Option(
                value: file.content.sha256, label: "\(words(file.kind)) \(words.fileName(file.name))",
                chosen: chosen.contains(file.content.sha256))
        }
        let kind = texts["\(name).upload.kind"]?.first ?? expected?.rawValue
        kinds = Choices.documents.map { Option(value: $0.value, label: words($0), chosen: $0.value == kind) }
    }
}

extension Words {
    /// A field's name over its control: 需求说明 · Need
    func label(_ field: Field) -> String { pick(field.zh, field.en.prefix(1).uppercased() + field.en.dropFirst()) }
}
