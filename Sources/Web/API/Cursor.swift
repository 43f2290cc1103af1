import UseCases
import Workflow

/// The place in a list where the next page begins: the order and the last row's key, opaque to clients.
enum Cursor {
    /// The order of notices: by the day they end.
    static let notices = "notices"

    static func text(after last: ProjectSummary) -> String {
        Base64URL.encode("\(notices)|\(last.noticeEndsOn?.description ?? "")|\(last.id)".utf8)
    }

    static func text(after last: ProjectSummary, _ order: ProjectQuery.Order) -> String {
        let due =
            switch order {
            case .due: last.dueOn?.description ?? ""
            case .newest: ""
            }
        return Base64URL.encode("\(order.rawValue)|\(due)|\(last.id)".utf8)
    }

    /// Refuses a cursor of another order: its place would mean something else.
    static func read(_ text: String, _ order: ProjectQuery.Order) throws -> (due: CivilDate?, id: ProjectID) {
        try read(text, order: order.rawValue)
    }

    static func read(_ text: String, order: String) throws -> (due: CivilDate?, id: ProjectID) {
        let fields = Base64URL.decode(text).flatMap { String(validating: $0, as: UTF8.self) }?
            .split(separator: "|", omittingEmptySubsequences: false)
        guard let fields, fields.count == 3, fields[0] == order, let id = ProjectID(fields[2]),
            fields[1].isEmpty || CivilDate(fields[1]) != nil
        else {
            throw Query.wrong("cursor", "不是本列表给出的", "it is not one that this list gave")
        }
        return (CivilDate(fields[1]), id)
    }
}
