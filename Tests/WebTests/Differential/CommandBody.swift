import Foundation
import Workflow

/// A command as a client writes it down, from the core's own particulars: the interface uses their names, with `Fen`
/// behind amounts.
enum CommandBody {
    static func of(_ command: Command) throws -> [String: Any] {
        // An enumeration's case is its only child; what it carries is encodable.
        guard let particulars = Mirror(reflecting: command).children.first?.value as? any Encodable else { return [:] }
        let json = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(particulars))
        var named = renamed(json) as? [String: Any] ?? [:]
        // A payment inside a correction or a return is written like a payment.
        if let payment = named.removeValue(forKey: "payment") as? [String: Any] {
            named.merge(payment) { first, _ in first }
        }
        if case .draft = command { return ["application": named] }
        return named
    }

    static func text(_ body: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: body, options: .sortedKeys), as: UTF8.self)
    }

    private static let amounts: Set = [
        "amount", "contractAmount", "actual", "requested", "promised", "retained", "totalCost",
    ]

    private static func renamed(_ json: Any) -> Any {
        if let list = json as? [Any] { return list.map(renamed) }
        guard let object = json as? [String: Any] else { return json }
        return Dictionary(
            uniqueKeysWithValues: object.map { name, value in
                (amounts.contains(name) ? name + "Fen" : name, renamed(value))
            })
    }
}
