import Hummingbird
import UseCases
import Workflow

/// What stands between the password and the town: the authenticator's code, or a code for a forgotten password.
enum EnteringPages {
    static let routes: [Route] = [
        .page("/second-factor", .entering, askCode), .known(.post, "/second-factor", .entering, giveCode),
        .open(.get, "/password-code", askPassword), .open(.post, "/password-code", setPassword),
    ]

    private static let codeFields: [Field] = [
        Field.must("code", "动态码或恢复码", "authenticator or recovery code", .line).secret(.code)
    ]

    private static func askCode(_ call: Call, _ caller: Caller) async throws -> Response {
        guard caller.holder.limit == .secondFactor else { return .seeOther("/") }
        return .page(codePage(call, caller, message: nil))
    }

    private static func giveCode(_ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        do {
            let values = try FormFieldReader.read(form, codeFields)
            let session = try await call.services.accounts.complete(
                caller.holder, token: caller.token, code: values.text("code"), client: call.client)
            var response = Response.seeOther(session.limit == nil ? "/" : "/account")
            response.headers[.setCookie] = Sessions.cookie(session, call)
            return response
        } catch {
            guard let problem = Problem(ofAccountForm: error, now: call.services.clock.now()) else { throw error }
            let message =
                problem.code == ProblemKind.signInWrong.code
                ? call.words.pick("动态码不对或已用过，请等下一个再输。", "The code is wrong or used; wait for the next one.")
                : call.words.said(problem)
            return .page(codePage(call, caller, message: message), status: problem.status)
        }
    }

    private static func codePage(_ call: Call, _ caller: Caller, message: String?) -> String {
        var content: [String: Any] = [
            "action": "/second-factor", "formToken": FormToken.of(caller, call.services.secrets),
            "button": call.words.pick("继续", "Go on"),
            "words": call.words.pick(
                "请输入验证器上的6位动态码；手机不在身边时输入一个恢复码。",
                "Give the six digits of the authenticator, or a recovery code when it is not at hand."),
            "fields": codeFields.map { FieldView($0, scope: "second-factor", texts: [:], call.words) },
        ]
        content["message"] = message
        return call.pages.render("entering", .init(title: call.words.pick("双因素验证", "Second factor")), call, content)
    }

    private static func askPassword(_ call: Call) async throws -> Response {
        .page(passwordPage(call, message: nil, login: ""))
    }

    private static func setPassword(_ call: Call) async throws -> Response {
        try SameOrigin.check(call.request, unsaid: true)
        let form = try await Form(call)
        do {
            let values = try FormFieldReader.read(form, AccountRoutes.passwordCodeFields)
            try await call.services.ownAccount.setPassword(
                login: values.text("login"), code: values.text("code"), to: values.text("newPassword"))
            return .seeOther("/sign-in?done=password")
        } catch {
            guard let problem = Problem(ofAccountForm: error, now: call.services.clock.now()) else { throw error }
            return .page(
                passwordPage(call, message: call.words.said(problem), login: form["login"] ?? ""),
                status: problem.status)
        }
    }

    private static func passwordPage(_ call: Call, message: String?, login: String) -> String {
        var content: [String: Any] = [
            "action": "/password-code", "button": call.words.pick("设置密码", "Set the password"),
            "words": call.words.pick(
                "首次登录或忘记密码时，向本镇安全管理员要一个重置码，在这里设置新密码。",
                "For a first or forgotten password, ask the administrator of security for a code and use it here."),
            "fields": AccountRoutes.passwordCodeFields.map {
                FieldView($0, scope: "password-code", texts: ["login": [login]], call.words)
            },
        ]
        content["message"] = message
        return call.pages.render(
            "entering", .init(title: call.words.pick("用重置码设密码", "Set a password with a code")), call, content)
    }
}
