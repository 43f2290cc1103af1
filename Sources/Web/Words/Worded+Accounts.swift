import UseCases

extension AuditAct: Worded {
    var english: String {
        switch self {
        case .signIn: "Sign-in"
        case .signOut: "Sign-out"
        case .sessionClosed: "Session ended"
        case .passwordChanged: "Password changed"
        case .passwordCodeIssued: "Code for a password given"
        case .passwordCodeUsed: "Password set with a code"
        case .secondFactorSet: "Authenticator set up"
        case .secondFactorRemoved: "Authenticator removed"
        case .recoveryCodesMade: "Recovery codes made"
        case .recoveryCodeUsed: "Recovery code used"
        case .tokenIssued: "Token issued"
        case .tokenRevoked: "Token revoked"
        case .identityLinked: "Outside identity linked"
        case .identityUnlinked: "Outside identity unlinked"
        case .accountAdded: "Account opened"
        case .accountBlocked: "Account blocked"
        case .accountUnblocked: "Block lifted"
        case .assignmentGiven: "Office given"
        case .assignmentEnded: "Office ended"
        case .readRefused: "Reading refused"
        case .writeRefused: "Change refused"
        case .commandRefused: "Command refused"
        case .sealedRead: "Sealed words read"
        case .export: "Export"
        case .chartExported: "Chart exported"
        case .auditRead: "Audit read"
        case .auditExported: "Audit exported"
        case .auditPruned: "Old audit removed"
        case .policyAdded: "Policy added"
        case .policyActivated: "Policy activated"
        case .handoverProposed: "Handover proposed"
        case .handoverConfirmed: "Handover confirmed"
        case .administration: "Administration"
        }
    }
}

extension AuditResult: Worded {
    var english: String {
        switch self {
        case .done: "done"
        case .refused: "refused"
        }
    }
}

extension TokenScope: Worded {
    var english: String {
        switch self {
        case .read: "read"
        case .command: "commands on projects"
        case .administer: "administration"
        }
    }
}
