import Hummingbird
import UseCases
import Workflow

/// The API without sign-in: what the public pages show, and entering an opinion.
enum PublicRoutes {
    static func towns(_ call: Call) async throws -> Response {
        let towns = try await call.services.board.towns()
        var json = JSONWriter()
        json.object { json in
            json.array("items", towns) { json, town in
                json.object { json in
                    json.field("id", town.id.raw)
                    json.field("name", town.name)
                    json.field("county", town.county)
                }
            }
        }
        return .json(json.bytes)
    }

    static func projects(_ call: Call) async throws -> Response { try await list(call, state: nil) }
    static func notices(_ call: Call) async throws -> Response { try await list(call, state: .onNotice) }

    private static func list(_ call: Call, state: State?) async throws -> Response {
        let query = try Query(call.request, allowed: ["town", "unit", "before"])
        guard let number = query["town"].flatMap({ Int32($0) }), number > 0 else {
            throw Query.wrong("town", "须为镇的编号", "the number of a town is expected")
        }
        let town = try await call.services.board.town(TownID(number))
        let (projects, next) = try await page(
            call,
            PublicQuery(town: town.id, unit: try unit(query), state: state, before: try before(query, town.id)))
        var json = JSONWriter(capacity: 1024 * projects.count + 64)
        json.object { json in
            json.array("items", projects) { json, project in write(project, to: &json) }
            json.field("next", next?.description)
        }
        return .json(json.bytes)
    }

    static func project(_ call: Call) async throws -> Response {
        var json = JSONWriter(capacity: 1024)
        write(try await call.services.board.project(try call.projectID()), to: &json)
        return .json(json.bytes)
    }

    static let opinionFields: [Field] = [
        .must("town", "镇", "town", .count), .may("unit", "村（社区）", "unit", .count),
        .line("project", "项目", "project"),
        .may(
            "kind", "类型", "kind",
            .choice(Choices.opinionKinds)),
        .must("words", "内容", "words", .text), .line("place", "地点", "place"), .line("name", "姓名", "name"),
        .line("phone", "电话", "phone"),
    ]

    /// Characters of a stranger's key: at random, sixteen are nobody else's.
    static let keyLengths = 16...100

    /// For the town's own mini-program: the same as the form, with an Idempotency-Key in place of its stamp.
    static func enter(_ call: Call) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        let values = try JSONFieldReader.read(members, opinionFields)
        guard let key = call.request.headers[.idempotencyKey] else { throw Problem(.keyMissing) }
        guard keyLengths.contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(
                .keyMalformed,
                detail: "Idempotency-Key须为\(keyLengths.lowerBound)至\(keyLengths.upperBound)个可见ASCII字符的随机串。",
                detailEn: "Here an Idempotency-Key has 16 to 100 visible ASCII characters, at random.")
        }
        let town = try await call.services.board.town(TownID(Int32(clamping: try values.count("town"))))
        var draft = Opinions.Draft()
        draft.kind = values.optionalText("kind").flatMap(OpinionKind.init(rawValue:)) ?? .opinion
        if case .count(let unit)? = values["unit"] { draft.unit = UnitID(Int32(clamping: unit)) }
        if let text = values.optionalText("project") {
            guard let id = ProjectID(text) else { throw UseCaseError.opinion(.projectUnknown) }
            draft.project = id
        }
        draft.words = values.text("words").trimmedText
        draft.place = values.text("place").trimmedText
        draft.name = values.text("name").trimmedText
        draft.phone = values.text("phone").trimmedText
        draft.key = "api-\(key)"
        let opinion = try await call.services.opinions.enter(draft, town: town.id)
        return .json(fate(OpinionStatus(opinion: opinion, steps: [], projects: [])), status: .created)
    }

    static func receipt(_ call: Call) async throws -> Response {
        .json(fate(try await call.services.opinions.fate(receipt: try call.parameter("receipt"))))
    }

    private static func fate(_ status: OpinionStatus) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("receipt", status.opinion.receipt)
            json.field("kind", status.opinion.kind.rawValue)
            json.field("receivedAt", status.opinion.receivedAt)
            json.field("fate", status.opinion.fate.rawValue)
            json.field("fateName", status.opinion.fate.chinese)
            json.array("answers", status.steps.filter { !$0.kind.namesProject }) { json, step in
                json.object { json in
                    json.field("kind", step.kind.rawValue)
                    json.field("words", step.words)
                    json.field("at", step.at)
                }
            }
            json.array("projects", status.projects) { json, project in write(project, to: &json) }
        }
        return json.bytes
    }

    // MARK: shared with the pages

    /// One page and the key the next one begins before.
    static func page(
        _ call: Call, _ query: PublicQuery
    ) async throws -> (projects: [PublicProject], next: ProjectID?) {
        var query = query
        let limit = query.limit
        query.limit = limit + 1
        let found = try await call.services.board.page(query)
        let page = Array(found.prefix(limit))
        return (page, found.count > limit ? page.last?.id : nil)
    }

    static func unit(_ query: Query) throws -> UnitID? {
        guard let text = query["unit"], !text.isEmpty else { return nil }
        guard let number = Int32(text), number > 0 else {
            throw Query.wrong("unit", "须为正整数", "a positive whole number is expected")
        }
        return UnitID(number)
    }

    static func before(_ query: Query, _ town: TownID) throws -> ProjectID? {
        guard let text = query["before"] else { return nil }
        guard let id = ProjectID(text), id.town == town else {
            throw Query.wrong("before", "须为上一页给出的值", "the value of the page before is expected")
        }
        return id
    }

    private static func write(_ project: PublicProject, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", project.id.description)
            json.field("number", project.number)
            json.field("title", project.title)
            json.field("town", project.town)
            json.field("area", project.area)
            json.field("unit", project.unit)
            json.field("unitId", project.place.unit.raw)
            json.field("programme", project.programme)
            json.field("category", project.category)
            json.field("place", project.location)
            json.field("state", project.state.rawValue)
            json.field("stateName", PublicState(project.state).chinese)
            json.field("awardedFen", project.awarded)
            json.field("settledFen", project.settled)
            json.field("dueOn", project.dueOn)
            json.field("dueProvisional", project.dueProvisional)
            json.field("noticeFrom", project.noticeFrom)
            json.field("noticeEndsOn", project.noticeEndsOn)
            json.array("quantities", project.quantities) { json, quantity in
                json.object { json in
                    json.field("what", quantity.what)
                    json.field("count", quantity.count)
                    json.field("unit", quantity.unit)
                }
            }
            json.field("satisfied", project.satisfaction?.satisfied)
            json.field("basicallySatisfied", project.satisfaction?.basicallySatisfied)
            json.field("dissatisfied", project.satisfaction?.dissatisfied)
            json.array("steps", project.steps) { json, step in
                json.object { json in
                    json.field("name", step.name.chinese)
                    json.field("day", step.day)
                }
            }
            json.array("photos", project.photos) { json, file in
                let base = "/public/projects/\(project.id)/photos/\(file.content.sha256)"
                json.object { json in
                    json.field("kind", file.kind.rawValue)
                    json.field("thumb", "\(base)/thumb")
                    json.field("screen", "\(base)/screen")
                }
            }
        }
    }
}
