internal import Foundation
internal import UseCases
internal import Workflow

/// JSON as it is stored: keys in order, so that the same value has the same bytes.
enum Coding {
    static func text(_ value: some Encodable) throws(StoreError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw .corrupt("a value cannot be written as JSON: \(error)")
        }
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws(StoreError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw .corrupt("a stored \(type) cannot be read: \(error)")
        }
    }

    /// The stored form of an event's body.
    static func body(of event: Event) throws(StoreError) -> String { try text(event.body) }

    /// The event of a stored kind and body.
    static func event(kind: String, body: String) throws(StoreError) -> Event {
        guard let known = Event.Kind(rawValue: kind) else { throw .corrupt("there is no event called \(kind)") }
        return try Event(kind: known, from: StoredBody(text: body))
    }
}

private struct StoredBody: BodyReader {
    let text: String

    func body<Body: Decodable>(_ type: Body.Type) throws(StoreError) -> Body { try Coding.value(type, from: text) }
}
