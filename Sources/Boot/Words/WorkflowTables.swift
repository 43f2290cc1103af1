public import Workflow

/// The workflow as its own tables tell it: nothing here is written by hand.
public struct WorkflowTables: Codable, Sendable {
    public enum Section: String, CaseIterable, Sendable {
        case states, permissions, refusals, rules
    }

    public struct StateRow: Codable, Sendable {
        public let state: State
        public let chinese: String
        public let stage: Stage
        public let turn: Role?
        public let successors: [State]
        public let commands: [Command.Kind]
    }

    public struct PermissionRow: Codable, Sendable {
        public let command: Command.Kind
        public let chinese: String
        public let permitted: [Role]
    }

    public struct RuleEntry: Codable, Sendable {
        public let rule: String
        public let chinese: String
        public let refusals: [String]
        public let constraint: String?
    }

    public var states: [StateRow]?
    public var permissions: [PermissionRow]?
    /// Codes in order of precedence.
    public var refusals: [String]?
    public var rules: [RuleEntry]?

    public init(_ sections: Set<Section>) {
        if sections.contains(.states) { states = State.allCases.map(Self.row) }
        if sections.contains(.permissions) {
            permissions = Command.Kind.allCases.map {
                PermissionRow(command: $0, chinese: $0.chinese, permitted: $0.permitted)
            }
        }
        if sections.contains(.refusals) { refusals = Refusal.Code.allCases.map(\.rawValue) }
        if sections.contains(.rules) {
            rules = ruleIndex.map {
                RuleEntry(
                    rule: $0.stem, chinese: $0.chinese, refusals: $0.refusals.map(\.rawValue),
                    constraint: $0.constraint)
            }
        }
    }

    private static func row(_ state: State) -> StateRow {
        StateRow(
            state: state, chinese: state.chinese, stage: state.stage, turn: state.turn,
            successors: State.allCases.filter(state.successors.contains),
            commands: Command.Kind.allCases.filter(state.commands.contains))
    }

    /// A Mermaid state diagram of the arrows.
    public static var mermaid: String {
        var lines = ["stateDiagram-v2"]
        lines += State.allCases.map { "    \($0.rawValue): \($0.rawValue) \($0.chinese)" }
        lines.append("    [*] --> \(State.draft.rawValue)")
        for state in State.allCases {
            lines += State.allCases.filter(state.successors.contains).map {
                "    \(state.rawValue) --> \($0.rawValue)"
            }
            if state.isEnd { lines.append("    \(state.rawValue) --> [*]") }
        }
        return lines.joined(separator: "\n")
    }

    /// The sections as tables for a terminal.
    public var text: String {
        [
            states.map(Self.statesText), permissions.map(Self.permissionsText), refusals.map(Self.refusalsText),
            rules.map(Self.rulesText),
        ].compactMap { $0 }.joined(separator: "\n\n")
    }

    private static func statesText(_ rows: [StateRow]) -> String {
        var arrows = TextTable(header: ["state", "中文", "stage", "whose turn", "may move to"])
        var commands = TextTable(header: ["state", "中文", "commands"])
        for row in rows {
            arrows.add([
                row.state.rawValue, row.chinese, "\(row.stage.rawValue) \(row.stage.chinese)",
                row.turn?.rawValue ?? "-", list(row.successors.map(\.rawValue)),
            ])
            commands.add([row.state.rawValue, row.chinese, list(row.commands.map(\.rawValue))])
        }
        return "States 状态\n\n\(arrows.text)\n\nCommands by state 各状态可办的事\n\n\(commands.text)"
    }

    private static func permissionsText(_ rows: [PermissionRow]) -> String {
        var table = TextTable(header: ["command", "中文"] + Role.allCases.map(\.rawValue))
        for row in rows {
            table.add(
                [row.command.rawValue, row.chinese] + Role.allCases.map { row.permitted.contains($0) ? "x" : "" })
        }
        return "Permissions 权限: who may issue a command, over a scope that covers the unit\n\n\(table.text)"
    }

    private static func refusalsText(_ codes: [String]) -> String {
        var table = TextTable(header: ["no.", "code"])
        for (index, code) in codes.enumerated() { table.add(["\(index + 1)", code]) }
        return "Refusals 不予办理, in order of precedence\n\n\(table.text)"
    }

    private static func rulesText(_ rows: [RuleEntry]) -> String {
        var table = TextTable(header: ["rule", "规则", "refusals", "database constraint"])
        for row in rows { table.add([row.rule, row.chinese, list(row.refusals), row.constraint ?? "-"]) }
        return "Rules 规则, in order of precedence\n\n\(table.text)"
    }

    private static func list(_ words: [String]) -> String { words.isEmpty ? "-" : words.joined(separator: ", ") }
}
