import UseCases
import Workflow

/// An entry of a project's log as the API shows it.
enum EventJSON {
    static func write(_ stored: StoredEntry, to json: inout JSONWriter) {
        let entry = stored.entry
        json.object { json in
            json.field("sequence", entry.sequence)
            json.field("event", entry.event.kind.rawValue)
            json.field("eventName", entry.event.kind.chinese)
            json.field("byId", entry.by.raw)
            json.field("by", stored.byName)
            json.field("role", entry.role.rawValue)
            json.field("effectiveOn", entry.effectiveOn)
            json.field("recordedAt", entry.recordedAt)
            json.field("recordedLate", entry.isRecordedLate)
            json.field("lateReason", entry.lateReason)
            json.field("hash", stored.hash)
            json.key("body")
            json.object(entry.event.values)
        }
    }
}
