import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// Signing in through an outside provider. What has to be remembered until the browser comes back travels with it, in
/// a sealed cookie: nothing is kept here, and no other browser can finish what this one began.
enum OutsideSignIn {
    static let routes: [Route] = [
        .open(.get, "/sign-in/outside", begin), .open(.get, "/sign-in/outside/callback", finish),
    ]

    /// Seconds the provider's page may take.
    private static let patience: Int64 = 600

    private static func begin(_ call: Call) async throws -> Response {
        guard let provider = call.services.provider else { throw Problem(.notFound) }
        let secrets = call.services.secrets
        let (state, nonce, verifier) = (secrets.randomToken(), secrets.randomToken(), secrets.randomToken())
        let address: String
        do throws(ProviderFault) {
            address = try await provider.authorization(
                state: state, nonce: nonce, challenge: Base64URL.encode(secrets.sha256(Array(verifier.utf8))))
        } catch { throw problem(error) }
        let until = call.services.clock.now().adding(seconds: patience).microseconds
        let sealed = secrets.seal(Array("\(state) \(nonce) \(verifier) \(until)".utf8))
        var response = Response.seeOther(address)
        response.headers[.setCookie] = cookie(Base64URL.encode(sealed), seconds: patience, call)
        return response
    }

    private static func finish(_ call: Call) async throws -> Response {
        guard let provider = call.services.provider else { throw Problem(.notFound) }
        // Providers add parameters of their own.
        let parameters = call.request.uri.queryParameters
        guard let begun = try begun(call), let state = parameters["state"], String(state) == begun.state else {
            throw Problem(.crossSite)
        }
        guard let code = parameters["code"] else {
            return SignInPage.refused(
                call, call.words.pick("统一认证没有完成登录，请重试。", "The provider did not finish the sign-in; try again."))
        }
        let now = call.services.clock.now()
        let subject: String
        do throws(ProviderFault) {
            subject = try await provider.subject(
                code: String(code), verifier: begun.verifier, nonce: begun.nonce, now: now)
        } catch { throw problem(error) }
        do {
            let session = try await call.services.accounts.signIn(
                issuer: provider.issuer, subject: subject, client: call.client)
            var response = Response.seeOther("/")
            response.headers.append(.init(name: .setCookie, value: Sessions.cookie(session, call)))
            response.headers.append(.init(name: .setCookie, value: cookie("", seconds: 0, call)))
            return response
        } catch UseCaseError.accountRefused(let refusal) {
            // What the person tells the administrator, who links it.
            return SignInPage.refused(
                call,
                call.words.pick(
                    "\(refusal.chinese)您的标识：\(subject)", "\(refusal.english) Your identifier: \(subject)"))
        }
    }

    private static func begun(_ call: Call) throws -> (state: String, nonce: String, verifier: String)? {
        guard let cookie = call.request.cookies[name(call)], let sealed = Base64URL.decode(cookie.value),
            let text = call.services.secrets.open(sealed)
        else { return nil }
        let parts = String(decoding: text, as: UTF8.self).split(separator: " ").map(String.init)
        guard parts.count == 4, let until = Int64(parts[3]), call.services.clock.now().microseconds < until else {
            return nil
        }
        return (parts[0], parts[1], parts[2])
    }

    private static func name(_ call: Call) -> String {
        call.services.settings.secureCookies ? "__Host-liban-outside" : "liban-outside"
    }

    private static func cookie(_ value: String, seconds: Int64, _ call: Call) -> String {
        "\(name(call))=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
            + (call.services.settings.secureCookies ? "; Secure" : "")
    }

    private static func problem(_ fault: ProviderFault) -> Problem {
        var problem = Problem(.providerFailed)
        switch fault {
        case .unreachable(let reason), .refused(let reason), .untrusted(let reason): problem.internalDetail = reason
        }
        return problem
    }
}
