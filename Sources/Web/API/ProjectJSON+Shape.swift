import UseCases
import Workflow

extension ProjectJSON {
    /// One thing that waits for somebody.
    static let pendingItem = Schema.object([
        "kind": .one(of: PendingItem.Kind.self), "number": .id, "role": .one(of: Role.self), "words": .text,
        "since": .day.orNull, "by": .day.orNull, "askedFen": .fen.orNull,
    ])

    /// What `write` writes.
    static let shape = Shape(
        "Project", "项目",
        [
            "id": .projectID, "version": .id, "number": .text, "title": .text, "town": .text, "townId": .id,
            "area": .text, "areaId": .id, "unit": .text, "unitId": .id, "category": .text,
            "state": .one(of: State.self), "stateName": .text, "stateSince": .day, "stage": .one(of: Stage.self),
            "turn": .one(of: Role.self).orNull, "turnName": .text.orNull, "light": .one(of: Light.self),
            "lightName": .text, "lightReason": .text, "submittedOn": .day.orNull, "dueOn": .day.orNull,
            "dueProvisional": .flag, "originalDueOn": .day.orNull, "noticeEndsOn": .day.orNull,
            "daysLeft": .whole.orNull, "forecastOn": .day.orNull, "willMiss": .flag, "pausedDays": .count,
            "completedOn": .day.orNull, "closedOn": .day.orNull, "nextAction": .text, "requestedFen": .fen,
            "capFen": .fen.orNull, "awardedFen": .fen, "encumberedFen": .fen, "disbursedFen": .fen,
            "recoveredFen": .fen, "settledFen": .fen.orNull, "blocker": .text.orNull, "blockerSince": .day.orNull,
            "pending": .list(pendingItem),
            "recordedLate": .flag, "programme": .text, "policyVersion": .id.orNull,
        ])
}

extension EventJSON {
    /// What the event says depends on its kind; its members are those of the command with the same verb.
    static let shape = Shape(
        "Event", "办理记录",
        [
            "sequence": .id, "event": .one(of: Event.Kind.self), "eventName": .text, "byId": .id, "by": .text,
            "role": .one(of: Role.self), "effectiveOn": .day, "recordedAt": .instant, "recordedLate": .flag,
            "lateReason": .text.orNull, "hash": .sha256, "body": .map(.anything),
        ])
}

extension StandingJSON {

    static let shape = Shape(
        "Standing", "办理情况",
        [
            "id": .projectID, "version": .id, "programme": .text, "policyVersion": .id,
            "turns": .list(.one(of: Role.self)), "dueOn": .day.orNull, "forecastOn": .day.orNull, "willMiss": .flag,
            "lateDays": .object([
                "office": .count, "officer": .count, "village": .count, "panel": .count, "total": .count,
            ]),
            "clockDays": .object(["need": .whole.orNull, "promise": .whole.orNull, "payment": .whole.orNull]),
            "paymentDueOn": .day.orNull, "paidInFullOn": .day.orNull, "paymentDaysLeft": .whole.orNull,
            "paymentLate": .flag, "pausedDays": .count, "onBehalf": .flag, "dutyExceptionUsed": .flag,
            "emergencyOn": .day.orNull,
            "blockers": .list(.shape(blocker)), "consultations": .list(.shape(consultation)),
            "dispatches": .list(.shape(dispatch)),
        ])

    private static let blocker = Shape(
        "Blocker", "堵点",
        [
            "number": .id, "kind": .one(of: Blocker.Kind.self), "words": .text, "mustAct": .one(of: Role.self),
            "raisedOn": .day, "clearedOn": .day.orNull,
        ])

    static let consultation = Shape(
        "ConsultationRecord", "会诊记录",
        [
            "number": .id, "state": .one(of: HelpState.self), "question": .text, "participants": .list(.text),
            "calledOn": .day, "meetBy": .day, "adjournments": .count, "decision": .text.orNull, "owner": .text.orNull,
            "doneBy": .day.orNull,
        ])

    static let dispatch = Shape(
        "DispatchRecord", "派单记录",
        [
            "number": .id, "state": .one(of: HelpState.self), "department": .text, "task": .text, "sentOn": .day,
            "by": .day, "signedBy": .text.orNull, "feedback": .text.orNull,
        ])
}
