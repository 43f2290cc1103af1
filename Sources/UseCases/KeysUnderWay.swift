import Locking
import Workflow

/// Request keys this process is working on: a repeat that comes too early is told so instead of waiting.
/// Between processes the database's own key holds (`request_key_once`).
final class KeysUnderWay: Sendable {
    private struct Name: Hashable {
        let person: Int32
        let town: Int32
        let key: String
    }

    private let names = Locked<Set<Name>>([])

    /// False when the key is being worked on already.
    func begin(_ key: RequestKey?) -> Bool {
        guard let key else { return true }
        return names.withLock { $0.insert(Self.name(key)).inserted }
    }

    func end(_ key: RequestKey?) {
        guard let key else { return }
        _ = names.withLock { $0.remove(Self.name(key)) }
    }

    private static func name(_ key: RequestKey) -> Name {
        Name(person: key.person.raw, town: key.town.raw, key: key.key)
    }
}
