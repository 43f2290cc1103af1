extension ProblemKind {
    typealias Words = (title: String, titleEn: String, detail: String, detailEn: String)

    /// The constant texts of the edge, both languages side by side so that neither is forgotten.
    var words: Words {
        switch self {
        case .notFound: ("没有找到", "Not found", "没有这一页或这个项目，请核对地址。", "There is nothing here; check the address.")
        case .methodNotAllowed:
            ("不支持该操作", "Method not allowed", "该地址不支持这种请求方法。", "This address does not know this method.")
        case .malformedRequest: ("请求有误", "Malformed request", "请求无法识别。", "The request cannot be read.")
        case .malformedJSON: ("JSON有误", "Malformed JSON", "请求体不是有效的JSON。", "The body is not valid JSON.")
        case .unknownField: ("有不认识的字段", "Unknown field", "请求中有不认识的字段。", "The request has an unknown field.")
        case .malformedField: ("字段有误", "Malformed field", "有字段的类型或格式不对。", "A field has the wrong type or form.")
        case .missingField: ("填写不全", "Incomplete", "有必填项未填写，请一次补齐。", "Fields are missing; give them all at once.")
        case .unitUnknown: ("没有这个村（社区）", "Unknown unit", "本镇没有这个村（社区），请核对。", "The town has no such unit.")
        case .malformedParameter:
            ("查询参数有误", "Malformed parameter", "查询参数有误，请核对。", "A query parameter is wrong; check it.")
        case .bodyTooLarge: ("内容过大", "Content too large", "请求体不得超过256KiB。", "The body may have at most 256 KiB.")
        case .mediaTypeUnsupported:
            ("不支持的格式", "Unsupported media type", "请以application/json提交。", "Send application/json.")
        case .notSignedIn: ("请先登录", "Sign in first", "未登录或登录已过期，请登录。", "No live session; sign in.")
        case .signInWrong: ("登录失败", "Sign-in failed", "账号或密码不对。", "Login or password is wrong.")
        case .signInLocked:
            ("账号已锁定", "Account locked", "多次输错密码，账号已临时锁定，请稍后再试。", "Too many wrong passwords; try again later.")
        case .readRefused: ("无权查看", "Not for you to see", "您的职务无权查看此内容。", "Your role may not see this.")
        case .writeRefused: ("无权办理", "Not for you to change", "您的职务无权办理此事。", "Your role may not change this.")
        case .crossSite:
            ("来源不符", "Cross-site request", "请求不是从本站页面发出的，请刷新页面后重试。", "The request did not come from our pages; reload.")
        case .versionMissing:
            (
                "缺少版本", "Version required", "请用If-Match给出您所看到的项目版本。",
                "Give the project's version you saw in If-Match."
            )
        case .versionMalformed:
            ("版本有误", "Malformed version", "If-Match须为带引号的版本号，如\"7\"。", "If-Match takes one quoted version, like \"7\".")
        case .stale:
            (
                "项目已有变化", "The project has moved on", "您看到的内容已不是最新，请刷新后再办理。",
                "What you saw is no longer the newest; read again."
            )
        case .keyMissing:
            ("缺少请求键", "Idempotency-Key required", "每次写入须带Idempotency-Key。", "Every write needs an Idempotency-Key.")
        case .keyMalformed:
            (
                "请求键有误", "Malformed Idempotency-Key", "Idempotency-Key须为1至255个可见ASCII字符。",
                "An Idempotency-Key has 1 to 255 visible ASCII characters."
            )
        case .keyReused:
            (
                "请求键已用过", "Idempotency-Key used", "该请求键已用于另一请求，请换新键。",
                "This key was used for another request; take a new one."
            )
        case .keyInProgress:
            ("正在办理", "In progress", "同一请求正在办理，请稍候再试。", "The same request is being carried out; try again soon.")
        case .handoverRefused:
            ("交接被拒绝", "Handover refused", "这次交接不能办理。", "This handover is not possible.")
        case .officeRefused:
            ("任职安排被拒绝", "Office refused", "代理或兼职不能这样安排。", "This deputy or leave is not possible.")
        case .policyRefused:
            ("办法有误", "Policy refused", "这一版办法不能采用，请按说明修改。", "This policy cannot work; mend what is named.")
        case .policyVersionFixed:
            (
                "该版本已存在", "Version exists", "这一版办法已经存在且内容不同；办法一经采用不再改动，请另立新版本。",
                "This version exists with other rules and never changes; add a new version."
            )
        case .databaseRefused:
            (
                "数据库拒绝", "Refused by the database", "数据库的约束拒绝了这次写入，没有任何改变。",
                "A rule of the database refused; nothing was changed."
            )
        case .outcomeUnknown:
            (
                "结果未知", "Outcome unknown", "提交时与数据库失去联系，结果未知。请用同一请求键重试，即可得知结果。",
                "The database was lost during the commit. Repeat with the same key to learn the outcome."
            )
        case .unavailable:
            ("暂时不可用", "Unavailable", "数据库暂时无法访问，没有任何改变。", "The database is out of reach; nothing was changed.")
        case .overloaded:
            ("系统繁忙", "Overloaded", "系统繁忙，没有任何改变，请稍后重试。", "Too much is waiting; nothing was changed. Try again.")
        case .internalError:
            (
                "系统错误", "Internal error", "系统出错，已记录。请把编号告诉管理员。",
                "Something broke and was logged. Quote the id to the administrator."
            )
        }
    }
}
