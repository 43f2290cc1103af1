/// Decisions of the office and its leader: award, notice, amendment.
extension Matter {
    func endorse(_ endorsement: Endorsement) throws(Refusal) -> Event {
        try AmountInRange.check(endorsement.amount, field: "amount")
        // While the village builds, only an amendment can be waiting for the leader's yes.
        if project.state == .inExecution { _ = try AmendmentInTurn.checkAsked(project) }
        return .endorsed(endorsement)
    }

    func award(_ award: Award) throws(Refusal) -> Event {
        if let plan = award.tranches, !plan.isWhole {
            throw .incomplete([MissingItem("tranches", "分期拨付比例（合计1000‰）", "tranches that sum to 1000 permille")])
        }
        try AmountInRange.check(award.amount, field: "amount")
        try AwardWithinRequest.check(award.amount, project)
        try AwardWithinCap.check(award.amount, project, policy)
        try LeaderEndorsesLargeAward.check(award.amount, project, policy)
        try AwardWithinFund.check(award.amount, free: context.fundFree)
        let noticeDays = project.application.emergencyOn == nil ? policy.noticeWorkingDays : nil
        let noticeEndsOn = noticeDays.map { context.calendar.adding(workingDays: $0, to: day) }
        return .awarded(
            Awarded(
                amount: award.amount, conditions: award.conditions, tranches: award.tranches,
                noticeEndsOn: noticeEndsOn))
    }

    func object(_ objection: Objection) throws(Refusal) -> Event {
        try ReasonGiven.check([(MissingItem("words", "异议内容", "words"), objection.words)])
        return .objected(objection)
    }

    func resolve(_ ruling: ObjectionRuling) throws(Refusal) -> Event {
        try DaysInOrder.check(context, answering: project.objections.numbered(ruling.objection)?.raisedOn)
        try ReasonGiven.check(ruling.reason)
        try ObjectionsResolved.check(ruling, project)
        return .objectionResolved(ruling)
    }

    func conclude(_ proof: NoticeProof) throws(Refusal) -> Event {
        try ReasonGiven.check([(MissingItem("proof", "公示证明", "proof of posting"), proof.proof)])
        try NoticeServedInFull.check(project, on: day)
        try ObjectionsResolved.checkAll(project)
        return .noticeConcluded(proof)
    }

    func request(_ amendment: Amendment) throws(Refusal) -> Event {
        try ReasonGiven.check(amendment.reason)
        if let quantities = amendment.quantities, quantities.contains(where: { !$0.isUsable }) {
            throw .incomplete([MissingItem("quantities", "数量（名称、正整数、单位）", "quantities (what, how many, unit)")])
        }
        try AmountInRange.check(amendment.amount, field: "amount")
        try AwardWithinCap.check(amendment.amount, project, policy)
        try AmendmentInTurn.checkNone(project)
        guard amendment.amount >= project.money.disbursed else {
            throw .spendingExceedsAward(project.money.disbursed, left: amendment.amount)
        }
        return .amendmentRequested(amendment)
    }

    func decide(_ ruling: AmendmentRuling) throws(Refusal) -> Event {
        try ReasonGiven.check(ruling.reason)
        let amendment = try AmendmentInTurn.checkAsked(project)
        guard ruling.approved else { return .amendmentDecided(ruling) }
        if AmendmentInTurn.isMaterial(amendment.amount, original: project.money.originalAward, policy) {
            try LeaderEndorsesLargeAward.check(amendment.amount, project, policy)
        }
        guard amendment.amount >= project.money.disbursed else {
            throw .spendingExceedsAward(project.money.disbursed, left: amendment.amount)
        }
        if amendment.amount > project.money.awarded {
            try AwardWithinFund.check(amendment.amount - project.money.awarded, free: context.fundFree)
        }
        return .amendmentDecided(ruling)
    }
}
