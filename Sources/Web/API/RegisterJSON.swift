import UseCases
import Workflow

extension RegisterRoutes {
    static func body(_ entry: RegisterEntry) -> [UInt8] {
        var json = JSONWriter(capacity: 1024)
        write(entry, to: &json)
        return json.bytes
    }

    /// What was written, under the names it was written with, and beside it what the register knows.
    static func write(_ entry: RegisterEntry, to json: inout JSONWriter) {
        json.object { json in
            json.field("number", Int(entry.id))
            json.field("version", entry.version)
            json.field("unitName", entry.unitName)
            json.field("changedBy", entry.by)
            json.field("changedAt", entry.changedAt)
            json.key("entry")
            json.value((try? JSONReader.read(Array(entry.body.utf8), limits: .none)) ?? .null)
        }
    }

    var shape: Shape { Self.shapes[register] ?? Shape(register.rawValue, zh, .anything) }

    private static let shapes = Dictionary(
        uniqueKeysWithValues: all.map { routes in
            (
                routes.register,
                Shape(
                    routes.name, routes.zh,
                    [
                        "number": .id, "version": .id, "unitName": .text.orNull, "changedBy": .text,
                        "changedAt": .instant, "entry": .fields(routes.fields),
                    ])
            )
        })

    private var name: String {
        switch register {
        case .meeting: "Meeting"
        case .spotCheck: "SpotCheck"
        case .case: "Case"
        }
    }
}

extension RegisterRoutes {
    private static let projects = Field.may("projects", "有关项目", "projects it is about", .lines)
    private static let unit = Field.may("unit", "村（社区）", "unit", .count)

    static let meetings = RegisterRoutes(
        register: .meeting, path: "meetings", zh: "议事会", en: "Meetings",
        fields: [
            .must("kind", "形式", "kind", .choice(Self.kinds)), unit, .must("heldOn", "日期", "day", .date),
            .must("title", "议题", "subject", .line), .line("place", "地点", "place"),
            .may("attendance", "到会人数", "people present", .count), .text("minutes", "记录", "minutes"),
            .may("decisions", "议定事项", "decisions", .lines), projects,
        ])

    static let spotChecks = RegisterRoutes(
        register: .spotCheck, path: "spot-checks", zh: "抽查", en: "Spot checks",
        fields: [
            unit, .must("heldOn", "抽查日期", "day of the check", .date), .must("title", "抽查内容", "what was checked", .line),
            projects, .may("inspectors", "抽查人", "inspectors", .lines),
            .must("problem", "抽查结果", "result", .flag(yes: "发现问题", no: "未发现问题")),
            .text("words", "情况", "what was found"), .may("rectifyBy", "整改期限", "to be mended by", .date),
            .may("recheckedOn", "复查日期", "day of the recheck", .date),
            .may("recheckPassed", "复查结果", "result of the recheck", .flag(yes: "已整改", no: "未整改")),
            .text("recheckWords", "复查情况", "what the recheck found"),
        ])

    static let cases = RegisterRoutes(
        register: .case, path: "cases", zh: "典型案例", en: "Cases",
        fields: [
            unit, .must("heldOn", "日期", "day", .date), .must("title", "标题", "title", .line), projects,
            .text("problem", "问题", "problem"), .text("practice", "做法", "practice"), .text("effect", "成效", "effect"),
            .may("published", "已发布", "published", .flag(yes: "已发布", no: "未发布")),
        ])

    private static let kinds = [
        ("nightTalk", "夜话"), ("peoplesDay", "民事民办日"), ("fourAndTwo", "四议两公开"), ("council", "议事会"), ("other", "其他"),
    ].map { Field.Choice(value: $0.0, zh: $0.1) }
}
