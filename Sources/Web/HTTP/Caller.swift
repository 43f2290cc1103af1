import Hummingbird
import UseCases
import Workflow

/// Who is asking, and how they showed it.
struct Caller: Sendable {
    enum Proof: Sendable { case bearer, cookie }

    let person: Person
    let proof: Proof
    let token: String
}

extension Call {
    /// The person behind the request; a problem where there is none.
    func caller() async throws -> Caller {
        guard let caller = try await callerIfAny() else { throw Problem(.notSignedIn) }
        return caller
    }

    func callerIfAny() async throws -> Caller? {
        guard let (token, proof) = credentials() else { return nil }
        guard let person = try await services.accounts.person(token: token, reading: request.method == .get) else {
            return nil
        }
        try Allowance.current?.chargeAccount(person, at: services.clock.now())
        return Caller(person: person, proof: proof, token: token)
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

/// The cookie that carries a session for pages.
enum SessionCookie {
    static func name(_ settings: WebSettings) -> String { settings.secureCookies ? "__Host-liban" : "liban" }

    /// - Parameter seconds: how long the browser keeps it; 0 removes it.
    static func header(_ token: String, seconds: Int64, _ settings: WebSettings) -> String {
        "\(name(settings))=\(token); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
            + (settings.secureCookies ? "; Secure" : "")
    }
}
