import Hummingbird
import UseCases
import Workflow

/// Answers with only the members that were asked for.
enum SparseFields {
    /// A page of the longest items at its longest is about half of this.
    private static let limit = 4 * 1024 * 1024

    static func keep(_ names: [String], in response: Response) async throws -> Response {
        guard response.status == .ok, response.isJSON, let bytes = try await response.bytes(upTo: limit),
            case .object(let members) = try? JSONReader.read(bytes, limits: .none)
        else { return response }
        var json = JSONWriter(capacity: bytes.count)
        json.object { json in
            let items = members.first { $0.name == "items" }
            if let items, case .array(let values) = items.value {
                json.array("items", values) { json, item in json.value(kept(names, of: item)) }
                for (name, value) in members where name != "items" {
                    json.key(name)
                    json.value(value)
                }
            } else {
                for (name, value) in members where names.contains(name) {
                    json.key(name)
                    json.value(value)
                }
            }
        }
        var answer = Response.json(json.bytes)
        answer.headers[.eTag] = response.headers[.eTag]
        return answer
    }

    private static func kept(_ names: [String], of item: JSON) -> JSON {
        guard case .object(let members) = item else { return item }
        return .object(members.filter { names.contains($0.name) })
    }
}

extension JSONWriter {
    /// A value as it was read.
    mutating func value(_ value: JSON) {
        switch value {
        case .null: null()
        case .bool(let truth): self.value(truth)
        case .number(let digits): raw(digits)
        case .string(let text): self.value(text)
        case .array(let items): array { json in items.forEach { json.value($0) } }
        case .object(let members):
            object { json in
                for (name, value) in members {
                    json.key(name)
                    json.value(value)
                }
            }
        }
    }
}
