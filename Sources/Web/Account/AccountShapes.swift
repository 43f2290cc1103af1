import UseCases
import Workflow

// The forms of what the account routes answer.
extension AccountRoutes {
    static let shape = Shape(
        "Account", "本人账号",
        [
            "person": .shape(PersonJSON.shape), "login": .text, "profile": .text,
            "limitedTo": .one(of: SessionLimit.self).orNull, "passwordSetAt": .instant.orNull,
            "hasSecondFactor": .flag, "recoveryCodesLeft": .count,
        ])

    static let sessionShape = Shape(
        "OwnSession", "本人登录",
        [
            "number": .long, "current": .flag, "openedAt": .instant, "lastSeenAt": .instant.orNull,
            "expiresAt": .instant, "address": .text.orNull, "client": .text.orNull,
        ])

    static let tokenShape = Shape(
        "Token", "令牌",
        [
            "number": .long, "name": .text, "scopes": .list(.text), "issuedAt": .instant, "expiresAt": .instant,
            "revokedAt": .instant.orNull, "lastUsedAt": .instant.orNull,
        ])

    static let listShape = Shape(
        "AccountRecord", "账号",
        [
            "person": .shape(PersonJSON.shape), "login": .text.orNull, "hasPassword": .flag,
            "blockedAt": .instant.orNull, "hasSecondFactor": .flag, "lastSignInAt": .instant.orNull,
            "identities": .list(.text),
        ])

    /// What was done; secrets are shown this once.
    static let doneShape = Shape(
        "AccountAct", "账号办理结果", ["done": .text, "words": .text],
        optional: ["secret": .text, "uri": .text, "token": .text, "code": .text, "codes": .list(.text)])
}
