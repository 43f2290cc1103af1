import UseCases
import Workflow

/// A project as the API shows it.
enum ProjectJSON {
    static func body(_ view: ProjectView) -> [UInt8] {
        var json = JSONWriter(capacity: 1280)
        write(view, to: &json)
        return json.bytes
    }

    static func write(_ view: ProjectView, to json: inout JSONWriter) {
        let (summary, labels, standing) = (view.summary, view.labels, view.standing)
        json.object { json in
            json.field("id", summary.id.description)
            json.field("version", summary.version)
            json.field("number", labels.number)
            json.field("title", summary.title)
            json.field("town", labels.town)
            json.field("townId", summary.place.town.raw)
            json.field("area", labels.area)
            json.field("areaId", summary.place.area.raw)
            json.field("unit", labels.unit)
            json.field("unitId", summary.place.unit.raw)
            json.field("category", summary.category)
            json.field("state", summary.state.rawValue)
            json.field("stateName", summary.state.chinese)
            json.field("stateSince", summary.stateSince)
            json.field("stage", summary.state.stage.rawValue)
            json.field("turn", summary.turn?.rawValue)
            json.field("turnName", summary.turn?.chinese)
            json.field("light", standing.light.rawValue)
            json.field("lightName", standing.light.chinese)
            json.field("lightReason", standing.lightReason)
            json.field("submittedOn", summary.submittedOn)
            json.field("dueOn", standing.dueOn)
            json.field("dueProvisional", summary.dueProvisional)
            json.field("originalDueOn", summary.originalDueOn)
            json.field("noticeEndsOn", summary.noticeEndsOn)
            json.field("daysLeft", standing.daysLeft)
            json.field("forecastOn", view.forecastOn)
            json.field("willMiss", view.willMiss)
            json.field("pausedDays", summary.pausedDays)
            json.field("completedOn", summary.completedOn)
            json.field("closedOn", summary.closedOn)
            json.field("nextAction", standing.nextAction)
            json.field("requestedFen", summary.requested)
            json.field("capFen", summary.cap)
            json.field("awardedFen", summary.awarded)
            json.field("encumberedFen", summary.encumbered)
            json.field("disbursedFen", summary.disbursed)
            json.field("recoveredFen", summary.recovered)
            json.field("settledFen", summary.settled)
            json.field("blocker", summary.blocker)
            json.field("blockerSince", summary.blockerSince)
            json.array("pending", summary.pending) { json, item in json.object { write(item, to: &$0) } }
            json.field("recordedLate", summary.recordedLate)
            json.field("programme", labels.programme)
            json.field("policyVersion", summary.policyVersion)
        }
    }

    /// One thing that waits for somebody, in the object begun.
    static func write(_ item: PendingItem, to json: inout JSONWriter) {
        json.field("kind", item.kind.rawValue)
        json.field("number", item.number)
        json.field("role", item.mustAct.rawValue)
        json.field("words", item.words)
        json.field("since", item.since)
        json.field("by", item.by)
        json.field("askedFen", item.asked)
    }

    /// The id of a rendered project: an answer kept for a repeated request has nothing but its bytes.
    static func id(in body: [UInt8]) -> String? {
        let start = "{\"id\":\"".utf8
        guard body.starts(with: start) else { return nil }
        return String(validating: body.dropFirst(start.count).prefix { $0 != 0x22 }, as: UTF8.self)
    }
}
