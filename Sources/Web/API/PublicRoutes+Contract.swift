import HTTPTypes
import UseCases
import Workflow

/// The routes that need no sign-in and what they promise.
extension PublicRoutes {
    static let all: [Route] = [
        .open(.get, "/api/v1/public/towns", towns)
            .promising(
                "公开的镇", "The towns.",
                .items(town)),
        .open(.get, "/api/v1/public/projects", projects)
            .promising(
                "公开的项目", "A town's published projects, the newest first.", query: parameters, refusals: [404],
                pageAnswer),
        .open(.get, "/api/v1/public/projects/{id}", project)
            .promising(
                "一个公开项目", "One published project.",
                path: [.init("id", .projectID, "项目编号，如1-2026-42", "the project's key")], .json(shape)),
        .open(.get, "/api/v1/public/notices", notices)
            .promising("批复公示", "Awards that are on notice.", query: parameters, refusals: [404], pageAnswer),
        .open(.post, "/api/v1/public/opinions", enter)
            .promising(
                "提意见", "Enters a resident's opinion, or an objection to a notice.", body: .fields(opinionFields),
                keyed: .ofStrangers, refusals: [404], .created(receiptShape)),
        .open(.get, "/api/v1/public/receipts/{receipt}", receipt)
            .promising(
                "查回执", "What became of an opinion.",
                path: [.init("receipt", .string(maximum: 20), "回执号", "the receipt's number")], .json(receiptShape)),
    ]

    private static let parameters: [Contract.Parameter] = [
        Contract.Parameter("town", .id, "镇", "town").required, .init("unit", .id, "村（社区）", "unit"),
        .init("before", .projectID, "此项目之前", "before this project"),
    ]

    private static let pageAnswer = Contract.Answer.page(shape, next: .projectID)

    private static let town = Shape("PublicTown", "公开的镇", ["id": .id, "name": .text, "county": .text])

    static let shape = Shape(
        "PublicProject", "公开的项目",
        [
            "id": .projectID, "number": .text, "title": .text, "town": .text, "area": .text, "unit": .text,
            "unitId": .id, "programme": .text, "category": .text, "place": .text,
            "state": .words(State.allCases.filter(\.isPublished).map(\.rawValue)), "stateName": .text,
            "awardedFen": .fen, "settledFen": .fen.orNull, "dueOn": .day.orNull, "dueProvisional": .flag,
            "noticeFrom": .day.orNull, "noticeEndsOn": .day.orNull,
            "quantities": .list(.object(["what": .text, "count": .count, "unit": .text])),
            "satisfied": .count.orNull, "basicallySatisfied": .count.orNull, "dissatisfied": .count.orNull,
            "steps": .list(.object(["name": .text, "day": .day])),
            "photos": .list(.object(["kind": .one(of: DocumentKind.self), "thumb": .text, "screen": .text])),
        ])

    private static let receiptShape = Shape(
        "OpinionReceipt", "回执",
        [
            "receipt": .text, "kind": .one(of: OpinionKind.self), "receivedAt": .instant,
            "fate": .one(of: OpinionFate.self), "fateName": .text,
            "answers": .list(
                .object(["kind": .one(of: OpinionStep.Kind.self), "words": .text, "at": .instant])),
            "projects": .list(.shape(shape)),
        ])
}
