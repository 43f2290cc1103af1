import Workflow

extension WorkflowTables {
    /// The sections as Markdown, the states with their drawing: what the README keeps a copy of.
    public var markdown: String {
        [
            states.map(Self.statesMarkdown), permissions.map(Self.permissionsMarkdown),
            refusals.map(Self.refusalsMarkdown), rules.map(Self.rulesMarkdown),
        ].compactMap { $0 }.joined(separator: "\n\n")
    }

    private static func statesMarkdown(_ rows: [StateRow]) -> String {
        let table = self.table(
            ["state", "中文", "stage", "whose turn", "may move to", "commands"],
            rows.map { row in
                [
                    code(row.state.rawValue), row.chinese, row.stage.chinese, row.turn?.rawValue ?? "nobody",
                    list(row.successors.map(\.rawValue)), list(row.commands.map(\.rawValue)),
                ]
            })
        return "```mermaid\n\(mermaid)\n```\n\n\(table)"
    }

    private static func permissionsMarkdown(_ rows: [PermissionRow]) -> String {
        table(
            ["command", "中文"] + Role.allCases.map { "\($0.rawValue) \($0.chinese)" },
            rows.map { row in
                [code(row.command.rawValue), row.chinese]
                    + Role.allCases.map { row.permitted.contains($0) ? "✓" : "" }
            })
    }

    private static func refusalsMarkdown(_ codes: [String]) -> String {
        codes.enumerated().map { "\($0.offset + 1). \(code($0.element))" }.joined(separator: "\n")
    }

    private static func rulesMarkdown(_ rows: [RuleEntry]) -> String {
        table(
            ["rule", "规则", "refusals", "database constraint"],
            rows.map { [code($0.rule), $0.chinese, list($0.refusals), $0.constraint.map(code) ?? ""] })
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        ([header, header.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }

    private static func code(_ word: String) -> String { "`\(word)`" }

    private static func list(_ words: [String]) -> String { words.map(code).joined(separator: ", ") }
}
