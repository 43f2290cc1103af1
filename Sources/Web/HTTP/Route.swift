import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// Who may call a route. Every route has one; what exactly a role may do is decided behind it.
enum Access: Equatable, Sendable {
    /// Anybody: signing in, health, the stylesheet.
    case open
    /// Anybody signed in: their own session, and a handover they are a side of.
    case signedIn
    /// Anybody whose sign-in has begun, even if a code or a new password is still missing.
    case entering
    /// Anybody signed in, even if the sign-in first asks for an authenticator or a new password to be set up.
    case mending
    /// Anybody signed in themselves; no machine with their token.
    case ownSession
    /// Whoever may read this (`ReadOperation.permitted`).
    case read(ReadOperation)
    /// Whoever may change this (`WriteOperation.permitted`); the route itself sees to it.
    case write(WriteOperation)
    /// Whoever may issue the command (`Command.Kind.permitted`), decided by the rules themselves.
    case command
}

/// One route: where, who, what.
struct Route: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let access: Access
    /// What it promises, for each address it is described under; none for pages.
    var contracts: [(path: String, contract: Contract)] = []
    let handle: @Sendable (Call) async throws -> Response

    /// A route for anybody.
    static func open(
        _ method: HTTPRequest.Method, _ path: String, _ handle: @escaping @Sendable (Call) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: .open, handle: handle)
    }

    /// A route for people who are signed in; the handler is given who it is.
    static func known(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access,
        _ handle: @escaping @Sendable (Call, Caller) async throws -> Response
    ) -> Route {
        Route(method: method, path: path, access: access) { call in
            let caller = try await call.caller()
            try caller.admit(to: access, method)
            // A browser sends the cookie with any request; a write has to prove that our page asked for it.
            if method != .get, method != .head { try SameOrigin.check(call.request, caller) }
            if case .write(let operation) = access {
                let today = call.services.clock.now().civilDate
                guard caller.person.may(operation, on: today) else {
                    await noteRefusal(UseCaseError.writeRefused, call, caller, path)
                    throw Problem(.writeRefused)
                }
            }
            return try await noting(call, caller, path) { call, caller in
                let response = try await KeyedWrites.answer(call, caller, handle)
                return try await call.contract?.addressed(response) ?? response
            }
        }
    }

    /// Runs the handler; what it refuses by role, and what it gives away as a file, goes into the audit trail.
    private static func noting(
        _ call: Call, _ caller: Caller, _ path: String,
        _ handle: @Sendable (Call, Caller) async throws -> Response
    ) async throws -> Response {
        let response: Response
        do { response = try await handle(call, caller) } catch {
            await noteRefusal(error, call, caller, path)
            throw error
        }
        // What leaves as a file is an export; one that cannot be noted does not leave. The trail notes its own.
        if response.headers[.contentDisposition]?.hasPrefix("attachment") == true, !path.hasSuffix("/audit/export") {
            try await call.services.audit.note(.export, by: caller.person, call.request.uri.path)
        }
        return response
    }

    private static func noteRefusal(_ error: any Error, _ call: Call, _ caller: Caller, _ path: String) async {
        let act: AuditAct
        switch error {
        case UseCaseError.readRefused: act = .readRefused
        case UseCaseError.writeRefused: act = .writeRefused
        case let problem as Problem where problem.code == ProblemKind.readRefused.code: act = .readRefused
        case let problem as Problem where problem.code == ProblemKind.writeRefused.code: act = .writeRefused
        case _: return
        }
        // The refusal itself is the answer; that it could not be noted must not turn it into another error.
        try? await call.services.audit.note(
            act, by: caller.person, "\(call.request.method.rawValue) \(path)", result: .refused)
    }

    /// A page for people who are signed in; others are led to the sign-in form.
    static func page(
        _ path: String, _ access: Access, _ handle: @escaping @Sendable (Call, Caller) async throws -> Response
    ) -> Route {
        Route(method: .get, path: path, access: access) { call in
            guard let caller = try await call.callerIfAny() else { return .seeOther("/sign-in") }
            if let limit = caller.holder.limit, !limit.opens(access) { return .seeOther(limit.page) }
            try caller.admit(to: access, .get)
            return try await noting(call, caller, path, handle)
        }
    }

    /// Whether `path` is one of this route's, part by part.
    func matches(_ path: Substring) -> Bool { Self.fits(path, self.path) }

    static func fits(_ path: Substring, _ pattern: String) -> Bool {
        let mine = pattern.split(separator: "/")
        let theirs = path.split(separator: "/")
        return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
}
