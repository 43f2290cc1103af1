import Workflow

extension Requirements {
    /// What steps other than submission and inspection ask for, and fields that must not stay empty:
    /// "批复：村民代表会议记录、附加条件；拨付：发票". nil where there is nothing.
    var otherSteps: String? {
        let lines = commands.compactMap { kind -> String? in
            var words = self[kind].fields.map(\.chinese)
            if kind != .submit, kind != .requestInspection { words = self[kind].documents.map(\.chinese) + words }
            return words.isEmpty ? nil : "\(kind.chinese)：\(words.joined(separator: "、"))"
        }
        return lines.isEmpty ? nil : lines.joined(separator: "；")
    }
}
