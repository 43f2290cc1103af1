/// Something a person should look at (提醒). It blocks nothing and accuses nobody; somebody answers it in writing.
public struct Warning: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case splitting, duplicate, reusedInvoice, reusedPhoto

        public var chinese: String {
            switch self {
            case .splitting: "疑似拆分"
            case .duplicate: "疑似重复"
            case .reusedInvoice: "发票曾被使用"
            case .reusedPhoto: "照片曾被使用"
            }
        }
    }

    public let kind: Kind
    /// What is alike, and by how much, in words.
    public let words: String
    /// The projects it points to.
    public let evidence: [Likeness]
    /// The project whose photos are the same or alike.
    public let photosOf: ProjectID?
    /// The kind and what it points to; an answer belongs to a key, so something more makes another warning.
    public let key: String

    init(
        _ kind: Kind, _ basis: String, _ words: String, evidence: [Likeness] = [], photosOf: ProjectID? = nil
    ) {
        self.kind = kind
        self.words = words
        self.evidence = evidence
        self.photosOf = photosOf
        key = ([kind.rawValue, basis] + evidence.map(\.project.id.description)).joined(separator: ".")
    }
}

/// What somebody wrote to a warning.
public struct WarningAnswer: Hashable, Sendable {
    public let key: String
    /// The warning as it was read then.
    public let words: String
    public let answer: String
    public let by: String
    public let at: Instant

    public init(key: String, words: String, answer: String, by: String, at: Instant) {
        self.key = key
        self.words = words
        self.answer = answer
        self.by = by
        self.at = at
    }
}

/// A photo of the project that another project has as well, or one that looks almost the same.
public struct SharedPhoto: Hashable, Sendable {
    public let name: String
    public let other: ProjectReference
    /// Byte for byte; otherwise only the pictures are alike.
    public let isSame: Bool

    public init(name: String, other: ProjectReference, isSame: Bool = true) {
        self.name = name
        self.other = other
        self.isSame = isSame
    }
}

/// A payment that was refused because its invoice had been used before.
public struct RefusedInvoice: Hashable, Sendable {
    public let by: String
    public let at: Instant

    public init(by: String, at: Instant) {
        self.by = by
        self.at = at
    }
}
