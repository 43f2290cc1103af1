import UseCases
import Workflow

extension Values {
    /// The hashes of all files that the documents in it name, wherever they stand.
    var fileHashes: [String] {
        items.flatMap { item -> [String] in
            switch item.value {
            case .text(let text): item.name == "sha256" ? [text] : []
            case .record(let values): values.fileHashes
            case .records(let records): records.flatMap(\.fileHashes)
            case .money, .date, .count, .flag, .texts, .people: []
            }
        }
    }

    /// The same with more records under a name: files that a form uploaded, beside the papers it lists.
    func adding(_ records: [Values], to name: String) -> Values {
        guard !records.isEmpty else { return self }
        var all = Values()
        for item in items where item.name != name { all.set(item.name, item.value) }
        all.set(name, .records(self.records(name) + records))
        return all
    }
}

extension Field {
    /// A list of documents: papers, and files that were uploaded.
    var holdsDocuments: Bool {
        guard case .records(let parts) = kind else { return false }
        return parts.contains { $0.name == "sha256" }
    }
}
