public import Workflow

/// Which projects, in which order, and after which one.
public struct ProjectQuery: Hashable, Sendable {
    public enum Order: String, CaseIterable, Sendable {
        /// By due day (open ones without a due day last), then by key.
        case due
        /// Newest key first.
        case newest
    }

    public var town: TownID
    public var unit: UnitID?
    public var area: AreaID?
    public var state: State?
    /// Any of these; with `state`, those that are both.
    public var states: [State]?
    public var category: String?
    public var dueFrom: CivilDate?
    public var dueTo: CivilDate?
    /// Part of title, place, unit or number, in characters, full pinyin or initials.
    public var text: String?
    /// Whose turn it is, and the light of today: they follow from the row and are not stored in it.
    public var turn: Role?
    public var light: Light?
    public var order: Order
    /// The last row of the page before: its due day (for `due`) and key.
    public var after: (due: CivilDate?, id: ProjectID)?
    public var limit: Int

    public init(
        town: TownID, unit: UnitID? = nil, area: AreaID? = nil, state: State? = nil, order: Order = .due,
        after: (due: CivilDate?, id: ProjectID)? = nil, limit: Int = 50
    ) {
        self.town = town
        self.unit = unit
        self.area = area
        self.state = state
        self.order = order
        self.after = after
        self.limit = limit
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.town == b.town && a.unit == b.unit && a.area == b.area && a.state == b.state && a.order == b.order
            && a.states == b.states && a.category == b.category && a.dueFrom == b.dueFrom && a.dueTo == b.dueTo
            && a.text == b.text && a.turn == b.turn && a.light == b.light && a.after?.due == b.after?.due
            && a.after?.id == b.after?.id && a.limit == b.limit
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(town)
        hasher.combine(limit)
    }
}
