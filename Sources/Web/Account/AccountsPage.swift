import Hummingbird
import UseCases
import Workflow

/// 账号管理: the town's people with their accounts, for the administrator of security.
enum AccountsPage {
    static let routes: [Route] =
        [.page("/accounts", .read(.accounts), show), .page("/accounts/{person}", .read(.accounts), one)]
        + AdministrationActs.all.map { act in
            .known(.post, "/accounts/{person}/\(act.name)", .write(.administerAccounts)) { call, caller in
                try await run(act, call, caller)
            }
        }

    struct Row {
        let id: String
        let name: String
        let roles: String
        let login: String?
        let state: String
        let isBlocked: Bool
        let last: String?
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["after"])
        let after = try query.number("after", 0...Int(Int32.max), default: 0)
        let limit = AccountAdministration.pageLimit
        let records = try await call.services.accountAdministration.list(
            after: PersonID(Int32(clamping: after)), limit: limit, by: caller.person)
        let today = call.services.clock.now().civilDate
        var content: [String: Any] = ["rows": records.map { row($0, today, call.words) }]
        content["next"] = records.count == limit ? records.last.map { $0.person.id.description } : nil
        return .page(
            call.pages.render(
                "accounts", .init(title: call.words.pick("账号管理", "Accounts"), caller: caller, part: .accounts), call,
                content))
    }

    private static func one(_ call: Call, _ caller: Caller) async throws -> Response {
        .page(try await html(call, caller, act: nil, texts: [:], problem: nil))
    }

    private static func run(_ act: AccountAct, _ call: Call, _ caller: Caller) async throws -> Response {
        let form = try await Form(call)
        try FormToken.check(form, caller, call.services.secrets)
        let person = try AdministrationActs.person(call)
        do {
            let values = try FormFieldReader.read(form, act.fields)
            let shown = try await act.run(call, caller, values)
            return .page(
                ShownPage.html(shown, title: call.words.pick(act.zh, act.en), back: "/accounts/\(person)", call, caller)
            )
        } catch {
            guard let problem = Problem(ofAccountForm: error, now: call.services.clock.now()) else { throw error }
            return .page(
                try await html(call, caller, act: act, texts: form.texts, problem: problem), status: problem.status)
        }
    }

    private static func html(
        _ call: Call, _ caller: Caller, act: AccountAct?, texts: [String: [String]], problem: Problem?
    ) async throws -> String {
        let id = try AdministrationActs.person(call)
        let found = try await call.services.accountAdministration.list(
            after: PersonID(id.raw - 1), limit: 1, by: caller.person)
        guard let record = found.first, record.person.id == id else { throw Problem(.notFound) }
        let today = call.services.clock.now().civilDate
        let token = FormToken.of(caller, call.services.secrets)
        var content: [String: Any] = ["row": row(record, today, call.words), "identities": record.identities]
        content["message"] = problem.map { call.words.said($0) }
        content["offices"] = record.person.assignments.map { office($0, call.words) }
        if caller.person.may(.administerAccounts, on: today), caller.person.id != id {
            content["acts"] = acts(record, call).map { which in
                var view = ActView(
                    which, at: "/accounts/\(id)", token, texts: which.name == act?.name ? texts : [:], call.words)
                view.isOpen = which.name == act?.name
                return view
            }
        }
        return call.pages.render("accounts-one", .init(title: record.person.name, caller: caller), call, content)
    }

    /// What makes sense for this account now.
    private static func acts(_ record: AccountRecord, _ call: Call) -> [AccountAct] {
        let offices = [AdministrationActs.give, AdministrationActs.end]
        guard record.login != nil else { return [AdministrationActs.open] + offices }
        var acts = [AdministrationActs.code, AdministrationActs.endSessions]
        acts.append(record.blockedAt == nil ? AdministrationActs.block : AdministrationActs.unblock)
        if record.hasSecondFactor { acts.append(AdministrationActs.removeSecondFactor) }
        if call.services.provider != nil {
            acts.append(record.identities.isEmpty ? AdministrationActs.link : AdministrationActs.unlink)
        }
        return acts + offices
    }

    private static func row(_ record: AccountRecord, _ today: CivilDate, _ words: Words) -> Row {
        let state =
            record.login == nil
            ? "accounts.unopened"
            : record.blockedAt != nil
                ? "accounts.isBlocked" : record.hasPassword ? "accounts.usable" : "accounts.noPassword"
        return Row(
            id: record.person.id.description, name: record.person.name,
            roles: words.list(record.person.roles(on: today).map { words($0) }),
            login: record.login, state: words(state) + (record.hasSecondFactor ? words("accounts.withFactor") : ""),
            isBlocked: record.blockedAt != nil, last: record.lastSignIn.map { words.time($0) })
    }

    /// 村(社区)书记（村（社区）3，2026年1月1日起）
    private static func office(_ office: Assignment, _ words: Words) -> String {
        let scope =
            switch office.scope {
            case .unit(let id): words("accounts.unit", ["number": id.description])
            case .area(let id): words("accounts.area", ["number": id.description])
            case .town: words("people.town")
            }
        let days =
            office.to.map { words("people.fromTo", ["from": words.day(office.from), "to": words.day($0)]) }
            ?? words("people.from", ["from": words.day(office.from)])
        return words("accounts.office", ["role": words(office.role), "scope": scope, "days": days])
    }
}
