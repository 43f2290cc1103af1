import Hummingbird
import UseCases
import Workflow

/// When a person last looked at their villages from this device, to the day, kept by the browser.
///
/// The day stays the same while the person looks again and again on one day, so that a change does not vanish by
/// reloading: today's first look is compared with the last earlier day.
enum LastLook {
    private static let name = "liban-look"
    private static let keptFor = 90 * 24 * 60 * 60

    /// The last day before today on which the person looked; nil where none is known.
    static func day(_ call: Call) -> CivilDate? { read(call)?.before }

    static func cookie(_ call: Call) -> String {
        let today = call.services.clock.now().civilDate
        let known = read(call)
        let before = known.flatMap { $0.last < today ? $0.last : $0.before }
        let days = [today, before].compactMap { $0?.description }.joined(separator: ".")
        return "\(name)=\(days); Path=/; Max-Age=\(keptFor); HttpOnly; SameSite=Lax"
            + (call.services.settings.secureCookies ? "; Secure" : "")
    }

    /// Projects that have moved since: into another state, or to their end.
    static func changes(_ rows: [ChartRow], since day: CivilDate) -> [ChartRow] {
        rows.filter { row in row.state != .draft && (row.stageSince.map { $0 >= day } ?? false) }
            .sorted { ($0.stageSince ?? .distant, $0.id) > ($1.stageSince ?? .distant, $1.id) }
    }

    private static func read(_ call: Call) -> (last: CivilDate, before: CivilDate?)? {
        guard let value = call.request.cookies[name]?.value else { return nil }
        let days = value.split(separator: ".").compactMap { CivilDate(String($0)) }
        guard let last = days.first, last <= call.services.clock.now().civilDate else { return nil }
        let before = days.count > 1 ? days[1] : nil
        let today = call.services.clock.now().civilDate
        return (last, last < today ? last : before)
    }
}

extension CivilDate {
    /// Sorts what has no day to the end of a list of the newest.
    fileprivate static var distant: CivilDate { CivilDate(dayNumber: 0) }
}
