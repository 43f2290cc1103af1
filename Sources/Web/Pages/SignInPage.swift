import Hummingbird
import UseCases
import Workflow

/// Signing in and out with a form.
enum SignInPage {
    static func show(_ call: Call) async throws -> Response {
        if let caller = try await call.callerIfAny(), caller.holder.limit != .secondFactor { return .seeOther("/") }
        let query = try Query(call.request, allowed: ["done"])
        return .page(page(call, message: nil, login: "", done: query["done"] == "password"))
    }

    static func signIn(_ call: Call) async throws -> Response {
        try SameOrigin.check(call.request, unsaid: true)
        let form = try await Form(call)
        let login = form["login"] ?? ""
        do throws(UseCaseError) {
            let session = try await call.services.accounts.signIn(
                .init(
                    login: login, password: form["password"] ?? "", client: call.client, mayWaitForCode: true))
            var response = Response.seeOther(session.limit?.page ?? "/")
            response.headers[.setCookie] = Sessions.cookie(session, call)
            return response
        } catch {
            let problem = Problem(error, now: call.services.clock.now())
            // Only a wrong or locked sign-in is for the form; an unreachable database has its own page.
            guard problem.status == .unauthorized || problem.status == .tooManyRequests else { throw problem }
            return .page(page(call, message: call.words.said(problem), login: login), status: problem.status)
        }
    }

    static func signOut(_ call: Call, _ caller: Caller) async throws -> Response {
        try FormToken.check(try await Form(call), caller, call.services.secrets)
        try await call.services.accounts.signOut(token: caller.token)
        var response = Response.seeOther("/")
        response.headers[.setCookie] = SessionCookie.header("", seconds: 0, call.services.settings)
        return response
    }

    /// The form again, for whoever came from outside and is not let in.
    static func refused(_ call: Call, _ message: String) -> Response {
        .page(page(call, message: message, login: ""), status: .forbidden)
    }

    private static func page(_ call: Call, message: String?, login: String, done: Bool = false) -> String {
        var content: [String: Any] = ["login": login]
        if done { content["done"] = call.words("signIn.done") }
        content["provider"] = call.services.provider.map { call.words.pick("用\($0.name)登录", "Sign in with \($0.name)") }
        if let message { content["message"] = message }
        return call.pages.render("sign-in", .init(title: call.words("signIn.title")), call, content)
    }
}
