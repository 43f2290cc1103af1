import Foundation
import HTTPTypes
import Testing

@testable import Web

/// Holds every answer the Web tests see to the contract of its route: the status is one the contract names, the body
/// has exactly the described form.
enum Conformance {
    static func check(_ answer: Answer, _ method: HTTPRequest.Method, _ target: String) {
        let path = target.prefix { $0 != "?" }
        let candidates = Routes.all.filter { $0.method == method && $0.matches(path) }
        // Where two routes fit, the one without a variable part is what the router took.
        guard let route = candidates.min(by: { $0.variables < $1.variables }),
            let contract = route.contract(of: path)
        else { return }
        let place = "\(method) \(target)"
        let described = contract.statuses(route, path: route.path)
        if !described.contains(answer.status) {
            Issue.record(
                "\(place) answered \(answer.status), which its contract does not name: \(answer.text.prefix(300))")
        }
        if contract.answer.address != nil, answer.status == 201 {
            let address = answer.header("Location") ?? ""
            #expect(address.hasPrefix("/api/v1/") && !address.contains("{"), "\(place) is at “\(address)”")
        }
        let type = answer.header("Content-Type") ?? ""
        if type.hasPrefix("application/problem+json") {
            report(.shape(ProblemShape.problem), answer, place)
            #expect(answer.header("Link") == nil || answer.status >= 400)
        } else if type.hasPrefix("application/json"), answer.status < 300,
            case .json(let schema) = contract.answer.content
        {
            // An answer cut down by `fields` lacks members; those that it has are as described.
            report(schema, answer, place, isCut: target.contains("fields="))
        }
    }

    private static func report(_ schema: Schema, _ answer: Answer, _ place: String, isCut: Bool = false) {
        do {
            let value = try JSONReader.read(answer.bytes, limits: .none)
            for fault in faults(value, schema, at: "") where !(isCut && fault.hasSuffix(" is missing")) {
                Issue.record("\(place): \(fault)")
            }
        } catch { Issue.record("\(place) is no JSON: \(error)") }
    }

    /// Everything in which the value differs from the schema.
    static func faults(_ value: JSON, _ schema: Schema, at path: String) -> [String] {
        func wrong(_ what: String) -> [String] { ["\(path.isEmpty ? "/" : path) \(what)"] }
        switch (schema, value) {
        case (.anything, _), (.boolean, .bool), (.number, .number): return []
        case (.shape(let shape), _): return faults(value, shape.schema, at: path)
        case (.nullable, .null): return []
        case (.nullable(let schema), _): return faults(value, schema, at: path)
        case (.either(let schemas), _):
            return schemas.contains { faults(value, $0, at: path).isEmpty } ? [] : wrong("fits none of the forms")
        case (.words(let words), .string(let text)):
            return words.contains(text) ? [] : wrong("is “\(text)”, none of \(words)")
        case (.integer(let range), .number(let digits)):
            return Int64(digits).map { range.contains($0) } == true ? [] : wrong("is \(digits), not in \(range)")
        case (.string(let maximum, let pattern, let format), .string(let text)):
            if let maximum, text.unicodeScalars.count > maximum { return wrong("is longer than \(maximum)") }
            if let pattern, text.range(of: pattern, options: .regularExpression) == nil {
                return wrong("is “\(text)”, not of the form \(pattern)")
            }
            return isFormed(text, format) ? [] : wrong("is “\(text)”, no \(format ?? "")")
        case (.array(let items, let maximum), .array(let values)):
            if let maximum, values.count > maximum { return wrong("has more than \(maximum) items") }
            return values.enumerated().flatMap { faults($1, items, at: "\(path)/\($0)") }
        case (.map(let schema), .object(let members)):
            return members.flatMap { faults($0.value, schema, at: "\(path)/\($0.name)") }
        case (.object(let described), .object(let members)): return faults(members, described, path)
        case _: return wrong("is a \(value.kindName), not \(schema.words)")
        }
    }

    private static func faults(
        _ members: [(name: String, value: JSON)], _ described: [Schema.Member], _ path: String
    ) -> [String] {
        var found: [String] = []
        for (name, value) in members {
            if let member = described.first(where: { $0.name == name }) {
                found += faults(value, member.schema, at: "\(path)/\(name)")
            } else {
                found.append("\(path)/\(name) is not described")
            }
        }
        for member in described where member.isRequired && !members.contains(where: { $0.name == member.name }) {
            found.append("\(path)/\(member.name) is missing")
        }
        return found
    }

    private static func isFormed(_ text: String, _ format: String?) -> Bool {
        switch format {
        case "date": text.range(of: #"^\d{4}-\d\d-\d\d$"#, options: .regularExpression) != nil
        case "date-time":
            text.range(of: #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"#, options: .regularExpression) != nil
        case _: true
        }
    }
}

extension Route {
    fileprivate var variables: Int { path.split(separator: "/").count { $0.hasPrefix("{") } }
}
