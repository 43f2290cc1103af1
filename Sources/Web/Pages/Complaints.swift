/// What is wrong or missing, each thing with the way to its field: told all at once.
struct Complaint {
    /// The id of the field's control.
    let id: String
    let text: String

    /// - Parameter scope: of the ids in the form.
    static func of(_ errors: [Problem.FieldError], scope: String, _ words: Words) -> [Complaint] {
        errors.map { Complaint(id: "\(scope)-\(FieldNames.inForms($0.field))", text: words.pick($0.zh, $0.en)) }
    }
}
