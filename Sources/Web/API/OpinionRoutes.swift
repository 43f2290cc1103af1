import Hummingbird
import UseCases
import Workflow

/// The office's register of opinions. Names and telephones only ever masked; the open ones by a request of their own,
/// with a reason that is kept.
enum OpinionRoutes {
    static let limit = 1...100

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["fate", "unit", "before", "limit", "project"])
        let limit = try query.number("limit", limit, default: 50)
        var opinions: [UseCases.Opinion]
        if let text = query["project"] {
            guard let project = ProjectID(text) else { throw Problem(.notFound) }
            opinions = try await call.services.opinions.opinions(of: project, for: caller.person)
        } else {
            opinions = try await call.services.opinions.list(
                OpinionQuery(
                    town: caller.person.town, before: try before(query), unit: try PublicRoutes.unit(query),
                    fate: try query.choice("fate", of: OpinionFate.self), limit: limit + 1), for: caller.person)
        }
        let hasMore = opinions.count > limit
        opinions = Array(opinions.prefix(limit))
        var json = JSONWriter(capacity: 512 * opinions.count + 64)
        json.object { json in
            json.array("items", opinions) { json, opinion in write(OpinionStatus(opinion: opinion), to: &json) }
            json.field("next", hasMore ? opinions.last.map { Int($0.number) } : nil)
        }
        return .json(json.bytes)
    }

    static func read(_ call: Call, _ caller: Caller) async throws -> Response {
        answer(try await call.services.opinions.status(try number(call), for: caller.person))
    }

    /// As a person hears it: everything but the unit and the words may be left out.
    static let fields: [Field] = [
        .must("words", "意见内容", "words", .text, "hint.opinionWords"),
        .must("channel", "来源", "channel", .choice(Choices.channels)),
        .may("unit", "村（社区）", "unit", .count), .line("place", "地点", "place"),
        .line("project", "涉及项目", "project", "hint.opinionProject"),
        .may("raisedOn", "提出日期", "day it was raised", .date),
        .line("name", "提出人姓名", "name", "hint.opinionName"), .line("phone", "提出人电话", "phone", "hint.opinionName"),
    ]

    static func enter(_ call: Call, _ caller: Caller) async throws -> Response {
        let (bytes, members) = try await call.jsonBody()
        let key = try Preconditions.requestKey(call, caller, body: bytes)
        let draft = try draft(try JSONFieldReader.read(members, fields), key: key)
        let opinion = try await call.services.opinions.enter(draft, by: caller.person)
        return answer(OpinionStatus(opinion: opinion), status: .created)
    }

    static func draft(_ values: Values, key: RequestKey) throws -> Opinions.Draft {
        var draft = Opinions.Draft()
        draft.channel = try values.choice("channel", OpinionChannel.self)
        if case .count(let unit)? = values["unit"] { draft.unit = UnitID(Int32(clamping: unit)) }
        if let text = values.optionalText("project") {
            guard let id = ProjectID(text) else { throw UseCaseError.opinion(.projectUnknown) }
            draft.project = id
        }
        draft.words = values.text("words")
        draft.place = values.text("place")
        draft.raisedOn = values.optionalDate("raisedOn")
        draft.name = values.text("name")
        draft.phone = values.text("phone")
        // One person's keys are not another's.
        draft.key = "\(key.person)/\(key.key)"
        return draft
    }

    static let stepFields: [Field] = [
        .must(
            "kind", "办理", "kind",
            .choice(Choices.opinionSteps)),
        .text("words", "内容", "words"), .line("project", "项目", "project"),
    ]

    /// `If-Match` holds the number of steps that were seen, as an opinion's version.
    static func take(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        let values = try JSONFieldReader.read(members, stepFields)
        let seen = try Preconditions.expectedVersion(call.request, from: 0)
        let status = try await call.services.opinions.take(
            try values.choice("kind", OpinionStep.Kind.self), try number(call), words: values.text("words"),
            project: values.optionalText("project").flatMap { ProjectID($0) }, seen: seen, by: caller.person)
        return answer(status)
    }

    static let reasonField: [Field] = [.must("reason", "理由", "reason", .line)]

    static func identity(_ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        let reason = try JSONFieldReader.read(members, reasonField).text("reason")
        let identity = try await call.services.opinions.identity(
            of: try number(call), reason: reason, by: caller.person)
        var json = JSONWriter()
        json.object { json in
            json.field("name", identity.name)
            json.field("phone", identity.phone)
        }
        return .json(json.bytes)
    }

    static func number(_ call: Call) throws -> Int32 {
        guard let number = Int32(try call.parameter("number")), number > 0 else { throw Problem(.notFound) }
        return number
    }

    static func before(_ query: Query) throws -> Int32? {
        guard let text = query["before"] else { return nil }
        guard let number = Int32(text), number > 0 else {
            throw Query.wrong("before", "须为上一页给出的值", "the value of the page before is expected")
        }
        return number
    }

    private static func answer(_ status: OpinionStatus, status code: HTTPResponse.Status = .ok) -> Response {
        var json = JSONWriter(capacity: 1024)
        write(status, to: &json)
        var response = Response.json(json.bytes, status: code)
        response.headers[.eTag] = "\"\(status.opinion.steps)\""
        return response
    }

    private static func write(_ status: OpinionStatus, to json: inout JSONWriter) {
        let opinion = status.opinion
        json.object { json in
            json.field("number", opinion.number)
            json.field("receipt", opinion.receipt)
            json.field("kind", opinion.kind.rawValue)
            json.field("channel", opinion.channel.rawValue)
            json.field("unitId", opinion.unit.map { Int($0.raw) })
            json.field("unit", opinion.unitName)
            json.field("project", opinion.project?.description)
            json.field("words", opinion.words)
            json.field("place", opinion.place)
            json.field("raisedOn", opinion.raisedOn)
            json.field("receivedAt", opinion.receivedAt)
            json.field("enteredById", opinion.by.map { Int($0.raw) })
            json.field("maskedName", opinion.maskedName)
            json.field("maskedPhone", opinion.maskedPhone)
            json.field("fate", opinion.fate.rawValue)
            json.field("fateName", opinion.fate.chinese)
            json.field("version", opinion.steps)
            json.array("steps", status.steps) { json, step in
                json.object { json in
                    json.field("kind", step.kind.rawValue)
                    json.field("words", step.words)
                    json.field("project", step.project?.description)
                    json.field("byId", step.by.raw)
                    json.field("by", step.byName)
                    json.field("at", step.at)
                }
            }
        }
    }
}
