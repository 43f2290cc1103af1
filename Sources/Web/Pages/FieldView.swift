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
    var value = ""
    var inputMode: String?
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
    /// A list of documents to which files can be uploaded, and those that were uploaded and not used yet.
    var takesFiles = false
    var files: [Option] = []
    var kinds: [Option] = []

    /// - Parameters:
    ///   - scope: keeps ids apart when several forms stand on one page.
    ///   - texts: what stands in the form already, by name.
    ///   - people: who may be chosen in a field of persons.
    ///   - uploaded: the project's files that may be named; nil where there is no project to upload to yet.
    init(
        _ field: Field, scope: String, prefix: String = "", texts: [String: [String]], people: [Person] = [],
        uploaded: [ProjectFile]? = nil
    ) {
        name = prefix + field.name
        id = "\(scope)-\(name)"
        label = field.zh
        hint = field.hint.isEmpty ? nil : field.hint
        required = field.required
        let given = texts[name] ?? []
        value = given.first ?? ""
        if field.holdsDocuments, let uploaded { offer(uploaded, chosen: texts["\(name).file"] ?? [], texts) }
        switch field.kind {
        case .line: isLine = true
        case .text, .lines, .records: isText = true
        case .money:
            isLine = true
            label += "（万元）"
            inputMode = "decimal"
        case .date:
            isLine = true
            inputMode = "numeric"
            placeholder = "如2026-3-5或2026.3.5"
        case .count:
            isLine = true
            inputMode = "numeric"
        case .flag(let yes, let no):
            isChecks = true
            type = "radio"
            eachRequired = required
            options = [("yes", yes), ("no", no)].map {
                Option(value: $0.0, label: $0.1, chosen: given.contains($0.0))
            }
        case .choice(let choices):
            isSelect = true
            options = choices.map { Option(value: $0.value, label: $0.zh, chosen: given.contains($0.value)) }
        case .people:
            isChecks = true
            type = "checkbox"
            options = people.map {
                Option(value: $0.id.description, label: $0.name, chosen: given.contains($0.id.description))
            }
        case .record(let fields):
            isGroup = true
            children = fields.map {
                FieldView($0, scope: scope, prefix: name + ".", texts: texts, people: people)
            }
        }
    }

    private mutating func offer(_ uploaded: [ProjectFile], chosen: [String], _ texts: [String: [String]]) {
        takesFiles = true
        files = uploaded.map { file in
            Option(
                value: file.content.sha256, label: "\(file.kind.chinese) \(file.name)",
                chosen: chosen.contains(file.content.sha256))
        }
        let kind = texts["\(name).upload.kind"]?.first
        kinds = Choices.documents.map { Option(value: $0.value, label: $0.zh, chosen: $0.value == kind) }
    }
}
