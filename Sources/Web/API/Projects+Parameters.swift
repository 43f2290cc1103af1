import UseCases
import Workflow

extension Contract.Parameter {
    /// What pages of any list share.
    static func limit(_ range: ClosedRange<Int>) -> Self {
        Self(
            "limit", .integer(Int64(range.lowerBound)...Int64(range.upperBound)), "每页条数", "items a page at most")
    }

    static let cursor = Self(
        "cursor", .string(maximum: 400, pattern: "^[A-Za-z0-9_-]+$"), "上一页给出的next", "the page before's `next`")
    static let after = Self("after", .integer(0...Int64(Int32.max)), "从此号之后", "after this number")
    static let year = Self("year", .integer(2000...2999), "年度，不填为今年", "year; this year's without it")
}

extension Projects {
    static let listParameters: [Contract.Parameter] = [
        .init(
            "state", .string(maximum: 300, pattern: "^(\(stateNames))(,(\(stateNames)))*$"), "状态，可用逗号列出多个",
            "state, or several separated by commas"),
        .init("turn", .one(of: Role.self), "轮到谁办", "whose turn it is"),
        .init(
            "light", .one(of: Light.self), "今日灯色；一页可能不满，用next接着取",
            "today's light; a page may be short, go on with `next`"),
        .init("unit", .id, "村（社区）", "unit"), .init("area", .id, "片区", "area"),
        .init("category", .string(maximum: FieldLimits.line), "类别", "category"),
        .init("dueFrom", .day, "期限自", "due on this day or later"),
        .init("dueTo", .day, "期限至", "due on this day or earlier"),
        .init(
            "text", .string(maximum: 100), "名称、地点、村名、编号的一部分，可用拼音或首字母",
            "part of title, place, unit or number; in full pinyin or initials as well"),
        .init("order", .one(of: ProjectQuery.Order.self), "排序：期限先后或最新在前", "by due day, or the newest first"),
        .limit(pageLimit), .cursor,
        .init(
            "ids", .string(maximum: 3300, pattern: "^[0-9]+-[0-9]+-[0-9]+(,[0-9]+-[0-9]+-[0-9]+){0,99}$"),
            "只取这些项目，逗号分隔，至多100个", "only these projects, at most 100 separated by commas"),
    ]

    private static let stateNames = State.allCases.map(\.rawValue).joined(separator: "|")
}

extension Commands {
    /// One address for each command, so that each has the fields of its own.
    static let contracts: [(path: String, contract: Contract)] = Command.Kind.allCases.filter { $0 != .draft }.map {
        kind in
        (
            "/api/v1/projects/{id}/commands/\(kind.rawValue)",
            Contract(
                zh: kind.chinese, en: "The command `\(kind.rawValue)`. For: \(kind.roleNames).",
                body: .fields(kind.fields + FieldTables.circumstances), answer: .json(ProjectJSON.shape),
                keyed: .withEffect, isVersioned: true)
        )
    }
}

extension Command.Kind {
    fileprivate var roleNames: String { permitted.map(\.rawValue).joined(separator: ", ") }
}
