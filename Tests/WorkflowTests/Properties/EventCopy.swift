import Foundation
import Workflow

/// An event written to text and read back, as a store does it: the kind as a word, the body as JSON.
enum EventCopy {
    struct Reader: BodyReader {
        let bytes: Data

        func body<Body: Decodable>(_ type: Body.Type) throws(any Error) -> Body {
            try JSONDecoder().decode(type, from: bytes)
        }
    }

    static func stored(_ event: Event) throws -> Event {
        let bytes = try JSONEncoder().encode(event.body)
        guard let kind = Event.Kind(rawValue: event.kind.rawValue) else { return event }
        return try Event(kind: kind, from: Reader(bytes: bytes))
    }
}
