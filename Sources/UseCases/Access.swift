public import Workflow

/// What a person may look at. Commands have their own table (`Command.Kind.permitted`); together they cover
/// every operation of the API, and a test fails for one without a rule.
public enum ReadOperation: String, CaseIterable, Sendable {
    case project, projectList, events, possibilities, standing, queue, fund, fundEntries, chart, units, people, help,
        registers
    case programmes, handovers, dutyExceptions, statements, projectStatement, warnings, files, opinions
    case audit, accounts

    /// Every role that works on projects sees its whole town, as the wall does. Administrators of the system do not;
    /// they see the rules and the people they look after.
    public var permitted: [Role] {
        switch self {
        case .project, .projectList, .events, .possibilities, .standing, .chart, .units, .handovers, .dutyExceptions,
            .help, .registers, .projectStatement, .warnings, .files:
            [.secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .panelMember, .auditor]
        case .programmes:
            [
                .secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .panelMember, .auditor, .admin,
                .securityAdmin,
            ]
        // An auditor changes nothing, so nothing waits for one.
        case .queue: [.secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .panelMember]
        case .fund, .fundEntries: [.secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .auditor]
        case .opinions: [.secretary, .guidanceOfficer, .clerk, .director, .leader, .auditor]
        // The whole town's money: the offices that keep, decide and check it.
        case .statements: [.clerk, .director, .leader, .finance, .auditor]
        case .people: [.clerk, .director, .leader, .auditor, .admin, .securityAdmin]
        case .audit: [.auditAdmin, .auditor]
        case .accounts: [.securityAdmin, .auditor]
        }
    }
}

/// What a person may change beside projects.
public enum WriteOperation: String, CaseIterable, Sendable {
    case addPolicy, activatePolicy, proposeHandover, appointDeputy, giveDutyException, reconcile, answerWarning
    case keepMeetings, keepSpotChecks, keepCases
    case addFile, enterOpinion, handleOpinion, readIdentity, readOriginal
    case openFund, appropriate, correctFund, sweepFund, closeYear, reopenYear
    case printEdition
    case exportAudit, administerAccounts

    public var permitted: [Role] {
        switch self {
        case .addPolicy, .activatePolicy: [.director, .admin]
        case .proposeHandover: [.clerk, .director]
        case .appointDeputy: [.director, .leader]
        case .giveDutyException: [.director]
        case .keepMeetings: Register.meeting.keepers
        case .keepSpotChecks: Register.spotCheck.keepers
        case .keepCases: Register.case.keepers
        case .enterOpinion: [.secretary, .guidanceOfficer, .clerk, .director]
        case .handleOpinion: [.clerk, .director]
        // Whoever has to call a resident back, and nobody who looks after the machine.
        case .readIdentity: [.clerk, .director]
        // Place and camera of a photo: for whoever checks a claim.
        case .readOriginal: [.director, .auditor]
        case .addFile: [.secretary, .guidanceOfficer, .clerk, .director, .finance, .panelMember]
        case .openFund, .appropriate: [.finance, .director]
        case .correctFund, .sweepFund, .closeYear: [.finance]
        case .reopenYear: [.director]
        // Changes nothing, but is given the bank's statement to read.
        case .reconcile: [.clerk, .director, .finance, .auditor]
        case .answerWarning: [.secretary, .guidanceOfficer, .clerk, .director, .finance]
        // A number on the wall voids the one before: whoever answers for the wall.
        case .printEdition: [.guidanceOfficer, .clerk, .director, .leader]
        // Who looks into the trail must not be able to grant offices, and who grants them must not tend the trail.
        case .exportAudit: [.auditAdmin, .auditor]
        case .administerAccounts: [.securityAdmin]
        }
    }
}

extension Person {
    /// Whether this person holds one of the operation's roles in that town on that day.
    public func mayRead(_ operation: ReadOperation, in town: TownID, on day: CivilDate) -> Bool {
        self.town == town && operation.permitted.contains { holds($0, on: day) }
    }

    /// The same for what is changed; it is always the person's own town.
    public func may(_ operation: WriteOperation, on day: CivilDate) -> Bool {
        operation.permitted.contains { holds($0, on: day) }
    }
}
