/// Something wrong with a programme's file: where, which setting, why, and what would mend it.
public struct ProgrammeFinding: Hashable, Sendable {
    /// Counted from 1; nil where the setting is not in the file.
    public let line: Int?
    /// Path of the setting: "limits.review", "ladder[2].upTo".
    public let field: String
    public let chinese: String
    public let english: String

    /// The field's first part: "limits" of "limits.review".
    var root: String { String(field.prefix { $0 != "." && $0 != "[" }) }

    /// One line for people.
    public var text: String {
        let place = line.map { "第\($0)行 line \($0) " } ?? ""
        return "\(place)\(field)：\(chinese) / \(english)"
    }
}
