/// The three administrators (三员: system, security, audit) exclude each other, and none of them holds any other
/// office meanwhile: who grants offices neither tends the machine nor the trail, and none of them acts on projects.
///
/// SQL: `administrators_separate`.
public enum AdministratorsSeparate {
    /// The assignment that stands in the way of `new`; nil when there is none.
    public static func conflict(_ new: Assignment, with held: [Assignment]) -> Assignment? {
        held.first { old in
            (new.role.isAdministrator || old.role.isAdministrator) && overlap(new, old)
        }
    }

    private static func overlap(_ one: Assignment, _ other: Assignment) -> Bool {
        (one.to.map { other.from <= $0 } ?? true) && (other.to.map { one.from <= $0 } ?? true)
    }
}

extension Role {
    /// One of the three administrators, who look after the service and have no say in projects.
    public var isAdministrator: Bool {
        switch self {
        case .admin, .securityAdmin, .auditAdmin: true
        case .secretary, .guidanceOfficer, .clerk, .director, .leader, .finance, .panelMember, .auditor: false
        }
    }
}
