import UseCases
import Workflow

// The forms of the smaller answers, each beside the enum that writes it.

extension Units {
    static let shape = Shape(
        "Unit", "村（社区）",
        [
            "id": .id, "name": .text, "area": .text, "areaId": .id, "secretary": .text.orNull,
            "guidanceOfficer": .text.orNull,
        ])
}

extension Funds {
    static let shape = Shape(
        "Fund", "资金",
        [
            "id": .id, "programme": .text, "year": .id, "appropriatedFen": .fen, "encumberedFen": .fen,
            "disbursedFen": .fen, "recoveredFen": .fen, "broughtForwardFen": .fen, "carriedForwardFen": .fen,
            "sweptFen": .fen, "freeFen": .fen, "closedOn": .day.orNull,
        ])

    static let entry = Shape(
        "FundEntry", "资金流水",
        [
            "number": .long, "kind": .one(of: Movement.Kind.self), "amountFen": .fen,
            "from": .one(of: Movement.Account.self), "to": .one(of: Movement.Account.self),
            "project": .projectID.orNull, "projectNumber": .text.orNull, "effectiveOn": .day, "recordedAt": .instant,
            "reason": .text, "corrects": .long.orNull,
        ])
}

extension PersonJSON {
    static let shape = Shape(
        "Person", "人员",
        [
            "id": .id, "name": .text, "townId": .id,
            "roles": .list(
                .object(
                    ["role": .one(of: Role.self), "roleName": .text, "from": .day, "to": .day.orNull],
                    optional: ["unitId": .id, "areaId": .id, "townId": .id])),
        ])
}

extension Sessions {
    static let opened = Shape(
        "NewSession", "登录",
        [
            "token": .text, "expiresAt": .instant, "limitedTo": .one(of: SessionLimit.self).orNull,
            "person": .shape(PersonJSON.shape),
        ])
    static let shape = Shape("Session", "当前登录", ["person": .shape(PersonJSON.shape)])
}

extension Commands {
    static let possibility = Shape(
        "Possibility", "可办与不可办",
        [
            "command": .one(of: Command.Kind.self), "name": .text, "allowed": .flag, "code": .text.orNull,
            "reason": .text.orNull, "reasonEn": .text.orNull,
        ])
}

extension QueueRoutes {
    static let shape = Shape(
        "QueueItem", "待办",
        [
            "reasons": .list(
                .object(
                    [
                        "kind": .words(["turn", "endorsement"] + PendingItem.Kind.allCases.map(\.rawValue)),
                        "role": .one(of: Role.self),
                    ],
                    optional: [
                        "number": .id, "words": .text, "since": .day.orNull, "by": .day.orNull,
                        "askedFen": .fen.orNull,
                    ])),
            "openWarnings": .count, "project": .shape(ProjectJSON.shape),
        ])
}

extension ProgrammeRoutes {
    static let shape = Shape(
        "Programme", "专项办法",
        ["programme": .text, "version": .id, "active": .flag, "policy": .shape(policy)])

    /// As it is sent, so that what was read can be sent back.
    private static let policy = Shape("Policy", "办法", .fields(PolicyFields.all))
}

extension HandoverRoutes {
    static let shape = Shape(
        "Handover", "换届交接",
        [
            "number": .id, "unitId": .id, "unit": .text, "role": .one(of: Role.self), "roleName": .text, "fromId": .id,
            "from": .text, "toId": .id, "to": .text, "on": .day, "confirmedByFromAt": .instant.orNull,
            "confirmedByToAt": .instant.orNull, "confirmedByFromBasis": .text.orNull,
            "confirmedByToBasis": .text.orNull,
            "complete": .flag, "withdrawnAt": .instant.orNull, "withdrawalReason": .text.orNull,
            "projects": .list(.projectID),
            "running": .list(
                .object([
                    "id": .projectID, "number": .text, "title": .text, "state": .one(of: State.self),
                    "dueOn": .day.orNull,
                ])),
        ])
}

extension DutyExceptions {
    static let shape = Shape(
        "DutyException", "兼任许可",
        ["one": .text, "other": .text, "from": .day, "to": .day, "reason": .text, "inForce": .flag])
    static let listShape = Shape("DutyExceptions", "兼任许可", ["items": .list(.shape(shape))])
}

extension DeputyRoutes {
    static let shape = Shape(
        "Deputy", "代理",
        [
            "deputyId": .id, "deputy": .text, "standsInForId": .id, "standsInFor": .text, "role": .one(of: Role.self),
            "roleName": .text, "from": .day, "to": .day.orNull, "inForce": .flag,
        ])
    static let listShape = Shape("Deputies", "代理", ["items": .list(.shape(shape))])
}

extension Health {
    static let aliveShape = Shape("Alive", "存活", ["status": .words(["ok"])])
    static let readiness = Shape(
        "Readiness", "就绪",
        [
            "status": .words(["ready", "unready"]),
            "checks": .list(.object(["name": .text, "passed": .flag, "detail": .text])),
        ])
}

extension AuditRoutes {
    static let parameters: [Contract.Parameter] = [
        .init("person", .id, "人员", "person"), .init("act", .one(of: AuditAct.self), "事项", "act"),
        .init("result", .one(of: AuditResult.self), "结果", "result"), .init("from", .day, "自", "from this day"),
        .init("to", .day, "至", "to this day, inclusive"), .init("subject", .string(maximum: 100), "对象", "subject"),
        .init("before", .integer(1...Int64.max), "在此序号之前", "before this number"), .limit(1...AuditLog.pageLimit),
    ]

    static let shape = Shape(
        "AuditRecord", "审计记录",
        [
            "number": .long, "at": .instant, "personId": .id.orNull, "person": .text.orNull,
            "act": .one(of: AuditAct.self), "actName": .text, "result": .one(of: AuditResult.self), "subject": .text,
            "detail": .text, "address": .text, "request": .text, "previousHash": .text, "hash": .sha256,
        ])
}
