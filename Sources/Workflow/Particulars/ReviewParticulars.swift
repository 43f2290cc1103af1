// Carried by the commands of application and review, and recorded by their events.

/// 现场核实: advice, never approval (指导不领导).
public struct SiteVisit: Hashable, Codable, Sendable {
    public var visitedOn: CivilDate
    public var recommended: Bool
    public var opinion: String

    public init(visitedOn: CivilDate, recommended: Bool, opinion: String) {
        self.visitedOn = visitedOn
        self.recommended = recommended
        self.opinion = opinion
    }
}

/// 退回补正: the sections to mend and why, all at once.
public struct Return: Hashable, Codable, Sendable {
    public var sections: [String]
    public var reason: String

    public init(sections: [String], reason: String) {
        self.sections = sections
        self.reason = reason
    }
}

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
