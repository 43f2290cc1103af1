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
        let done = query["done"].flatMap { doneWords[$0] }.map { call.words.pick($0.zh, $0.en) }
        return .page(try await html(call, caller, done: done, act: nil, texts: [:], problem: nil))
    }

    private static let doneWords: [String: (zh: String, en: String)] = [
        "password": ("密码已修改，其他登录已全部下线。", "The password is changed; every other session has ended."),
        "second-factor-remove": ("双因素已停用。", "The authenticator is removed."),
        "session": ("该登录已下线。", "The session has ended."), "token": ("令牌已吊销。", "The token is revoked."),
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
            "passwordSet": account.passwordSetAt.civilDate.description,
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
        case .newPassword:
            words.pick("密码已到期，请先修改密码，再继续办理。", "The password's time is over; change it first.")
        case .enrolment:
            words.pick("按本单位规定须启用双因素，请先启用，再继续办理。", "An authenticator is required; set it up first.")
        case .secondFactor, nil: nil
        }
    }

    private static func rules(_ profile: PasswordProfile, _ words: Words) -> String {
        var zh = ["至少\(profile.least)个字符，可长至\(PasswordProfile.most)个"]
        var en = ["\(profile.least) to \(PasswordProfile.most) characters"]
        if profile.classes > 1 {
            zh.append("含大写、小写、数字、其他符号中的\(profile.classes)类")
            en.append("\(profile.classes) kinds of capital letters, small letters, digits and signs")
        }
        if let days = profile.days {
            zh.append("每\(days)天更换")
            en.append("changed every \(days) days")
        }
        if profile.remembered > 0 {
            zh.append("不与最近\(profile.remembered)次相同")
            en.append("none of the last \(profile.remembered)")
        }
        return words.pick(
            zh.joined(separator: "，") + "；不用常见密码和单位、姓名。",
            en.joined(separator: ", ") + "; no common password, no names of places or people.")
    }

    private static func row(
        _ session: SessionRecord, _ caller: Caller, _ token: String, _ words: Words
    ) -> SessionRow {
        SessionRow(
            number: session.number, isCurrent: session.number == caller.holder.session,
            client: session.client.isEmpty ? words.pick("未知设备", "unknown device") : session.client,
            address: session.address,
            opened: Self.time(session.openedAt), seen: Self.time(session.lastSeenAt), formToken: token)
    }

    private static func row(_ token: AccessTokenRecord, _ call: Call, _ formToken: String) -> TokenRow {
        let (isOver, words) = (token.expiresAt <= call.services.clock.now(), call.words)
        let day = token.expiresAt.civilDate
        let state =
            token.revokedAt != nil
            ? words.pick("已吊销", "revoked")
            : isOver ? words.pick("已到期", "over") : words.pick("\(day)到期", "until \(day)")
        return TokenRow(
            number: token.number, name: token.name,
            scopes: TokenScope.allCases.filter(token.scopes.contains).map {
                words.pick($0.chinese, $0.rawValue)
            }.joined(separator: words.pick("、", ", ")),
            state: state, isLive: token.revokedAt == nil && !isOver, used: token.lastUsedAt.map(time),
            formToken: formToken)
    }

    static func time(_ moment: Instant) -> String { "\(moment.civilDate) \(moment.clockText)" }
}

/// One act as a form.
struct ActView {
    let zh: String
    let action: String
    let formToken: String
    let fields: [FieldView]
    var isOpen = false

    init(
        _ act: AccountAct, at path: String, _ formToken: String, texts: [String: [String]], _ words: Words
    ) {
        zh = words.pick(act.zh, act.en)
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
        let zh: String
        let value: String
    }

    static func html(
        _ shown: AccountAct.Shown, title: String, back: String, _ call: Call, _ caller: Caller, next: ActView? = nil
    ) -> String {
        var content: [String: Any] = [
            "words": call.words.pick(shown.words, shown.wordsEn), "back": back, "list": shown.list,
            "secrets": shown.secrets.map { Secret(zh: call.words.pick($0.zh, $0.en), value: $0.value) },
        ]
        content["code"] = shown.code.flatMap { call.services.drawCode($0) }
        content["next"] = next
        return call.pages.render("shown", .init(title: title, caller: caller), call, content)
    }
}
