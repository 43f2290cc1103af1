import Workflow

extension Event.Kind {
    /// What happened, in the timeline's words.
    var zh: String {
        switch self {
        case .drafted: "起草"
        case .edited: "修改"
        case .submitted: "申报"
        case .admitted: "受理"
        case .verified: "现场核实"
        case .returned: "退回补正"
        case .endorsed: "领导同意"
        case .awarded: "批复"
        case .declined: "不予立项"
        case .objected: "登记异议"
        case .objectionResolved: "处理异议"
        case .noticeConcluded: "公示期满"
        case .startRecorded: "开工登记"
        case .progressReported: "进度上报"
        case .amendmentRequested: "申请变更"
        case .amendmentDecided: "变更审批"
        case .extended: "延期"
        case .suspended: "暂停"
        case .resumed: "恢复"
        case .inspectionRequested: "申请验收"
        case .accepted: "验收合格"
        case .rectificationDemanded: "要求整改"
        case .disbursed: "拨付"
        case .settled: "结算"
        case .recovered: "收回资金"
        case .closedOut: "销号"
        case .reopened: "重新打开"
        case .withdrawn: "撤回"
        case .terminated: "终止"
        case .blockerRaised: "上报堵点"
        case .blockerCleared: "解除堵点"
        case .consulted: "会诊"
        case .dispatched: "派单"
        case .chased: "催办"
        case .commented: "备注"
        }
    }
}
