import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// Who is asking, and how they showed it.
struct Caller: Sendable {
    enum Proof: Sendable { case bearer, cookie }

    let holder: Holder
    let proof: Proof
    let token: String

    var person: Person { holder.person }

    /// Refuses what a half-finished sign-in or a machine's token may not open.
    func admit(to access: Access, _ method: HTTPRequest.Method) throws {
        if let limit = holder.limit, !limit.opens(access) { throw Problem(limit.problem) }
        guard let scopes = holder.scopes else { return }
        let needed: TokenScope
        switch access {
        case .open, .entering: return
        case .ownSession, .mending: throw Problem(.sessionNeeded)
        case .read: needed = .read
        case .signedIn: needed = method == .get || method == .head ? .read : .administer
        // Files and opinions are the everyday work around commands.
        case .command, .write(.addFile), .write(.enterOpinion), .write(.handleOpinion): needed = .command
        case .write: needed = .administer
        }
        guard scopes.contains(needed) else { throw Problem(.tokenScopeMissing) }
    }
}

extension SessionLimit {
    var problem: ProblemKind {
        switch self {
        case .secondFactor: .secondFactorNeeded
        case .enrolment: .enrolmentNeeded
        case .newPassword: .newPasswordNeeded
        }
    }

    /// Half a sign-in opens the other half; one that asks for something to be set up opens that as well.
    func opens(_ access: Access) -> Bool { access == .entering || (access == .mending && self != .secondFactor) }

    /// Where a browser is led to do what is missing.
    var page: String {
        switch self {
        case .secondFactor: "/second-factor"
        case .enrolment, .newPassword: "/account"
        }
    }
}

extension Call {
    /// The person behind the request; a problem where there is none.
    func caller() async throws -> Caller {
        guard let caller = try await callerIfAny() else { throw Problem(.notSignedIn) }
        return caller
    }

    func callerIfAny() async throws -> Caller? {
        guard let (token, proof) = credentials() else { return nil }
        guard let holder = try await services.accounts.holder(token: token, reading: request.method == .get) else {
            return nil
        }
        try Allowance.current?.chargeAccount(holder.person, at: services.clock.now())
        return Caller(holder: holder, proof: proof, token: token)
    }

    /// The header wins over the cookie: a program says who it is itself.
    private func credentials() -> (token: String, proof: Caller.Proof)? {
        if let header = request.headers[.authorization] {
            let parts = header.split(separator: " ", omittingEmptySubsequences: true)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            return (String(parts[1]), .bearer)
        }
        let name = SessionCookie.name(services.settings)
        guard let cookie = request.cookies[name] else { return nil }
        return (cookie.value, .cookie)
    }
}

extension Call {
    /// What the client calls itself, for the list of sessions.
    var client: String { request.headers[.userAgent] ?? "" }
}

/// The cookie that carries a session for pages.
enum SessionCookie {
    static func name(_ settings: WebSettings) -> String { settings.secureCookies ? "__Host-liban" : "liban" }

    /// - Parameter seconds: how long the browser keeps it; 0 removes it.
    static func header(_ token: String, seconds: Int64, _ settings: WebSettings) -> String {
        "\(name(settings))=\(token); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
            + (settings.secureCookies ? "; Secure" : "")
    }
}
