/// What is kept in the audit trail.
public enum AuditAct: String, CaseIterable, Sendable {
    case signIn, signOut, sessionClosed, passwordChanged, passwordCodeIssued, passwordCodeUsed
    case secondFactorSet, secondFactorRemoved, recoveryCodesMade, recoveryCodeUsed
    case tokenIssued, tokenRevoked, identityLinked, identityUnlinked
    case accountAdded, accountBlocked, accountUnblocked, assignmentGiven, assignmentEnded
    case readRefused, writeRefused, commandRefused
    case sealedRead, export, chartExported, auditRead, auditExported, auditPruned
    case policyAdded, policyActivated, handoverProposed, handoverConfirmed, administration

    public var chinese: String {
        switch self {
        case .signIn: "登录"
        case .signOut: "退出"
        case .sessionClosed: "下线会话"
        case .passwordChanged: "修改密码"
        case .passwordCodeIssued: "签发重置码"
        case .passwordCodeUsed: "用重置码改密"
        case .secondFactorSet: "启用双因素"
        case .secondFactorRemoved: "停用双因素"
        case .recoveryCodesMade: "生成恢复码"
        case .recoveryCodeUsed: "使用恢复码"
        case .tokenIssued: "签发令牌"
        case .tokenRevoked: "吊销令牌"
        case .identityLinked: "绑定统一身份"
        case .identityUnlinked: "解绑统一身份"
        case .accountAdded: "开通账号"
        case .accountBlocked: "停用账号"
        case .accountUnblocked: "恢复账号"
        case .assignmentGiven: "授予任职"
        case .assignmentEnded: "终止任职"
        case .readRefused: "拒绝查看"
        case .writeRefused: "拒绝修改"
        case .commandRefused: "拒绝办理"
        case .sealedRead: "查看密封信息"
        case .export: "导出数据"
        case .chartExported: "导出作战图"
        case .auditRead: "查看审计"
        case .auditExported: "导出审计"
        case .auditPruned: "清理到期审计"
        case .policyAdded: "新增办法"
        case .policyActivated: "启用办法"
        case .handoverProposed: "发起交接"
        case .handoverConfirmed: "确认交接"
        case .administration: "系统管理"
        }
    }
}

/// How it ended.
public enum AuditResult: String, CaseIterable, Sendable {
    case done, refused

    public var chinese: String {
        switch self {
        case .done: "完成"
        case .refused: "拒绝"
        }
    }
}

/// Where a request comes from. The edge sets it once a request; whatever happens within can say it.
public struct Origin: Hashable, Sendable {
    /// The client's address; empty for the machine's own commands.
    public let address: String
    /// The request's id; the command's name for the machine's own commands.
    public let request: String

    public init(address: String, request: String) {
        self.address = address
        self.request = request
    }

    @TaskLocal public static var current = Origin(address: "", request: "")

    /// Acts of the machine's own commands, which nobody signed in for.
    public static let command = Origin(address: "", request: "command line")

    /// Nobody but the edge says where it comes from; the rest is typed at this machine.
    public var orCommand: Origin { request.isEmpty ? .command : self }
}
