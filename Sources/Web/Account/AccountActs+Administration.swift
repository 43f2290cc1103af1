import UseCases
import Workflow

/// What an administrator of security does about other people's accounts.
enum AdministrationActs {
    static let all: [AccountAct] = [
        open, code, block, unblock, endSessions, removeSecondFactor, give, end, link, unlink,
    ]

    static let open = AccountAct(
        name: "open", zh: "开通账号", en: "Open an account",
        fields: [.must("login", "登录名", "login", .line)], showsSecret: true
    ) { call, caller, values in
        let code = try await call.services.accountAdministration.open(
            login: values.text("login"), for: try person(call), by: caller.person)
        return shown(code, "accounts.opened", call.words)
    }

    static let code = AccountAct(
        name: "password-code", zh: "签发重置码", en: "Give a code for a password", fields: [],
        showsSecret: true
    ) { call, caller, _ in
        let code = try await call.services.accountAdministration.issueCode(
            for: try person(call), by: caller.person)
        return shown(code, "accounts.codeGiven", call.words)
    }

    static let block = AccountAct(name: "block", zh: "停用账号", en: "Block the account", fields: []) {
        call, caller, _ in
        try await call.services.accountAdministration.block(try person(call), true, by: caller.person)
        return .init(call.words("accounts.blocked"))
    }

    static let unblock = AccountAct(name: "unblock", zh: "恢复账号", en: "Lift the block", fields: []) {
        call, caller, _ in
        try await call.services.accountAdministration.block(try person(call), false, by: caller.person)
        return .init(call.words("accounts.unblocked"))
    }

    static let endSessions = AccountAct(
        name: "sessions-end", zh: "下线全部登录", en: "End the person's sessions", fields: []
    ) { call, caller, _ in
        try await call.services.accountAdministration.endSessions(of: try person(call), by: caller.person)
        return .init(call.words("accounts.sessionsEnded"))
    }

    static let removeSecondFactor = AccountAct(
        name: "second-factor-remove", zh: "停用双因素（手机遗失）", en: "Remove a lost authenticator", fields: []
    ) { call, caller, _ in
        try await call.services.accountAdministration.removeSecondFactor(
            of: try person(call), by: caller.person)
        return .init(call.words("accounts.factorRemoved"))
    }

    private static let roles = Choices.of(Role.allCases)

    static let give = AccountAct(
        name: "office", zh: "授予任职", en: "Give an office",
        fields: [
            .must("role", "职务", "role", .choice(roles)), .may("unit", "村（社区）编号", "unit's number", .count),
            .may("area", "片区编号", "area's number", .count), .must("from", "起", "first day", .date),
            .may("to", "止", "last day", .date),
        ]
    ) { call, caller, values in
        let scope: Scope =
            if values["unit"] != nil {
                .unit(UnitID(Int32(clamping: try values.count("unit"))))
            } else if values["area"] != nil {
                .area(AreaID(Int32(clamping: try values.count("area"))))
            } else { .town }
        let assignment = Assignment(
            role: try values.choice("role", Role.self), scope: scope, from: try values.date("from"),
            to: values.optionalDate("to"))
        try await call.services.accountAdministration.give(assignment, to: try person(call), by: caller.person)
        return .init(
            call.words(
                "accounts.officeGiven",
                ["role": call.words(assignment.role), "day": call.words.day(assignment.from)]))
    }

    static let end = AccountAct(
        name: "office-end", zh: "终止任职", en: "End an office",
        fields: [.must("role", "职务", "role", .choice(roles)), .must("lastDay", "最后一日", "last day", .date)]
    ) { call, caller, values in
        let (role, day) = (try values.choice("role", Role.self), try values.date("lastDay"))
        try await call.services.accountAdministration.end(
            role, of: try person(call), lastDay: day, by: caller.person)
        return .init(
            call.words("accounts.officeEnds", ["role": call.words(role), "day": call.words.day(day)]))
    }

    static let link = AccountAct(
        name: "identity", zh: "绑定统一身份", en: "Link an outside identity",
        fields: [.must("subject", "统一身份用户标识", "the provider's subject", .line)]
    ) { call, caller, values in
        guard let provider = call.services.provider else { throw Problem(.notFound) }
        try await call.services.accountAdministration.link(
            issuer: provider.issuer, subject: values.text("subject"), to: try person(call), by: caller.person)
        return .init(call.words("accounts.linked"))
    }

    static let unlink = AccountAct(
        name: "identity-remove", zh: "解绑统一身份", en: "Unlink the outside identity", fields: []
    ) { call, caller, _ in
        try await call.services.accountAdministration.unlink(try person(call), by: caller.person)
        return .init(call.words("accounts.unlinked"))
    }

    static func person(_ call: Call) throws -> PersonID {
        guard let number = Int32(try call.parameter("person")), number > 0 else { throw Problem(.notFound) }
        return PersonID(number)
    }

    /// - Parameter done: the name of the text that says what was done.
    private static func shown(_ code: String, _ done: String, _ words: Words) -> AccountAct.Shown {
        var shown = AccountAct.Shown(words(done) + words.pick("", " ") + words("accounts.codeShown"))
        shown.secrets = [("code", words("accounts.code"), code)]
        return shown
    }
}
