import Workflow

/// One real situation for every refusal: a story, a person, a command that is refused with this code.
enum RefusalSamples {
    static func refusal(_ code: Refusal.Code) throws -> Refusal? {
        switch code {
        case .roleNotPermitted, .commandNotInState, .effectiveInFuture, .dayOutOfOrder, .lateEntryUnexplained,
            .dueNotProvisional:
            try whoAndWhen(code)
        case .incomplete, .amountOutOfRange, .categoryUnknown, .budgetDoesNotAddUp, .requestExceedsCap,
            .emergencyPapersLate:
            try written(code)
        case .dutiesNotSeparate, .panelTooSmall, .panelNotIndependent, .satisfactionBelowThreshold:
            try judged(code)
        case .awardExceedsRequest, .awardExceedsCap, .endorsementMissing, .noticeRunning, .objectionOpen,
            .itemUnknown, .adjournmentEscalated, .fundMissing, .fundExhausted:
            try approved(code)
        case .startMissing, .amendmentPending, .amendmentMissing, .alreadyExtended, .extensionNotLater,
            .extensionTooLong, .suspensionBackdated, .pauseUsedUp:
            try executed(code)
        case .payeeNameDiffers, .personalPayee, .cashAboveLimit, .ownMoneyOutstanding, .trancheNotReached,
            .settlementExceedsBuilt, .grantExceedsShare, .surplusNotGivenBack, .retentionExceedsLimit,
            .retentionMissing, .retentionNotDue, .sourceOverspent, .paymentOfEarlierYear, .nothingHeld,
            .fundYearClosed:
            try MoneyRefusals.refusal(code)
        case .advanceExceedsLimit, .spendingExceedsAward, .settledAlready, .paymentsExceedSettlement,
            .settlementExceedsAward, .recoveryExceedsPaid, .invoiceReused, .notReadyToClose, .paidMoneyOutstanding:
            try paid(code)
        }
    }

    private static func whoAndWhen(_ code: Refusal.Code) throws -> Refusal? {
        let story = try Story.submitted()
        return switch code {
        case .roleNotPermitted: story.refusal(Cast.auditor, .admit)
        case .commandNotInState: story.refusal(Cast.officer, .verify(Papers.visit))
        case .effectiveInFuture: story.refusal(Cast.clerk, .admit, late: -1)
        case .dueNotProvisional: story.refusal(Cast.clerk, .recomputeDue)
        case .dayOutOfOrder: story.later(days: -1).refusal(Cast.clerk, .admit)
        case _: story.refusal(Cast.clerk, .admit, late: 5)
        }
    }

    private static func written(_ code: Refusal.Code) throws -> Refusal? {
        var application = Papers.application
        switch code {
        case .amountOutOfRange: return try Story.at(.inApproval).refusal(Cast.director, award(Money(fen: -1)))
        case .categoryUnknown: application.category = "道路"
        case .budgetDoesNotAddUp: application.sources = []
        case .emergencyPapersLate: application.emergencyOn = day("2026-02-19")
        case .requestExceedsCap: application = Papers.application(asking: yuan(500_001))
        case _: application.need = ""
        }
        return try Story.drafted(application).refusal(Cast.secretary, .submit)
    }

    private static func judged(_ code: Refusal.Code) throws -> Refusal? {
        let story = try Story.inAcceptance()
        var acceptance = Papers.acceptance(by: [Cast.panelist, Cast.secondPanelist])
        switch code {
        case .dutiesNotSeparate:
            return story.refusal(Cast.giving(Cast.secretary, [.panelMember]), .accept(acceptance))
        case .panelTooSmall: acceptance.panel = [Cast.panelist.id]
        case .panelNotIndependent: acceptance.panel = [Cast.panelist.id, Cast.officer.id]
        case _: acceptance.satisfaction = Satisfaction(satisfied: 1, basicallySatisfied: 0, dissatisfied: 9)
        }
        return story.refusal(Cast.panelist, .accept(acceptance))
    }

    private static func approved(_ code: Refusal.Code) throws -> Refusal? {
        var story = try Story.inApproval(Papers.application(asking: yuan(400_000)))
        let conclude = Command.concludeNotice(NoticeProof(proof: "照片"))
        let onNotice = try Story.onNotice()
        switch code {
        case .awardExceedsRequest: return story.refusal(Cast.director, award(yuan(400_001)))
        case .awardExceedsCap:
            let amendment = Amendment(amount: yuan(500_001), reason: "增加")
            return try Story.inExecution().refusal(Cast.secretary, .requestAmendment(amendment))
        case .endorsementMissing: return story.refusal(Cast.director, award(yuan(400_000)))
        case .noticeRunning: return onNotice.refusal(Cast.clerk, conclude)
        case .objectionOpen:
            return try onNotice.then(Cast.clerk, .object(Objection(words: "位置"))).later(days: 30)
                .refusal(Cast.clerk, conclude)
        case .itemUnknown:
            return onNotice.refusal(Cast.clerk, .clearBlocker(BlockerCleared(blocker: 1, words: "无")))
        case .adjournmentEscalated:
            let adjourn = Command.adjournConsultation(
                Adjournment(consultation: 1, meetBy: day("2026-04-01"), reason: "出差"))
            let consult = Consultation(question: "管线", participants: ["供电所"], meetBy: day("2026-03-20"))
            return try onNotice.then(Cast.clerk, .consult(consult)).then(Cast.clerk, adjourn)
                .refusal(Cast.clerk, adjourn)
        case .fundMissing:
            story.free = nil
            return story.refusal(Cast.director, award(yuan(1)))
        case _:
            story.free = .zero
            return story.refusal(Cast.director, award(yuan(1)))
        }
    }

    private static func executed(_ code: Refusal.Code) throws -> Refusal? {
        let story = try Story.inExecution()
        let due = story.project?.clock.dueOn ?? story.day
        let extended = Command.extend(Extension(newDueOn: due.adding(days: 9), reason: "雨季"))
        let amendment = Command.requestAmendment(Amendment(amount: yuan(1), reason: "减少"))
        let pause = Command.suspend(Suspension(reason: "台风", evidence: "预警"))
        return switch code {
        case .startMissing:
            story.refusal(Cast.secretary, .requestInspection(InspectionRequest(documents: [Papers.afterPhoto])))
        case .amendmentPending: try story.then(Cast.secretary, amendment).refusal(Cast.director, pause)
        case .amendmentMissing:
            story.refusal(Cast.director, .decideAmendment(AmendmentRuling(approved: true, reason: "同意")))
        case .alreadyExtended: try story.then(Cast.director, extended).refusal(Cast.director, extended)
        case .extensionTooLong:
            story.refusal(Cast.director, .extend(Extension(newDueOn: due.adding(days: 31), reason: "雨季")))
        case .extensionNotLater: story.refusal(Cast.director, .extend(Extension(newDueOn: due, reason: "雨季")))
        case .suspensionBackdated: story.refusal(Cast.director, pause, late: 9, reason: "停电")
        case _:
            try story.then(Cast.director, pause).later(days: 30).then(Cast.director, .resume(Remark(words: "")))
                .refusal(Cast.director, pause)
        }
    }

    private static func paid(_ code: Refusal.Code) throws -> Refusal? {
        let building = try Story.inExecution().paid(yuan(500), invoice: "044001")
        let completed = try Story.at(.completed)
        func pay(_ amount: Money) -> Command { .disburse(Papers.payment(amount)) }
        func settle(_ amount: Money) -> Command { .settle(Settlement(actual: amount)) }
        return switch code {
        case .advanceExceedsLimit: building.refusal(Cast.finance, pay(yuan(60_000)))
        case .spendingExceedsAward: completed.refusal(Cast.finance, pay(yuan(100_000)))
        case .settledAlready: try completed.settled(yuan(10_000)).refusal(Cast.finance, settle(yuan(10_000)))
        case .paymentsExceedSettlement: completed.refusal(Cast.finance, settle(yuan(9_999)))
        case .settlementExceedsAward: completed.refusal(Cast.finance, settle(yuan(100_001)))
        case .recoveryExceedsPaid:
            building.refusal(Cast.finance, .recover(Recovery(amount: yuan(501), reason: "多付")))
        case .invoiceReused:
            building.refusal(Cast.finance, .disburse(Papers.payment(yuan(1), invoice: "044001")))
        case .notReadyToClose: completed.refusal(Cast.clerk, .closeOut(CloseOut(publication: "")))
        case _: building.refusal(Cast.director, .terminate(Termination(reason: "征地争议")))
        }
    }

    private static func award(_ amount: Money) -> Command { .award(Award(amount: amount)) }
}
