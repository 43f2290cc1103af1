public import Workflow

/// Writes a policy as the file people read, change and give back: every setting with its meaning and unit.
public enum ProgrammeWriter {
    public static func text(_ policy: Policy) -> String {
        let head = [
            "# 专项办法 / a programme's policy", "# 金额以元为单位，例如500000.00；天数写整数。",
            "# 标明“请按本镇办法核对”的项目没有公开的统一规定，启用前请逐项核对。",
            "# 核对: liban admin programme validate 文件；写入: liban admin programme add 文件。",
            "# Amounts are in yuan. Settings marked 请按本镇办法核对 are defaults nobody has published:",
            "# check them against your town's own rules before the programme is activated.",
        ]
        let blocks = ProgrammeField.allCases.map { field in
            var lines = ["", "# \(field.chinese)", "# \(field.english)"]
            if policy.toCheck.contains(field.rawValue) { lines.append("# \(note)") }
            return (lines + value(of: field, in: policy)).joined(separator: "\n")
        }
        return (head + blocks).joined(separator: "\n") + "\n"
    }

    static let note = "请按本镇办法核对 / check against your town's own rules"

    /// Name and value of each setting on one line, with the mark of what has to be checked.
    public static func rows(_ policy: Policy) -> [[String]] {
        ProgrammeField.allCases.filter { $0 != .toCheck }.map { field in
            let lines = value(of: field, in: policy)
            let text =
                lines.count == 1 ? String(lines[0].dropFirst(field.rawValue.count + 2)) : joined(lines.dropFirst())
            return [field.rawValue, text, policy.toCheck.contains(field.rawValue) ? "请按本镇办法核对" : ""]
        }
    }

    private static func joined(_ lines: ArraySlice<String>) -> String {
        lines.map { line in String(line.drop { $0 == " " || $0 == "-" }) }.joined(separator: ", ")
    }

    private static func value(of field: ProgrammeField, in policy: Policy) -> [String] {
        func line(_ value: some CustomStringConvertible) -> [String] { ["\(field.rawValue): \(value)"] }
        func list(_ values: [String]) -> [String] { Self.list(field.rawValue, values.map(plain)) }
        return switch field {
        case .programme: line(plain(policy.programme))
        case .version: line(policy.version)
        case .categories: list(policy.categories)
        case .month: ["month:"] + month(policy.month)
        case .clockStart: line(policy.clockStart.rawValue)
        case .returnStopsClock: line(policy.returnStopsClock)
        case .limits: ["limits:"] + limits(policy.limits)
        case .noticeWorkingDays: line(policy.noticeWorkingDays.map { "\($0)" } ?? "none")
        case .emergencyPapersDays: line(policy.emergencyPapersDays)
        case .ladder: ladder(policy.ladder)
        case .cap: line(yuan(policy.cap))
        case .advancePermille: line(policy.advancePermille)
        case .amendmentPermille: line(policy.amendmentPermille)
        case .money: ["money:"] + money(policy.money)
        case .documents:
            ["documents:"] + Self.list("  submission", policy.documents.submission.map(\.rawValue))
                + Self.list("  inspection", policy.documents.inspection.map(\.rawValue))
                + Self.requirements(policy.documents)
        case .panelMinimum: line(policy.panelMinimum)
        case .satisfactionPermille: line(policy.satisfactionPermille)
        case .pauseCapDays: line(policy.pauseCapDays)
        case .suspensionBackdatingDays: line(policy.suspensionBackdatingDays)
        case .extensionCapDays: line(policy.extensionCapDays)
        case .lights:
            [
                "lights:", "  dueSoon: \(policy.lights.dueSoon)", "  stageOver: \(policy.lights.stageOver)",
                "  blockerOpen: \(policy.lights.blockerOpen)",
            ]
        case .labels: labels(policy.labels)
        case .chart: chart(policy.chart)
        case .toCheck: list(policy.toCheck)
        }
    }

    /// What other steps ask for; nothing where they ask for nothing.
    private static func requirements(_ requirements: Requirements) -> [String] {
        let lines = requirements.commands.flatMap { kind -> [String] in
            let requirement = requirements[kind]
            let named = kind == .submit || kind == .requestInspection ? [] : requirement.documents
            if named.isEmpty, requirement.fields.isEmpty { return [] }
            return ["    \(kind.rawValue):"] + Self.list("      documents", named.map(\.rawValue))
                + list("      fields", requirement.fields.map(\.rawValue))
        }
        return lines.isEmpty ? [] : ["  commands:"] + lines
    }

    private static func list(_ key: String, _ values: [String]) -> [String] {
        let indent = String(key.prefix { $0 == " " })
        return values.isEmpty ? ["\(key): []"] : ["\(key):"] + values.map { "\(indent)  - \($0)" }
    }

    private static func month(_ rule: MonthRule) -> [String] {
        let name = "  rule: \(MonthWord(rule).rawValue)"
        return switch rule {
        case .civilMonth(let rolls): [name, "  rolls: \(rolls)"]
        case .days(let count, let rolls): [name, "  count: \(count)", "  rolls: \(rolls)"]
        case .workingDays(let count): [name, "  count: \(count)"]
        case .promised: [name]
        }
    }

    private static func money(_ rules: MoneyRules) -> [String] {
        let tranches =
            rules.tranches.isEmpty
            ? ["  tranches: []"]
            : ["  tranches:"]
                + rules.tranches.flatMap { ["    - permille: \($0.permille)", "      after: \($0.after.rawValue)"] }
        return tranches + [
            "  ownMoneyFirst: \(rules.ownMoneyFirst)",
            "  sharePermille: \(rules.sharePermille.map { "\($0)" } ?? "none")",
            "  surplus: \(rules.surplus.rawValue)", "  retentionPermille: \(rules.retentionPermille)",
            "  cashLimit: \(yuan(rules.cashLimit))", "  paymentDays: \(rules.paymentDays)",
            "  accountName: \(rules.accountName.rawValue)",
        ]
    }

    private static func limits(_ limits: StageLimits) -> [String] {
        [
            "  application: \(limits.application)", "  review: \(limits.review)", "  approval: \(limits.approval)",
            "  acceptance: \(limits.acceptance)", "  mending: \(limits.mending)",
        ]
    }

    private static func ladder(_ steps: [LadderStep]) -> [String] {
        guard !steps.isEmpty else { return ["ladder: []"] }
        return ["ladder:"]
            + steps.flatMap { ["  - upTo: \(yuan($0.upTo))", "    leaderEndorses: \($0.leaderEndorses)"] }
    }

    private static func labels(_ labels: [String: String]) -> [String] {
        guard !labels.isEmpty else { return ["labels: {}"] }
        return ["labels:"] + labels.sorted { $0.key < $1.key }.map { "  \(plain($0.key)): \(plain($0.value))" }
    }

    private static func chart(_ chart: ChartSettings?) -> [String] {
        guard let chart else { return ["chart: usual"] }
        return ["chart:"] + list("  columns", chart.columns.map(\.rawValue))
            + list("  ledger", chart.ledger.map(\.rawValue)) + ["  order: \(chart.order.rawValue)"]
    }

    /// Yuan without thousands marks.
    private static func yuan(_ amount: Money) -> String { amount.yuanText.filter { $0 != "," } }

    /// Chinese words as they are; anything YAML could take for something else in quotes.
    private static func plain(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || isLetter($0) }
        guard !isPlain || text.isEmpty || words.contains(text.lowercased()) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case let scalar where scalar.value < 0x20:
                quoted += "\\x\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
            case let scalar: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    /// Words with a meaning of their own in YAML.
    private static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "none"]
}
