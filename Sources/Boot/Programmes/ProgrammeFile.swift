public import Workflow
import Yams

/// A programme's file: a policy in YAML, as people write and check it.
public struct ProgrammeFile: Sendable {
    /// nil when anything is wrong.
    public let policy: Policy?
    /// Everything wrong with it, in the order of the lines.
    public let findings: [ProgrammeFinding]

    /// Reads a file's text. Both what cannot be read and what cannot work is found in one go.
    public init(_ text: String) {
        let node: Node?
        do { node = try compose(yaml: text) } catch {
            policy = nil
            findings = [Self.finding(error)]
            return
        }
        var reader = ProgrammeReader()
        let root = reader.section(node, "", keys: ProgrammeField.allCases.map(\.rawValue), line: nil)
        let read = reader.policy(root)
        let unread = Set(reader.findings.map(\.root))
        let unworkable = root.found == nil ? [] : read.problems.filter { unread.isDisjoint(with: Self.basis($0.field)) }
        findings =
            (reader.findings
            + unworkable.map {
                ProgrammeFinding(
                    line: root.lines[$0.field], field: $0.field, chinese: $0.chinese, english: $0.english)
            }).sorted { ($0.line ?? .max, $0.field) < ($1.line ?? .max, $1.field) }
        policy = findings.isEmpty ? read : nil
    }

    /// The settings a problem was found in: where one of them could not be read, the problem is not the file's.
    private static func basis(_ field: String) -> Set<String> {
        switch field {
        case "ladder": ["ladder", "cap"]
        case "limits": ["limits", "noticeWorkingDays"]
        case "lights": ["lights", "month"]
        case "noticeWorkingDays": ["limits", "noticeWorkingDays", "month"]
        case "pauseCapDays": ["pauseCapDays", "suspensionBackdatingDays", "emergencyPapersDays", "extensionCapDays"]
        case let field: [field]
        }
    }

    /// What the YAML parser says, with the line it stopped at.
    private static func finding(_ error: any Error) -> ProgrammeFinding {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ProgrammeFinding(
                line: mark.line, field: "文件", chinese: "不是YAML，请核对缩进、冒号和引号。",
                english: "this is no YAML (\(problem)); check indents, colons and quotes.")
        case .duplicatedKeysInMapping(let keys, _):
            ProgrammeFinding(
                line: nil, field: keys.joined(separator: ", "), chinese: "写了两次，请删去一处。",
                english: "it stands twice; remove one.")
        case let other:
            ProgrammeFinding(
                line: nil, field: "文件", chinese: "读不出来，请存为UTF-8的YAML。",
                english: "cannot be read (\(other.map { "\($0)" } ?? "\(error)")); save it as YAML in UTF-8.")
        }
    }
}
