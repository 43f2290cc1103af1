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
        return shown(code, "账号已开通。", "The account is open. ")
    }

    static let code = AccountAct(
        name: "password-code", zh: "签发重置码", en: "Give a code for a password", fields: [],
        showsSecret: true
    ) { call, caller, _ in
        let code = try await call.services.accountAdministration.issueCode(
            for: try person(call), by: caller.person)
        return shown(code, "重置码已签发，此前的作废。", "The code is given; earlier ones are void. ")
    }

    static let block = AccountAct(name: "block", zh: "停用账号", en: "Block the account", fields: []) {
        call, caller, _ in
        try await call.services.accountAdministration.block(try person(call), true, by: caller.person)
        return .init("账号已停用，登录和令牌立即失效。", "The account is blocked; its sessions and tokens no longer work.")
    }

    static let unblock = AccountAct(name: "unblock", zh: "恢复账号", en: "Lift the block", fields: []) {
        call, caller, _ in
        try await call.services.accountAdministration.block(try person(call), false, by: caller.person)
        return .init("账号已恢复。", "The block is lifted.")
    }

    static let endSessions = AccountAct(
        name: "sessions-end", zh: "下线全部登录", en: "End the person's sessions", fields: []
    ) { call, caller, _ in
        try await call.services.accountAdministration.endSessions(of: try person(call), by: caller.person)
        return .init("该人员的登录已全部下线。", "The person's sessions have all ended.")
    }

    static let removeSecondFactor = AccountAct(
        name: "second-factor-remove", zh: "停用双因素（手机遗失）", en: "Remove a lost authenticator", fields: []
    ) { call, caller, _ in
        try await call.services.accountAdministration.removeSecondFactor(
            of: try person(call), by: caller.person)
        return .init(
            "双因素已停用，请核对本人身份后再签发重置码。",
            "The authenticator is removed; make sure who it is before you give a code.")
    }

    private static let roles = Role.allCases.map { Field.Choice(value: $0.rawValue, zh: $0.chinese) }

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
            "已授予\(assignment.role.chinese)，自\(assignment.from)起。",
            "The office of \(assignment.role.english) is given from \(assignment.from) on.")
    }

    static let end = AccountAct(
        name: "office-end", zh: "终止任职", en: "End an office",
        fields: [.must("role", "职务", "role", .choice(roles)), .must("lastDay", "最后一日", "last day", .date)]
    ) { call, caller, values in
        let (role, day) = (try values.choice("role", Role.self), try values.date("lastDay"))
        try await call.services.accountAdministration.end(
            role, of: try person(call), lastDay: day, by: caller.person)
        return .init("\(role.chinese)将于\(day)后终止。", "The office of \(role.english) ends after \(day).")
    }

    static let link = AccountAct(
        name: "identity", zh: "绑定统一身份", en: "Link an outside identity",
        fields: [.must("subject", "统一身份用户标识", "the provider's subject", .line)]
    ) { call, caller, values in
        guard let provider = call.services.provider else { throw Problem(.notFound) }
        try await call.services.accountAdministration.link(
            issuer: provider.issuer, subject: values.text("subject"), to: try person(call), by: caller.person)
        return .init("统一身份已绑定。", "The outside identity is linked.")
    }

    static let unlink = AccountAct(
        name: "identity-remove", zh: "解绑统一身份", en: "Unlink the outside identity", fields: []
    ) { call, caller, _ in
        try await call.services.accountAdministration.unlink(try person(call), by: caller.person)
        return .init("统一身份已解绑。", "The outside identity is unlinked.")
    }

    static func person(_ call: Call) throws -> PersonID {
        guard let number = Int32(try call.parameter("person")), number > 0 else { throw Problem(.notFound) }
        return PersonID(number)
    }

    private static func shown(_ code: String, _ words: String, _ wordsEn: String) -> AccountAct.Shown {
        var shown = AccountAct.Shown(
            words + "重置码只显示这一次，一天内有效。请当面或电话告知本人，在登录页“用重置码设密码”处使用。",
            wordsEn + "The code is shown this once and lasts a day. Tell it to the person face to face or by "
                + "telephone; it is used at the sign-in page under “Set a password with a code”.")
        shown.secrets = [("code", "重置码", "code", code)]
        return shown
    }
}
