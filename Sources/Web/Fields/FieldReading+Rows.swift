import Workflow

/// Rows of a repeated field as a form has them: one control a part, all of one part under one name
/// (`budget.what`, `budget.amount`), in the order of the rows.
extension Form {
    /// The rows that have something in them, with their number on the page; nil where the form has no such rows.
    func rows(_ name: String, _ parts: [Field]) -> [(number: Int, texts: [String])]? {
        let columns = parts.map { texts["\(name).\($0.name)"] ?? [] }
        guard let count = columns.map(\.count).max(), count > 0 else { return nil }
        return (0..<min(count, FieldLimits.items)).compactMap { index in
            let texts = columns.map { index < $0.count ? $0[index].trimmed : "" }
            return texts.allSatisfy(\.isEmpty) ? nil : (index + 1, texts)
        }
    }
}

extension Values {
    /// Several records as rows of a form, ready to be changed and sent again.
    static func rowTexts(_ records: [Values], _ field: Field, _ name: String) -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for part in field.parts.inRows {
            texts["\(name).\(part.name)"] = records.map { $0.formTexts([part])[part.name]?.first ?? "" }
        }
        return texts
    }
}

extension Field {
    /// Drawn as rows of controls. Documents are lines of text: behind each there may be a file.
    var hasRows: Bool {
        guard case .records(let parts) = kind else { return false }
        return !parts.contains { $0.name == "sha256" }
    }
}
