extension ProblemKind {
    typealias Words = (title: String, titleEn: String, detail: String, detailEn: String)

    /// The constant texts of the edge, both languages side by side so that neither is forgotten.
    var words: Words {
        switch self {
        case .notFound: ("没有找到", "Not found", "没有这一页或这个项目，请核对地址。", "There is nothing here; check the address.")
        case .registerRefused:
            ("登记内容有误", "Entry refused", "登记内容有误，请核对。", "The entry is wrong; check it.")
        case .tooManyRequests:
            ("请求过多", "Too many requests", "请求过于频繁，请稍候再试。", "Too many requests; wait a little.")
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
        case .parametersClash:
            ("查询参数不能同用", "Parameters clash", "有的查询参数不能同用。", "Some query parameters exclude each other.")
        case .bodyTooLarge: ("内容过大", "Content too large", "请求体不得超过256KiB。", "The body may have at most 256 KiB.")
        case .mediaTypeUnsupported:
            ("不支持的格式", "Unsupported media type", "请以application/json提交。", "Send application/json.")
        case .notSignedIn: ("请先登录", "Sign in first", "未登录或登录已过期，请登录。", "No live session; sign in.")
        case .signInWrong: ("登录失败", "Sign-in failed", "账号或密码不对。", "Login or password is wrong.")
        case .signInLocked:
            ("账号已锁定", "Account locked", "多次输错密码，账号已临时锁定，请稍后再试。", "Too many wrong passwords; try again later.")
        case .secondFactorNeeded:
            ("需要动态码", "Second factor needed", "密码正确，请再给出动态码或恢复码。", "Give the authenticator's code as well.")
        case .enrolmentNeeded:
            ("须启用双因素", "Authenticator required", "按本单位规定须先启用双因素。", "Set up an authenticator first.")
        case .newPasswordNeeded:
            ("密码已到期", "Password over", "密码已到期，请先修改密码。", "The password's time is over; change it first.")
        case .sessionNeeded:
            ("须本人登录", "Session required", "此事须本人登录办理，令牌不能代办。", "Only a signed-in person may do this, no token.")
        case .tokenScopeMissing:
            ("令牌权限不足", "Scope missing", "令牌没有这项权限，请用权限合适的令牌。", "The token lacks the scope for this.")
        case .passwordRefused: ("密码不合要求", "Password refused", "这个密码不合要求。", "This password is not good enough.")
        case .accountRefused: ("账号不能办理", "Account refused", "账号不能这样办理。", "This cannot be done to the account.")
        case .providerFailed:
            (
                "统一认证不可用", "Provider failed", "统一认证暂时不可用，请用账号密码登录。",
                "The outside provider failed; sign in with a password."
            )
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
        case .answerNotKept:
            (
                "已经办理", "Carried out before",
                "这一请求已经办理过一次。它的答复含有只显示一次的密文，或没有来得及保存，不再给出；请查看现状，需要新的令牌或代码请换新键再办。",
                "Done before; its answer held a secret, or was lost. Look at what is there, or take a new key."
            )
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
        case .fileTooLarge:
            ("文件过大", "File too large", "文件超过20MB，请压缩后再传。", "The file has more than 20 MiB; make it smaller.")
        case .fileTypeUnknown:
            (
                "不收这种文件", "Unsupported file type", "只收JPEG、PNG、WebP照片和PDF文件。",
                "Only JPEG, PNG, WebP and PDF are taken."
            )
        case .fileRefused: ("文件不能接收", "File refused", "文件不能接收，请换一个。", "The file cannot be taken; choose another.")
        case .opinionRefused: ("意见没有收下", "Not taken", "请按说明修改后再提交。", "Mend what is named and send it again.")
        case .fileConflict:
            ("现在不能上传", "Not now", "现在不能上传这个文件。", "The file cannot be uploaded now.")
        case .fundRefused:
            ("资金不能这样变动", "Fund refused", "资金不能这样变动，没有任何改变。", "The fund cannot be changed in this way.")
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
