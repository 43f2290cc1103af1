import Workflow

extension Requirements {
    /// What steps other than submission and inspection ask for, and fields that must not stay empty:
    /// "批复：村民代表会议记录、附加条件；拨付：发票". nil where there is nothing.
    func otherSteps(_ words: Words) -> String? {
        let lines = commands.compactMap { kind -> String? in
            var asked = self[kind].fields.map { words.pick($0.chinese, $0.rawValue) }
            if kind != .submit, kind != .requestInspection { asked = self[kind].documents.map { words($0) } + asked }
            return asked.isEmpty ? nil : words(kind) + words.pick("：", ": ") + words.list(asked)
        }
        return lines.isEmpty ? nil : lines.joined(separator: words.pick("；", "; "))
    }
}
