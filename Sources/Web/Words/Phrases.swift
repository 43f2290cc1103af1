import Workflow

/// The English of what is made in Chinese, in fixed forms, for paper, workbooks and records alike: sheets of money and
/// warnings. A page in English finds each form in `phrases.en.txt`. What people wrote stays as it is.
struct Phrases: Sendable {
    /// A form with gaps, such as `截至 {1}　金额单位：元`: what stands around the gaps, in their order.
    fileprivate struct Form: Sendable {
        let around: [String]
        let gaps: [String]
        let english: String
    }

    private let fixed: [String: String]
    private let forms: [Form]

    init(file: String) {
        var fixed: [String: String] = [:]
        var forms: [Form] = []
        for state in State.allCases { fixed[state.chinese] = state.english }
        for event in TrancheEvent.allCases { fixed[event.chinese] = event.english }
        for kind in Reconciliation.Outcome.Kind.allCases { fixed[kind.chinese] = kind.english }
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            guard let equals = line.firstRange(of: " = ") else { continue }
            let (chinese, english) = (String(line[..<equals.lowerBound]), String(line[equals.upperBound...]))
            if chinese.contains("{") {
                forms.append(Form(chinese, english))
            } else {
                fixed[chinese] = english
            }
        }
        (self.fixed, self.forms) = (fixed, forms)
    }

    /// The text in English where its form is known. Of `项目名，批复：理由` the known part in the middle is.
    func callAsFunction(_ chinese: String) -> String { known(chinese) ?? joined(chinese) ?? chinese }

    private func known(_ chinese: String) -> String? {
        if let english = fixed[chinese] { return english }
        for form in forms {
            guard let filled = form.match(chinese) else { continue }
            return zip(form.gaps, filled).reduce(form.english) { $0.replacing($1.0, with: self($1.1)) }
        }
        return nil
    }

    private func joined(_ chinese: String) -> String? {
        if let colon = chinese.firstIndex(of: "："), let head = known(String(chinese[..<colon])) {
            return "\(head): \(self(String(chinese[chinese.index(after: colon)...])))"
        }
        for comma in chinese.indices where chinese[comma] == "，" {
            let tail = String(chinese[chinese.index(after: comma)...])
            if let english = known(tail) ?? joined(tail) { return "\(chinese[..<comma]), \(english)" }
        }
        return nil
    }
}

extension Phrases.Form {
    fileprivate init(_ chinese: String, _ english: String) {
        var (around, gaps) = ([""], [String]())
        var rest = chinese[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            around[around.count - 1] = String(rest[..<open])
            gaps.append(String(rest[open...close]))
            around.append("")
            rest = rest[rest.index(after: close)...]
        }
        around[around.count - 1] = String(rest)
        (self.around, self.gaps, self.english) = (around, gaps, english)
    }

    /// What stands in the gaps; nil where the text has another form.
    fileprivate func match(_ text: String) -> [String]? {
        guard text.hasPrefix(around[0]) else { return nil }
        var filled: [String] = []
        var rest = text.dropFirst(around[0].count)
        for (index, mark) in around.dropFirst().enumerated() {
            let isLast = index == around.count - 2
            if isLast {
                guard rest.hasSuffix(mark), rest.count > mark.count else { return nil }
                filled.append(String(rest.dropLast(mark.count)))
            } else {
                guard let next = rest.firstRange(of: mark), next.lowerBound > rest.startIndex else { return nil }
                filled.append(String(rest[..<next.lowerBound]))
                rest = rest[next.upperBound...]
            }
        }
        return filled
    }
}
