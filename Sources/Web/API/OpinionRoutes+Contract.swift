import HTTPTypes
import UseCases
import Workflow

/// The routes of the register of opinions and what they promise. One opinion is for whoever may see it, which its
/// writer decides as well as the role; so it is open to all who are signed in, and refused behind the route.
extension OpinionRoutes {
    static let all: [Route] = [
        .known(.get, "/api/v1/opinions", .read(.opinions), list)
            .promising(
                "群众意见", "The register, the newest first.",
                query: [
                    .init("fate", .one(of: OpinionFate.self), "办理情况", "what became of it"),
                    .init("unit", .id, "村（社区）", "unit"), .init("before", .id, "此号之前", "before this number"),
                    .init("project", .projectID, "关联的项目", "the project it is linked with"), .limit(limit),
                ],
                .page(shape, next: .id)),
        .known(.post, "/api/v1/opinions", .write(.enterOpinion), enter)
            .promising(
                "登记意见", "Enters an opinion for a resident.", body: .fields(fields), keyed: .keptAsked,
                .created(shape, at: "/api/v1/opinions/{number}")),
        .known(.get, "/api/v1/opinions/{number}", .signedIn, read)
            .promising("一条意见", "One opinion; its number of steps is the ETag.", .json(shape)),
        .known(.post, "/api/v1/opinions/{number}/steps", .write(.handleOpinion), take)
            .promising(
                "办理意见", "Links, unlinks, answers, declines, or enters an objection.", body: .fields(stepFields),
                versioned: true, firstVersion: 0, refusals: [409], .json(shape)),
        .known(.post, "/api/v1/opinions/{number}/identity", .write(.readIdentity), identity)
            .promising(
                "调阅提出人", "Name and telephone, with a reason that is kept.", body: .fields(reasonField),
                keyed: .shownOnce, .json(person)),
    ]

    static let shape = Shape(
        "Opinion", "群众意见",
        [
            "number": .id, "receipt": .text, "kind": .one(of: OpinionKind.self),
            "channel": .one(of: OpinionChannel.self), "unitId": .id.orNull, "unit": .text.orNull,
            "project": .projectID.orNull, "words": .text, "place": .text, "raisedOn": .day, "receivedAt": .instant,
            "enteredById": .id.orNull, "maskedName": .text.orNull, "maskedPhone": .text.orNull,
            "fate": .one(of: OpinionFate.self), "fateName": .text, "version": .count,
            "steps": .list(
                .object([
                    "kind": .one(of: OpinionStep.Kind.self), "words": .text, "project": .projectID.orNull, "byId": .id,
                    "by": .text, "at": .instant,
                ])),
        ])

    private static let person = Shape("OpinionPerson", "提出人", ["name": .text, "phone": .text])
}
