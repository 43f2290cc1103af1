import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// Accounts over the API. What answers with a secret shows it once: under its key only the fact is kept.
enum AccountRoutes {
    static let all: [Route] =
        [
            .known(.get, "/api/v1/account", .mending, read)
                .promising("本人账号", "The caller's own account.", .json(shape)),
            .known(.get, "/api/v1/account/sessions", .ownSession, sessions)
                .promising("本人登录", "Where the caller is signed in.", .items(sessionShape)),
            .known(.delete, "/api/v1/account/sessions/{number}", .ownSession, endSession)
                .promising("下线一处", "Ends one of them.", .nothing),
            .known(.get, "/api/v1/account/tokens", .ownSession, tokens)
                .promising("本人令牌", "Tokens the caller made for programs.", .items(tokenShape)),
            .known(.delete, "/api/v1/account/tokens/{number}", .ownSession, revokeToken)
                .promising("收回令牌", "Revokes one of them.", .nothing),
            .open(.post, "/api/v1/password-codes", usePasswordCode)
                .promising(
                    "用重置码设密码", "Sets a new password with an administrator's one-time code.",
                    body: .fields(passwordCodeFields), refusals: [401, 403], .nothing),
            .known(.get, "/api/v1/accounts", .read(.accounts), list)
                .promising(
                    "账号", "The town's accounts.", query: [.after, .limit(1...AccountAdministration.pageLimit)],
                    .page(listShape)),
        ]
        + OwnAccountActs.all.map { act -> Route in
            .known(.post, "/api/v1/account/\(act.name)", act.mending ? .mending : .ownSession) { call, caller in
                try await run(act, call, caller)
            }
            .promising(
                act.zh, act.en + ".", body: .fields(act.fields), keyed: act.keyed, refusals: [401, 404, 409],
                .json(doneShape))
        }
        + AdministrationActs.all.map { act -> Route in
            .known(.post, "/api/v1/accounts/{person}/\(act.name)", .write(.administerAccounts)) { call, caller in
                try await run(act, call, caller)
            }
            .promising(
                act.zh, act.en + ".", body: .fields(act.fields), keyed: act.keyed, refusals: [404, 409],
                .json(doneShape))
        }

    private static func run(_ act: AccountAct, _ call: Call, _ caller: Caller) async throws -> Response {
        let (_, members) = try await call.jsonBody()
        let values = try JSONFieldReader.read(members, act.fields)
        return .json(act.answer(try await act.run(call, caller, values)))
    }

    static let passwordCodeFields: [Field] = [
        .must("login", "账号", "login", .line), .must("code", "重置码", "code", .line).secret(.code),
        .must("newPassword", "新密码", "new password", .line).secret(.new),
    ]

    private static func usePasswordCode(_ call: Call) async throws -> Response {
        try SameOrigin.check(call.request, unsaid: true)
        let (_, members) = try await call.jsonBody()
        let values = try JSONFieldReader.read(members, passwordCodeFields)
        try await call.services.ownAccount.setPassword(
            login: values.text("login"), code: values.text("code"), to: values.text("newPassword"))
        return Response(status: .noContent)
    }

    private static func read(_ call: Call, _ caller: Caller) async throws -> Response {
        let own = call.services.ownAccount
        let account = try await own.account(of: caller.person)
        let left = try await own.recoveryCodesLeft(of: caller.person)
        var json = JSONWriter()
        json.object { json in
            json.key("person")
            PersonJSON.write(caller.person, on: call.services.clock.now().civilDate, to: &json)
            json.field("login", account.login)
            json.field("profile", own.profile.name.rawValue)
            json.field("limitedTo", caller.holder.limit?.rawValue)
            json.field("passwordSetAt", account.passwordSetAt)
            json.field("hasSecondFactor", account.secondFactor != nil)
            json.field("recoveryCodesLeft", left)
        }
        return .json(json.bytes)
    }

    private static func sessions(_ call: Call, _ caller: Caller) async throws -> Response {
        let sessions = try await call.services.ownAccount.sessions(of: caller.person)
        var json = JSONWriter()
        json.object { json in
            json.array("items", sessions) { json, session in
                json.object { json in
                    json.field("number", Int(session.number))
                    json.field("current", session.number == caller.holder.session)
                    json.field("openedAt", session.openedAt)
                    json.field("lastSeenAt", session.lastSeenAt)
                    json.field("expiresAt", session.expiresAt)
                    json.field("address", session.address)
                    json.field("client", session.client)
                }
            }
        }
        return .json(json.bytes)
    }

    private static func endSession(_ call: Call, _ caller: Caller) async throws -> Response {
        try await call.services.ownAccount.endSession(try number(call), of: caller.person)
        return Response(status: .noContent)
    }

    private static func tokens(_ call: Call, _ caller: Caller) async throws -> Response {
        let tokens = try await call.services.ownAccount.tokens(of: caller.person)
        var json = JSONWriter()
        json.object { json in
            json.array("items", tokens) { json, token in
                json.object { json in
                    json.field("number", Int(token.number))
                    json.field("name", token.name)
                    json.array("scopes", token.scopes.map(\.rawValue).sorted()) { $0.value($1) }
                    json.field("issuedAt", token.issuedAt)
                    json.field("expiresAt", token.expiresAt)
                    json.field("revokedAt", token.revokedAt)
                    json.field("lastUsedAt", token.lastUsedAt)
                }
            }
        }
        return .json(json.bytes)
    }

    private static func revokeToken(_ call: Call, _ caller: Caller) async throws -> Response {
        try await call.services.ownAccount.revokeToken(try number(call), of: caller.person)
        return Response(status: .noContent)
    }

    static func number(_ call: Call) throws -> Int64 {
        guard let number = Int64(try call.parameter("number")), number > 0 else { throw Problem(.notFound) }
        return number
    }

    private static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["after", "limit"])
        let limit = try query.number(
            "limit", 1...AccountAdministration.pageLimit, default: AccountAdministration.pageLimit)
        let after = try query.number("after", 0...Int(Int32.max), default: 0)
        let records = try await call.services.accountAdministration.list(
            after: PersonID(Int32(clamping: after)), limit: limit, by: caller.person)
        let today = call.services.clock.now().civilDate
        var json = JSONWriter(capacity: 512 * records.count + 64)
        json.object { json in
            json.array("items", records) { json, record in
                json.object { json in
                    json.key("person")
                    PersonJSON.write(record.person, on: today, to: &json)
                    json.field("login", record.login)
                    json.field("hasPassword", record.hasPassword)
                    json.field("blockedAt", record.blockedAt)
                    json.field("hasSecondFactor", record.hasSecondFactor)
                    json.field("lastSignInAt", record.lastSignIn)
                    json.array("identities", record.identities) { $0.value($1) }
                }
            }
            json.field("next", records.count == limit ? records.last.map { $0.person.id.description } : nil)
        }
        return .json(json.bytes)
    }
}
