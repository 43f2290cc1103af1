import Hummingbird
import UseCases
import Workflow

/// 我的账号: password, authenticator, sessions, tokens, each with what can be done about it.
enum AccountPage {
    static let routes: [Route] =
        [
            .page("/account", .mending, show),
            .known(.post, "/account/sessions/{number}/end", .ownSession, endSession),
            .known(.post, "/account/tokens/{number}/revoke", .ownSession, revokeToken),
        ]
        + OwnAccountActs.all.map { act in
            .known(.post, "/account/\(act.name)", act.mending ? .mending : .ownSession) { call, caller in
                try await run(act, call, caller)
            }
        }

    struct SessionRow {
        let number: Int64
        let isCurrent: Bool
        let client: String
        let address: String
        let opened: String
        let seen: String
        let formToken: String
    }

    struct TokenRow {
        let number: Int64
        let name: String
        let scopes: String
        let state: String
        let isLive: Bool
        let used: String?
        let formToken: String
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["done"])
        let done = query["done"].flatMap { doneWords[$0] }.map { call.words($0) }
        return .page(try await html(call, caller, done: done, act: nil, texts: [:], problem: nil))
    }

    private static let doneWords = [
        "password": "account.passwordChanged", "second-factor-remove": "account.factorRemoved",
        "session": "account.sessionEnded", "token": "account.tokenRevoked",
    ]

    private static func run(_ act: AccountAct, _ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        do {
            let values = try FormFieldReader.read(form, act.fields)
            let shown = try await act.run(call, caller, values)
            if act.name == OwnAccountActs.endSessions.name { return .seeOther("/sign-in") }
            if shown.secrets.isEmpty, shown.list.isEmpty { return .seeOther("/account?done=\(act.name)") }
            return .page(
                ShownPage.html(
                    shown, title: call.words.pick(act.zh, act.en), back: "/account", call, caller,
                    next: next(act, caller, call)))
        } catch {
            guard let problem = Problem(ofAccountForm: error, now: call.services.clock.now()) else { throw error }
            // A wrong first code comes from the page with the QR code, which is gone: begin again from the account.
            let html = try await html(call, caller, done: nil, act: act, texts: form.texts, problem: problem)
            return .page(html, status: problem.status)
        }
    }

    /// The form that follows a shown secret: the authenticator's first code.
    private static func next(_ act: AccountAct, _ caller: Caller, _ call: Call) -> ActView? {
        guard act.name == OwnAccountActs.secondFactor.name else { return nil }
        return ActView(
            OwnAccountActs.confirmSecondFactor, at: "/account", FormToken.of(caller, call.services.secrets), texts: [:],
            call.words)
    }

    private static func endSession(_ call: Call, _ caller: Caller) async throws -> Response {
        try FormToken.check(try await Form(call), caller, call.services.secrets)
        let number = try AccountRoutes.number(call)
        try await call.services.ownAccount.endSession(number, of: caller.person)
        return .seeOther(number == caller.holder.session ? "/sign-in" : "/account?done=session")
    }

    private static func revokeToken(_ call: Call, _ caller: Caller) async throws -> Response {
        try FormToken.check(try await Form(call), caller, call.services.secrets)
        try await call.services.ownAccount.revokeToken(try AccountRoutes.number(call), of: caller.person)
        return .seeOther("/account?done=token")
    }

    private static func html(
        _ call: Call, _ caller: Caller, done: String?, act: AccountAct?, texts: [String: [String]], problem: Problem?
    ) async throws -> String {
        let own = call.services.ownAccount
        let account = try await own.account(of: caller.person)
        let token = FormToken.of(caller, call.services.secrets)
        func view(_ which: AccountAct) -> ActView {
            // Secrets are never written back into a page.
            let kept =
                which.name == act?.name ? texts.filter { !["password", "newPassword", "code"].contains($0.key) } : [:]
            var view = ActView(which, at: "/account", token, texts: kept, call.words)
            view.isOpen = which.name == act?.name
            return view
        }
        var content: [String: Any] = [
            "login": account.login, "passwordAct": view(OwnAccountActs.password),
            "rules": rules(own.profile, call.words),
            "passwordSet": call.words.day(account.passwordSetAt.civilDate),
        ]
        content["done"] = done
        content["message"] = problem.map { call.words.said($0) }
        content["limited"] = limitWords(caller.holder.limit, call.words)
        let hasFactor = account.secondFactor != nil
        content["factorState"] =
            hasFactor ? call.words.pick("已启用", "in use") : call.words.pick("未启用", "not in use")
        content["hasFactor"] = hasFactor
        content["factorActs"] =
            (hasFactor
            ? [OwnAccountActs.recoveryCodes, OwnAccountActs.removeSecondFactor] : [OwnAccountActs.secondFactor])
            .map(view)
        if act?.name == OwnAccountActs.confirmSecondFactor.name {
            content["factorActs"] = [view(OwnAccountActs.confirmSecondFactor), view(OwnAccountActs.secondFactor)]
        }
        if hasFactor { content["codesLeft"] = try await own.recoveryCodesLeft(of: caller.person) }
        if caller.holder.limit == nil {
            content["whole"] = true
            content["sessions"] = try await own.sessions(of: caller.person).map { row($0, caller, token, call.words) }
            content["tokens"] = try await own.tokens(of: caller.person).map { row($0, call, token) }
            content["tokenAct"] = view(OwnAccountActs.token)
            content["endAct"] = view(OwnAccountActs.endSessions)
        }
        return call.pages.render(
            "account", .init(title: call.words.pick("我的账号", "My account"), caller: caller, part: .account), call,
            content)
    }

    private static func limitWords(_ limit: SessionLimit?, _ words: Words) -> String? {
        switch limit {
        case .newPassword: words("account.passwordOver")
        case .enrolment: words("account.factorFirst")
        case .secondFactor, nil: nil
        }
    }

    private static func rules(_ profile: PasswordProfile, _ words: Words) -> String {
        var rules = [
            words("account.rule.length", ["least": "\(profile.least)", "most": "\(PasswordProfile.most)"])
        ]
        if profile.classes > 1 { rules.append(words("account.rule.classes", ["count": "\(profile.classes)"])) }
        if let days = profile.days { rules.append(words("account.rule.days", ["count": "\(days)"])) }
        if profile.remembered > 0 {
            rules.append(words("account.rule.remembered", ["count": "\(profile.remembered)"]))
        }
        return rules.joined(separator: words.pick("，", ", ")) + words("account.rule.common")
    }

    private static func row(
        _ session: SessionRecord, _ caller: Caller, _ token: String, _ words: Words
    ) -> SessionRow {
        SessionRow(
            number: session.number, isCurrent: session.number == caller.holder.session,
            client: session.client.isEmpty ? words("account.unknownDevice") : session.client, address: session.address,
            opened: words.time(session.openedAt), seen: words.time(session.lastSeenAt), formToken: token)
    }

    private static func row(_ token: AccessTokenRecord, _ call: Call, _ formToken: String) -> TokenRow {
        let isOver = token.expiresAt <= call.services.clock.now()
        let words = call.words
        let state =
            token.revokedAt != nil
            ? words("account.revoked")
            : isOver
                ? words("account.expired")
                : words("account.expires", ["day": words.day(token.expiresAt.civilDate)])
        return TokenRow(
            number: token.number, name: token.name,
            scopes: words.list(TokenScope.allCases.filter(token.scopes.contains).map { words($0) }),
            state: state, isLive: token.revokedAt == nil && !isOver, used: token.lastUsedAt.map { words.time($0) },
            formToken: formToken)
    }
}

/// One act as a form.
struct ActView {
    let name: String
    let action: String
    let formToken: String
    let fields: [FieldView]
    var isOpen = false

    init(
        _ act: AccountAct, at path: String, _ formToken: String, texts: [String: [String]], _ words: Words
    ) {
        name = words.pick(act.zh, act.en)
        action = "\(path)/\(act.name)"
        self.formToken = formToken
        fields = act.fields.map {
            FieldView($0, scope: "\(path.dropFirst())-\(act.name)".replacing("/", with: "-"), texts: texts, words)
        }
    }
}

/// Secrets that are shown once.
enum ShownPage {
    struct Secret {
        let label: String
        let value: String
    }

    static func html(
        _ shown: AccountAct.Shown, title: String, back: String, _ call: Call, _ caller: Caller, next: ActView? = nil
    ) -> String {
        var content: [String: Any] = [
            "words": shown.words, "back": back, "list": shown.list,
            "secrets": shown.secrets.map { Secret(label: $0.label, value: $0.value) },
        ]
        content["code"] = shown.code.flatMap { call.services.drawCode($0) }
        content["next"] = next
        return call.pages.render("shown", .init(title: title, caller: caller), call, content)
    }
}
