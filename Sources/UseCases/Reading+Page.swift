public import Workflow

/// A page of a list, and the row after which the next one begins.
public struct ProjectPage: Sendable {
    public let views: [ProjectView]
    /// nil when there is nothing more.
    public let last: ProjectSummary?
}

extension ProjectQuery {
    /// Whether more is asked than the plain lists know.
    public var isNarrowed: Bool { states != nil || category != nil || dueFrom != nil || dueTo != nil }
}

extension Reading {
    /// Rows looked at for one page at most. Turn and light follow from a row and the day and are in no index, so rows
    /// are read in order and held against them; a page may end early, and the next one goes on from there.
    static let scanLimit = 1000
    private static let scanPage = 200

    public func page(_ query: ProjectQuery, for person: Person) async throws(UseCaseError) -> ProjectPage {
        try permit(person, .projectList, query.town)
        var next = query.inIndex
        // One row more than asked for tells whether there is a next page.
        next.limit = query.isReckoned ? Self.scanPage : query.limit + 1
        var views: [ProjectView] = []
        var scanned = 0
        while true {
            let asked = next
            let records = try await stored { try await projects.list(asked) }
            for view in try await self.views(records) where query.matches(view) {
                if views.count == query.limit { return ProjectPage(views: views, last: views.last?.summary) }
                views.append(view)
            }
            scanned += records.count
            guard records.count == next.limit, let last = records.last?.summary else {
                return ProjectPage(views: views, last: nil)
            }
            if scanned >= Self.scanLimit { return ProjectPage(views: views, last: last) }
            next.after = (last.dueOn, last.id)
        }
    }

    /// Those of these projects that are there and may be read, in the order asked for.
    public func projects(_ ids: [ProjectID], for person: Person) async throws(UseCaseError) -> [ProjectView] {
        try permit(person, .project, person.town)
        let own = ids.filter { $0.town == person.town }
        if own.isEmpty { return [] }
        let records = try await stored { try await projects.records(of: own, in: person.town) }
        let found = Dictionary(
            try await views(records).map { ($0.summary.id, $0) }, uniquingKeysWith: { first, _ in first })
        return own.compactMap { found[$0] }
    }
}

extension ProjectQuery {
    /// What the database is asked: turn and light become the states that can have them.
    fileprivate var inIndex: ProjectQuery {
        var query = self
        var possible = states
        if turn != nil || light != nil {
            let all = (states ?? State.allCases).filter { state in
                turn.map { state.mayBe(turnOf: $0) } ?? true && (light.map { state.mayShow($0) } ?? true)
            }
            possible = state.map { only in all.filter { $0 == only } } ?? all
        } else if let state, possible != nil || category != nil || dueFrom != nil || dueTo != nil {
            possible = possible.map { $0.filter { $0 == state } } ?? [state]
        }
        query.states = possible
        return query
    }

    /// Whether rows have to be held against what is in no index.
    fileprivate var isReckoned: Bool {
        turn != nil || light != nil || (text != nil && (state != nil || unit != nil || isNarrowed))
            || (order == .newest && isNarrowed)
    }

    fileprivate func matches(_ view: ProjectView) -> Bool {
        let summary = view.summary
        let due = summary.dueOn
        return (turn == nil || summary.turn == turn) && (light == nil || view.standing.light == light)
            && (unit == nil || summary.place.unit == unit) && (state == nil || summary.state == state)
            && (states?.contains(summary.state) ?? true) && (category == nil || summary.category == category)
            && (dueFrom.map { from in due.map { $0 >= from } ?? true } ?? true)
            && (dueTo.map { to in due.map { $0 <= to } ?? false } ?? true)
    }
}

extension State {
    /// A completed project is the clerk's once it is paid, finance's before.
    fileprivate func mayBe(turnOf role: Role) -> Bool { turn == role || (self == .completed && role == .clerk) }

    fileprivate func mayShow(_ light: Light) -> Bool {
        switch light {
        case .blue: self == .completed || self == .closedOut
        case .grey: self == .draft || (isEnd && self != .closedOut)
        case .red, .yellow, .green: !isEnd && self != .draft && self != .completed
        }
    }
}
