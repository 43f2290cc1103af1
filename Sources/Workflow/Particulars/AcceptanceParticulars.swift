// Carried by the commands of acceptance and closing, and recorded by their events.

/// 申请验收.
public struct InspectionRequest: Hashable, Codable, Sendable {
    public var documents: [Document]
    public var words: String

    public init(documents: [Document], words: String = "") {
        self.documents = documents
        self.words = words
    }
}

/// Counts of the satisfaction survey: counts, not only a percentage.
public struct Satisfaction: Hashable, Codable, Sendable {
    public var satisfied: Int
    public var basicallySatisfied: Int
    public var dissatisfied: Int
    /// What an older paper survey concluded, where its counts were not kept.
    public var grade: Grade?

    public enum Grade: String, CaseIterable, Codable, Sendable {
        case satisfied, basicallySatisfied, dissatisfied
    }

    public init(satisfied: Int, basicallySatisfied: Int, dissatisfied: Int, grade: Grade? = nil) {
        self.satisfied = satisfied
        self.basicallySatisfied = basicallySatisfied
        self.dissatisfied = dissatisfied
        self.grade = grade
    }

    public var total: Int { satisfied + basicallySatisfied + dissatisfied }
}

/// 验收合格: who looked, what stands there, what residents say.
public struct Acceptance: Hashable, Codable, Sendable {
    public var panel: [PersonID]
    public var quantities: [Quantity]
    public var satisfaction: Satisfaction
    public var words: String

    public init(panel: [PersonID], quantities: [Quantity], satisfaction: Satisfaction, words: String = "") {
        self.panel = panel
        self.quantities = quantities
        self.satisfaction = satisfaction
        self.words = words
    }
}

/// 整改.
public struct Rectification: Hashable, Codable, Sendable {
    public var items: [String]
    public var dueOn: CivilDate

    public init(items: [String], dueOn: CivilDate) {
        self.items = items
        self.dueOn = dueOn
    }
}

/// 销号: where the result was published.
public struct CloseOut: Hashable, Codable, Sendable {
    public var publication: String

    public init(publication: String) { self.publication = publication }
}
