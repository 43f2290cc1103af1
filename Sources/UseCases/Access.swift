public import Workflow

/// What a person may look at. Commands have their own table (`Command.Kind.permitted`); together they cover
/// every operation of the API, and a test fails for one without a rule.
public enum ReadOperation: String, CaseIterable, Sendable {
    case project, projectList, events, possibilities, fund, fundEntries, chart, units, people

    /// Every role that works on projects sees its whole town, as the wall does. Administrators of the system do not.
    public var permitted: [Role] {
        switch self {
        case .project, .projectList, .events, .possibilities, .chart, .units:
            [.secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .panelMember, .auditor]
        case .fund, .fundEntries: [.secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .auditor]
        case .people: [.clerk, .director, .leader, .auditor, .admin]
        }
    }
}

extension Person {
    /// Whether this person holds one of the operation's roles in that town on that day.
    public func mayRead(_ operation: ReadOperation, in town: TownID, on day: CivilDate) -> Bool {
        self.town == town && operation.permitted.contains { holds($0, on: day) }
    }
}
