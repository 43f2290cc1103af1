import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import UseCases

/// The outermost middleware. Whatever happens within, an answer leaves here: a problem document or page for every
/// error, with the security headers and the request's id.
///
/// The framework turns thrown errors into answers outside the middleware chain, without these headers; therefore
/// nothing is allowed to be thrown past this point.
struct Edge: RouterMiddleware {
    typealias Context = EdgeContext

    let routes: [Route]
    let services: WebServices
    let pages: Pages
    let log: Logger

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        let allowance = Allowance(services.limiter, services.settings.rates)
        let start = ContinuousClock.now
        let address = ClientAddress.of(request.headers, peer: context.peer, services.settings.trustedProxies)
        do {
            try allowance.chargeClient(address, at: services.clock.now())
            response = try await services.atOnce.with(address, limit: services.settings.rates?.atOnce) {
                try await Allowance.$current.withValue(allowance) {
                    try await Origin.$current.withValue(Origin(address: address, request: context.id)) {
                        try await next(request, context)
                    }
                }
            }
        } catch {
            response = answer(problem(error, request), request, context)
        }
        allowance.say(in: &response.headers)
        SecurityHeaders.add(to: &response, private: !request.uri.path.hasPrefix(Assets.folder))
        if services.settings.secureCookies {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
        response.headers[.requestID] = context.id
        services.metrics.note(
            method: request.method.rawValue, route: context.endpointPath, status: response.status.code,
            seconds: (ContinuousClock.now - start) / .seconds(1))
        return response
    }

    private func problem(_ error: any Error, _ request: Request) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let error as UseCaseError: return Problem(error, now: services.clock.now())
        case let error as HTTPError where error.status == .notFound: return unknownPath(request)
        case let error as HTTPError where error.status == .contentTooLarge: return Problem(.bodyTooLarge)
        case let error as HTTPError where error.status.kind == .clientError: return Problem(.malformedRequest)
        case _:
            var problem = Problem(.internalError)
            problem.internalDetail = "\(error)"
            return problem
        }
    }

    /// Nothing is there, or something is and only knows other methods.
    private func unknownPath(_ request: Request) -> Problem {
        let methods = routes.filter { $0.matches(request.uri.path[...]) }.map(\.method)
        guard !methods.isEmpty else { return Problem(.notFound) }
        var problem = Problem(.methodNotAllowed)
        problem.allow = methods.contains(.get) ? methods + [.head] : methods
        return problem
    }

    private func answer(_ problem: Problem, _ request: Request, _ context: Context) -> Response {
        if problem.status.kind == .serverError || problem.internalDetail != nil {
            log.error(
                "request failed",
                metadata: [
                    "request": "\(context.id)", "code": "\(problem.code)",
                    "route": "\(request.method) \(context.endpointPath ?? "")",
                    "detail": "\(problem.internalDetail ?? "")",
                ])
        }
        var response: Response
        if request.wantsPage {
            response = .page(pages.problem(problem, instance: context.id, request), status: problem.status)
        } else {
            response = .json(problem.body(instance: context.id), status: problem.status)
            response.headers[.contentType] = "application/problem+json; charset=utf-8"
        }
        if problem.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer realm=\"liban\"" }
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = String(seconds) }
        if !problem.allow.isEmpty {
            response.headers[.allow] = Set(problem.allow.map(\.rawValue)).sorted().joined(separator: ", ")
        }
        return response
    }
}
