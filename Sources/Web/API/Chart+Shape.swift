import UseCases
import Workflow

extension Chart {
    /// What `ChartFormatName.json` draws. Counts are by Chinese word, as on the wall.
    static let shape = Shape(
        "Chart", "挂图作战图",
        [
            "town": .text, "programme": .text, "year": .id, "asOf": .instant, "checkpoint": .text.orNull,
            "edition": .whole.orNull, "previousEdition": .whole.orNull, "knownOn": .day.orNull,
            "totals": .object([
                "projects": .count, "byState": .map(.count), "byLight": .map(.count), "requestedFen": .fen,
                "awardedFen": .fen, "disbursedFen": .fen, "settledFen": .fen,
            ]),
            "money": .object([
                "appropriatedFen": .fen, "encumberedFen": .fen, "disbursedFen": .fen, "recoveredFen": .fen,
                "freeFen": .fen,
            ]), "projects": .list(.shape(row)),
        ])

    private static let row = Shape(
        "ChartRow", "挂图上的项目",
        [
            "id": .projectID, "number": .text, "title": .text, "area": .text, "unit": .text, "category": .text,
            "secretary": .text.orNull, "officer": .text.orNull, "state": .one(of: State.self), "stateName": .text,
            "stage": .one(of: Stage.self), "light": .one(of: Light.self), "lightName": .text, "lightReason": .text,
            "turn": .text.orNull, "turnName": .text.orNull, "submittedOn": .day.orNull, "dueOn": .day.orNull,
            "dueProvisional": .flag, "completedOn": .day.orNull, "daysLeft": .whole.orNull, "requestedFen": .fen,
            "awardedFen": .fen, "disbursedFen": .fen, "settledFen": .fen.orNull, "blocker": .text.orNull,
            "nextAction": .text, "recordedLate": .flag, "stageSince": .day.orNull, "forecastMiss": .flag,
            "sourcesFen": .fen, "surplusFen": .fen.orNull, "consultation": .text.orNull, "dispatch": .text.orNull,
        ])
}
