import UseCases
import Workflow

// The forms of opinions and of what residents see.

extension PublicRoutes {
    static let listParameters: [Contract.Parameter] = [
        .init("town", .id, "镇", "town; always given"), .init("unit", .id, "村（社区）", "unit"),
        .init("before", .projectID, "上一页的next", "the page before's `next`"),
    ]

    static let town = Shape("PublicTown", "镇", ["id": .id, "name": .text, "county": .text])

    static let project = Shape(
        "PublicProject", "公开的项目",
        [
            "id": .projectID, "number": .text, "title": .text, "town": .text, "area": .text, "unit": .text,
            "unitId": .id, "programme": .text, "category": .text, "place": .text.orNull, "state": .one(of: State.self),
            "stateName": .text, "awardedFen": .fen.orNull, "settledFen": .fen.orNull, "dueOn": .day.orNull,
            "dueProvisional": .flag, "noticeFrom": .day.orNull, "noticeEndsOn": .day.orNull,
            "quantities": .list(.object(["what": .text, "count": .count, "unit": .text])),
            "satisfied": .count.orNull, "basicallySatisfied": .count.orNull, "dissatisfied": .count.orNull,
            "steps": .list(.object(["name": .text, "day": .day.orNull])),
            "photos": .list(.object(["kind": .one(of: DocumentKind.self), "thumb": .text, "screen": .text])),
        ])

    static let fate = Shape(
        "OpinionFate", "意见的去向",
        [
            "receipt": .text, "kind": .one(of: OpinionKind.self), "receivedAt": .instant,
            "fate": .one(of: OpinionFate.self), "fateName": .text,
            "answers": .list(.object(["kind": .one(of: OpinionStep.Kind.self), "words": .text, "at": .instant])),
            "projects": .list(.shape(project)),
        ])
}

extension OpinionRoutes {
    static let listParameters: [Contract.Parameter] = [
        .init("fate", .one(of: OpinionFate.self), "去向", "fate"), .init("unit", .id, "村（社区）", "unit"),
        .init("project", .projectID, "涉及项目", "about this project"),
        .init("before", .id, "上一页的next", "the page before's `next`"), .limit(limit),
    ]

    static let shape = Shape(
        "Opinion", "意见",
        [
            "number": .id, "receipt": .text, "kind": .one(of: OpinionKind.self),
            "channel": .one(of: OpinionChannel.self), "unitId": .id.orNull, "unit": .text.orNull,
            "project": .projectID.orNull, "words": .text, "place": .text.orNull, "raisedOn": .day.orNull,
            "receivedAt": .instant, "enteredById": .id.orNull, "maskedName": .text.orNull,
            "maskedPhone": .text.orNull, "fate": .one(of: OpinionFate.self), "fateName": .text, "version": .count,
            "steps": .list(
                .object([
                    "kind": .one(of: OpinionStep.Kind.self), "words": .text, "project": .projectID.orNull, "byId": .id,
                    "by": .text, "at": .instant,
                ])),
        ])

    static let identityShape = Shape("Identity", "提出人", ["name": .text, "phone": .text])
}
