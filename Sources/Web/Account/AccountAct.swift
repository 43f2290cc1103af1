import Hummingbird
import UseCases
import Workflow

/// One thing that can be done about an account, by API and by page alike.
struct AccountAct: Sendable {
    /// The last part of its address: "password", "second-factor".
    let name: String
    let zh: String
    let en: String
    let fields: [Field]
    /// Also while a sign-in asks for it before anything else.
    var mending = false
    /// Its answer holds a secret that is never shown again.
    var showsSecret = false
    let run: @Sendable (Call, Caller, Values) async throws -> Shown

    var keyed: Contract.Keyed { showsSecret ? .shownOnce : .kept }

    /// What the person is shown afterwards.
    struct Shown: Sendable {
        let words: String
        /// Secrets that are shown once and never again: the name in JSON, and the name for people.
        var secrets: [(name: String, label: String, value: String)] = []
        /// Drawn as a QR code on pages.
        var code: String?
        /// Several secrets of one kind.
        var list: [String] = []

        init(_ words: String) { self.words = words }
    }

    func answer(_ shown: Shown) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("done", name)
            json.field("words", shown.words)
            for secret in shown.secrets {
                json.key(secret.name)
                json.value(secret.value)
            }
            if !shown.list.isEmpty { json.array("codes", shown.list) { $0.value($1) } }
        }
        return json.bytes
    }
}

/// What people do about their own accounts.
enum OwnAccountActs {
    static let all: [AccountAct] = [
        password, secondFactor, confirmSecondFactor, removeSecondFactor, recoveryCodes, token, endSessions,
    ]

    private static let current = Field.must("password", "当前密码", "current password", .line).secret(.current)

    static let password = AccountAct(
        name: "password", zh: "修改密码", en: "Change the password",
        fields: [current, .must("newPassword", "新密码", "new password", .line).secret(.new)], mending: true
    ) { call, caller, values in
        try await call.services.ownAccount.changePassword(
            from: values.text("password"), to: values.text("newPassword"), by: caller.person, token: caller.token)
        return .init(call.words("account.passwordChanged"))
    }

    static let secondFactor = AccountAct(
        name: "second-factor", zh: "启用双因素", en: "Set up an authenticator", fields: [current], mending: true,
        showsSecret: true
    ) { call, caller, values in
        let new = try await call.services.ownAccount.beginSecondFactor(
            by: caller.person, password: values.text("password"))
        var shown = AccountAct.Shown(call.words("account.scan"))
        shown.secrets = [
            ("secret", call.words("account.secret"), Base32.grouped(new.secret)),
            ("uri", call.words("account.secretAddress"), new.uri),
        ]
        shown.code = new.uri
        return shown
    }

    static let confirmSecondFactor = AccountAct(
        name: "second-factor-confirm", zh: "完成启用", en: "Confirm the authenticator",
        fields: [.must("code", "6位动态码", "six-digit code", .line).secret(.code)], mending: true, showsSecret: true
    ) { call, caller, values in
        let codes = try await call.services.ownAccount.confirmSecondFactor(
            code: values.text("code"), by: caller.person)
        var shown = AccountAct.Shown(call.words("account.factorSet"))
        shown.list = codes
        return shown
    }

    static let removeSecondFactor = AccountAct(
        name: "second-factor-remove", zh: "停用双因素", en: "Remove the authenticator", fields: [current]
    ) { call, caller, values in
        try await call.services.ownAccount.removeSecondFactor(by: caller.person, password: values.text("password"))
        return .init(call.words("account.factorRemoved"))
    }

    static let recoveryCodes = AccountAct(
        name: "recovery-codes", zh: "重新生成恢复码", en: "Make new recovery codes", fields: [current],
        showsSecret: true
    ) { call, caller, values in
        var shown = AccountAct.Shown(call.words("account.codesRenewed"))
        shown.list = try await call.services.ownAccount.renewRecoveryCodes(
            by: caller.person, password: values.text("password"))
        return shown
    }

    static let token = AccountAct(
        name: "tokens", zh: "签发令牌", en: "Issue a token for a machine",
        fields: [
            .must("name", "用途", "purpose", .line),
            .must(
                "scope", "权限", "scope",
                .choice([
                    .init(value: "read", zh: "只查看", en: "read only"),
                    .init(value: "command", zh: "查看和办理项目", en: "read, and commands on projects"),
                    .init(value: "administer", zh: "查看、办理和管理事项", en: "read, commands and administration"),
                ])), .must("days", "有效天数", "days it lasts", .count), current,
        ], showsSecret: true
    ) { call, caller, values in
        let scopes: Set<TokenScope> =
            switch try values.choice("scope", TokenScope.self) {
            case .read: [.read]
            case .command: [.read, .command]
            case .administer: [.read, .command, .administer]
            }
        let issued = try await call.services.ownAccount.issueToken(
            name: values.text("name"), scopes: scopes, days: try values.count("days"), by: caller.person,
            password: values.text("password"))
        var shown = AccountAct.Shown(
            call.words("account.tokenShown", ["day": call.words.day(issued.expiresAt.civilDate)]))
        shown.secrets = [("token", call.words("account.token"), issued.token)]
        return shown
    }

    static let endSessions = AccountAct(
        name: "sessions-end", zh: "全部下线", en: "End every session", fields: []
    ) { call, caller, _ in
        try await call.services.ownAccount.endSession(nil, of: caller.person)
        return .init(call.words("account.allEnded"))
    }
}

extension Problem {
    /// The problem where a form about accounts should be shown again; a wrong or delayed secret is one of them.
    init?(ofAccountForm error: any Error, now: Instant) {
        let problem: Problem
        switch error {
        case let error as Problem: problem = error
        case let error as UseCaseError: problem = Problem(error, now: now)
        case _: return nil
        }
        switch problem.status {
        case .unauthorized, .forbidden, .notFound, .conflict, .unprocessableContent, .badRequest, .tooManyRequests:
            self = problem
        case _: return nil
        }
    }
}
