import Hummingbird
import HummingbirdCore

/// The query of a request, read strictly: an unknown or repeated name is a mistake worth telling.
struct Query {
    private let values: [String: String]

    init(_ request: Request, allowed: Set<String>) throws {
        var values: [String: String] = [:]
        for (name, value) in request.uri.queryParameters {
            let name = String(name)
            guard allowed.contains(name) else {
                throw Self.wrong(name, "没有这个查询参数", "there is no such parameter")
            }
            guard values.updateValue(String(value), forKey: name) == nil else {
                throw Self.wrong(name, "重复", "it is given twice")
            }
        }
        self.values = values
    }

    subscript(_ name: String) -> String? { values[name] }

    func number(_ name: String, _ range: ClosedRange<Int>, default standard: Int) throws -> Int {
        guard let text = values[name] else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw Self.wrong(
                name, "须为\(range.lowerBound)至\(range.upperBound)的整数",
                "a whole number from \(range.lowerBound) to \(range.upperBound) is expected")
        }
        return number
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, of type: Choice.Type
    ) throws -> Choice? where Choice.RawValue == String {
        guard let text = values[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw Self.wrong(name, "须为\(names)之一", "one of \(names) is expected")
        }
        return choice
    }

    static func wrong(_ name: String, _ zh: String, _ en: String) -> Problem {
        var problem = Problem(
            .malformedParameter, detail: "查询参数“\(name)”：\(zh)。", detailEn: "Parameter “\(name)”: \(en).")
        problem.field = name
        return problem
    }
}
