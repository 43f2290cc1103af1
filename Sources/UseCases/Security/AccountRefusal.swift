/// Why something about accounts was refused.
public enum AccountRefusal: String, CaseIterable, Error, Sendable {
    case ownAccount, noAccount, accountThere, loginTaken, loginMalformed, officesExclude, scopeMissing, dayPassed
    case officeNotHeld, secondFactorThere, secondFactorMissing, secondFactorRequired, codeWrong, codeOver
    case tokenUnnamed, tokenUnscoped, tokenTooLong, tokensMany, identityNotLinked, identityTaken, identityMalformed

    public var chinese: String {
        switch self {
        case .ownAccount: "不能办理自己的账号，请由另一位安全管理员办理。"
        case .noAccount: "该人员没有账号，请先开通。"
        case .accountThere: "该人员已有账号。"
        case .loginTaken: "登录名已被使用，请换一个。"
        case .loginMalformed: "登录名须为2至64个字符，不含空格和控制字符。"
        case .officesExclude: "系统、安全、审计三类管理员互斥，也不得兼任项目职务。"
        case .scopeMissing: "书记须写明村(社区)。"
        case .dayPassed: "任职不能追溯，请从今天起。"
        case .officeNotHeld: "该人员当日不任此职。"
        case .secondFactorThere: "双因素已启用；要换手机请先停用。"
        case .secondFactorMissing: "双因素未启用。"
        case .secondFactorRequired: "按本单位规定，双因素不能停用。"
        case .codeWrong: "动态码或重置码不对，请核对后重试。"
        case .codeOver: "重置码已过期或已使用，请管理员重新签发。"
        case .tokenUnnamed: "请写明令牌用途（不超过100字）。"
        case .tokenUnscoped: "请至少选择一项权限。"
        case .tokenTooLong: "令牌有效期须在1至365天之间。"
        case .tokensMany: "有效令牌不超过20个，请先吊销不用的。"
        case .identityNotLinked: "该统一身份尚未绑定本系统账号，请联系安全管理员。"
        case .identityTaken: "该统一身份已绑定其他账号，或该账号已绑定。"
        case .identityMalformed: "请写明统一身份的用户标识（不超过255字）。"
        }
    }

    public var english: String {
        switch self {
        case .ownAccount: "Nobody administers their own account; ask another administrator of security."
        case .noAccount: "The person has no account; open one first."
        case .accountThere: "The person has an account already."
        case .loginTaken: "This login is taken; choose another."
        case .loginMalformed: "A login has 2 to 64 characters without spaces and control characters."
        case .officesExclude: "The three administrators exclude each other and every office of projects."
        case .scopeMissing: "A secretary needs a unit."
        case .dayPassed: "An office begins today at the earliest."
        case .officeNotHeld: "The person does not hold this office on that day."
        case .secondFactorThere: "An authenticator is in use; remove it first."
        case .secondFactorMissing: "No authenticator is in use."
        case .secondFactorRequired: "The rules of this installation ask for an authenticator; it stays."
        case .codeWrong: "The code is wrong; check it and try again."
        case .codeOver: "The code is over or used; ask the administrator for another."
        case .tokenUnnamed: "Say what the token is for, in at most 100 characters."
        case .tokenUnscoped: "Choose at least one scope."
        case .tokenTooLong: "A token lasts 1 to 365 days."
        case .tokensMany: "At most twenty live tokens; revoke one first."
        case .identityNotLinked: "This outside identity is linked to no account here; ask the administrator."
        case .identityTaken: "This identity is linked already, or the account is."
        case .identityMalformed: "Give the provider's subject, at most 255 characters."
        }
    }
}
