import TestSupport

@testable import Workflow

/// One event of every kind, in an order in which their money adds up.
enum EventSamples {
    static func all(_ place: Place, panel: [PersonID]) -> [Event] {
        let day = Journey.day
        let satisfaction = Satisfaction(satisfied: 3, basicallySatisfied: 2, dissatisfied: 1, grade: .satisfied)
        return [
            .drafted(Drafted(place: place, application: Journey.application(), onBehalf: true)),
            .edited(Journey.application("修路灯\n（二期）\u{1F4A1} \\ \" / ")), .submitted(Journey.submission()),
            .returned(Return(sections: ["预算", "位置"], reason: "缺报价")),
            .declined(Reasoned(reason: "不属支持范围")),
            .admitted(
                Admitted(due: Promise(nominal: day.adding(days: 30), dueOn: day.adding(days: 31), isProvisional: true))),
            .verified(SiteVisit(visitedOn: day, recommended: true, opinion: "属实")),
            .endorsed(Endorsement(amount: Money(fen: 10_000_000), words: "同意")),
            .awarded(Awarded(amount: Money(fen: 9_000_000), conditions: "先验后付", noticeEndsOn: day.adding(days: 7))),
            .objected(Objection(words: "位置不合适")),
            .objectionResolved(ObjectionRuling(objection: 1, upheld: false, reason: "已现场说明")),
            .noticeConcluded(NoticeProof(proof: "照片")),
            .startRecorded(Start(contractor: "宏达", contractAmount: Money(fen: 8_900_000), basis: "HT-1")),
            .progressReported(
                ProgressReport(
                    milestone: .halfBuilt, words: "过半", photos: [Document(kind: .duringPhoto, name: "1.jpg")])),
            .amendmentRequested(Amendment(amount: Money(fen: 9_500_000), reason: "加两盏")),
            .amendmentDecided(AmendmentRuling(approved: true, reason: "同意")),
            .extended(Extension(newDueOn: day.adding(days: 45), reason: "雨季")),
            .suspended(Suspension(reason: "汛情", evidence: "通知")),
            .resumed(
                Resumed(
                    words: "复工", pausedDays: 3,
                    due: Promise(nominal: day.adding(days: 47), dueOn: day.adding(days: 48), isProvisional: true))),
            .dueRecomputed(
                DueRecomputed(
                    due: Promise(nominal: day.adding(days: 47), dueOn: day.adding(days: 49), isProvisional: false))),
            .blockerRaised(Blocker(kind: .utility, words: "电杆", mustAct: .clerk)),
            .blockerCleared(BlockerCleared(blocker: 1, words: "已迁")),
            .consulted(Consultation(question: "走线", participants: ["供电所", "水务站"], meetBy: day.adding(days: 2))),
            .consultationAdjourned(Adjournment(consultation: 1, meetBy: day.adding(days: 4), reason: "人未到齐")),
            .consultationDecided(
                ConsultationDecision(consultation: 1, decision: "沿沟", owner: "吴经办", doneBy: day.adding(days: 6))),
            .dispatched(Dispatch(department: "供电所", task: "迁杆", by: day.adding(days: 3))),
            .dispatchSigned(DispatchSigned(dispatch: 1, signedBy: "何工")),
            .dispatchAnswered(DispatchAnswer(dispatch: 1, feedback: "已迁")),
            .dutyExceptionUsed(DutyExceptionTests.leave),
            .documented(Documented(documents: [Document(kind: .contract, name: "合同")])),
            .chased(Remark(words: "抓紧")), .commented(Remark(words: "知悉")),
            .inspectionRequested(InspectionRequest(documents: [Document(kind: .afterPhoto, name: "2.jpg")])),
            .rectificationDemanded(Rectification(items: ["补漆"], dueOn: day.adding(days: 5))),
            .accepted(
                Acceptance(
                    panel: panel, quantities: [Quantity(what: "灯", count: 14, unit: "盏")], satisfaction: satisfaction)),
            .disbursed(Payment(amount: Money(fen: 9_400_000), payee: "宏达", invoice: "FP-1", voucher: "V-1")),
            .settled(
                Settlement(
                    actual: Money(fen: 9_450_000), words: "审定", totalCost: Money(fen: 9_500_000),
                    retained: Money(fen: 40_000), retainedUntil: day.adding(days: 365))),
            .recovered(Recovery(amount: Money(fen: 5000), reason: "多付")),
            .paymentCorrected(
                PaymentCorrected(
                    correction: PaymentCorrection(
                        number: 1,
                        payment: Payment(
                            amount: Money(fen: 9_400_000), payee: "宏达", payeeKind: .villageAccount,
                            accountName: "宏达（公司）", nameReason: "简称", invoice: "FP-2", voucher: "V-2"),
                        reason: "录错"), releasedInvoice: "FP-1", newInvoice: "FP-2")),
            .retentionReturned(
                RetentionReturn(
                    payment: Payment(amount: Money(fen: 30_000), payee: "宏达", voucher: "V-4"),
                    deductionReason: "代修")),
            .swept(Reasoned(reason: "年末收回")),
            // Of nothing: there is no fund of a next year here.
            .carriedForward(CarriedForward(amount: .zero, fromYear: 2026, toYear: 2027, reason: "年末")),
            .receiptRecorded(SourceReceipt(source: 1, amount: Money(fen: 100), evidence: "回单")),
            .spendingRecorded(SourceSpending(source: 1, amount: Money(fen: 50), payee: "宏达", voucher: "V-3")),
            .closedOut(CloseOut(publication: "公开栏")), .reopened(Reasoned(reason: "补资料")),
            .withdrawn(Reasoned(reason: "自行解决")),
            .terminated(Termination(reason: "不再实施", writeDownReason: "已付款核销")),
        ]
    }
}
