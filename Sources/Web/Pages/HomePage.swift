import Hummingbird
import UseCases
import Workflow

/// The page behind `/`: whoever comes in stands before what is theirs to do first.
enum HomePage {
    static func show(_ call: Call) async throws -> Response {
        guard let caller = try await call.callerIfAny() else { return try await SignInPage.show(call) }
        let home = Navigation.home(of: caller.person, on: call.services.clock.now().civilDate)
        guard home.part == .home else { return .seeOther(home.path) }
        return .seeOther("/queue")
    }
}
