import Hummingbird
import UseCases
import Workflow

/// Signing in and out. A sign-in needs no Idempotency-Key: its answer holds a secret that must not be kept.
enum Sessions {
    static let fields: [Field] = [
        .must("login", "账号", "login", .line),
        Field.must("password", "密码", "password", .text).secret(.current),
        Field.may("code", "动态码或恢复码", "authenticator or recovery code", .line).secret(.code),
    ]

    static func open(_ call: Call) async throws -> Response {
        // Another site must not sign a browser in to an account of its choosing.
        try SameOrigin.check(call.request, unsaid: true)
        let (_, members) = try await call.jsonBody()
        let values = try JSONFieldReader.read(members, fields)
        let session = try await call.services.accounts.signIn(
            .init(
                login: values.text("login"), password: values.text("password"), code: values.optionalText("code"),
                client: call.client))
        var json = JSONWriter()
        json.object { json in
            json.field("token", session.token)
            json.field("expiresAt", session.expiresAt)
            json.field("limitedTo", session.limit?.rawValue)
            json.key("person")
            PersonJSON.write(session.person, on: call.services.clock.now().civilDate, to: &json)
        }
        var response = Response.json(json.bytes, status: .created)
        response.headers[.setCookie] = cookie(session, call)
        return response
    }

    static func current(_ call: Call, _ caller: Caller) async throws -> Response {
        var json = JSONWriter()
        json.object { json in
            json.key("person")
            PersonJSON.write(caller.person, on: call.services.clock.now().civilDate, to: &json)
        }
        return .json(json.bytes)
    }

    static func close(_ call: Call, _ caller: Caller) async throws -> Response {
        try await call.services.accounts.signOut(token: caller.token)
        var response = Response(status: .noContent)
        response.headers[.setCookie] = SessionCookie.header("", seconds: 0, call.services.settings)
        return response
    }

    static func cookie(_ session: Accounts.SignedIn, _ call: Call) -> String {
        let left = (session.expiresAt.microseconds - call.services.clock.now().microseconds) / 1_000_000
        return SessionCookie.header(session.token, seconds: left, call.services.settings)
    }
}

/// A person as the API shows them: their number, name, and the roles they hold today.
enum PersonJSON {
    static func write(_ person: Person, on day: CivilDate, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", person.id.raw)
            json.field("name", person.name)
            json.field("townId", person.town.raw)
            json.array("roles", person.assignments.filter { $0.holds(on: day) }) { json, assignment in
                json.object { json in
                    json.field("role", assignment.role.rawValue)
                    json.field("roleName", assignment.role.chinese)
                    switch assignment.scope {
                    case .unit(let id): json.field("unitId", id.raw)
                    case .area(let id): json.field("areaId", id.raw)
                    case .town: json.field("townId", person.town.raw)
                    }
                    json.field("from", assignment.from)
                    json.field("to", assignment.to)
                }
            }
        }
    }
}
