/// Why an opinion, or a step with one, was not taken.
public enum OpinionRefusal: String, CaseIterable, Error, Sendable {
    case nothingSaid, tooLong, nameTooLong, phoneWrong, unitUnknown, projectUnknown, notOnNotice
    /// Sent by a program: a hidden field was filled in, or the form came back at once.
    case notAPerson
    /// The form is older than a day, or not one of ours.
    case formOld
    case notTheOffice, stale, wordsMissing, projectMissing, notAnObjection, reasonMissing, noIdentity

    public var chinese: String {
        switch self {
        case .nothingSaid: "请写下您的意见。"
        case .tooLong: "意见不得超过1000字，地点不得超过100字，请精简。"
        case .nameTooLong: "姓名不得超过30字。"
        case .phoneWrong: "电话只能是数字，7至20位；不愿留可以不填。"
        case .unitUnknown: "本镇没有这个村（社区），请重新选择。"
        case .projectUnknown: "没有这个项目，请核对编号。"
        case .notOnNotice: "该项目不在公示期，不能提出公示异议；可以提意见。"
        case .notAPerson: "提交太快，没有收到。请等几秒再点一次提交。"
        case .formOld: "页面已过期，没有收到。内容还在，请再点一次提交。"
        case .notTheOffice: "意见由党建办经办人或主任办理。"
        case .stale: "别人刚刚办理过这条意见，请看最新情况后再办。"
        case .wordsMissing: "请写明答复内容或不采纳的理由。"
        case .projectMissing: "请写明关联哪个项目。"
        case .notAnObjection: "这条不是公示异议，不能登记到项目。"
        case .reasonMissing: "请写明调阅理由，理由将记入审计。"
        case .noIdentity: "提出人没有留下姓名和电话。"
        }
    }

    public var english: String {
        switch self {
        case .nothingSaid: "Write down your opinion."
        case .tooLong: "At most 1000 characters, 100 for the place."
        case .nameTooLong: "A name has at most 30 characters."
        case .phoneWrong: "A telephone number has 7 to 20 digits; it may be left out."
        case .unitUnknown: "The town has no such unit; choose again."
        case .projectUnknown: "There is no such project; check its number."
        case .notOnNotice: "The project is not on notice; leave an opinion instead."
        case .notAPerson: "That was too quick and was not received. Wait some seconds and send it again."
        case .formOld: "The page is too old; nothing was received. Send it again."
        case .notTheOffice: "Opinions are handled by the office's clerk or director."
        case .stale: "Somebody has just handled this opinion; look again first."
        case .wordsMissing: "Write the answer, or the reason for declining."
        case .projectMissing: "Name the project."
        case .notAnObjection: "This is no objection to a notice."
        case .reasonMissing: "Give a reason; it goes into the audit."
        case .noIdentity: "No name was left."
        }
    }
}
