// What commands carry and events record: values as they were written, which the rules judge.

/// A step that needs a reason and nothing else.
public struct Reasoned: Hashable, Codable, Sendable {
    public var reason: String

    public init(reason: String) { self.reason = reason }
}

/// A remark in the timeline.
public struct Remark: Hashable, Codable, Sendable {
    public var words: String

    public init(words: String) { self.words = words }
}
