import Workflow

/// One real situation for every refusal about payees, tranches, sources, settlement, retention and the year.
enum MoneyRefusals {
    static func refusal(_ code: Refusal.Code) throws -> Refusal? {
        let building = try Story.at(.inExecution)
        let completed = try Story.at(.completed)
        func pay(_ change: (inout Payment) -> Void) -> Command {
            var payment = Papers.payment(yuan(2_000))
            change(&payment)
            return .disburse(payment)
        }
        switch code {
        case .payeeNameDiffers: return building.refusal(Cast.finance, pay { $0.accountName = "别人" })
        case .personalPayee: return building.refusal(Cast.finance, pay { $0.payeeKind = .person })
        case .cashAboveLimit: return building.refusal(Cast.finance, pay { $0.method = .cash })
        case .ownMoneyOutstanding:
            let story = try Story.inExecution(policy: .with { $0.money.ownMoneyFirst = true })
            return story.refusal(Cast.finance, pay { _ in })
        case .trancheNotReached:
            let story = try Story.inExecution(policy: .with { $0.money.tranches = TrancheReachedTests.plan })
            return story.refusal(Cast.finance, pay { _ in })
        case .retentionMissing:
            return completed.refusal(
                Cast.finance, .returnRetention(RetentionReturn(payment: Papers.payment(yuan(300)))))
        case .retentionNotDue:
            return try Story.retained()
                .refusal(Cast.finance, .returnRetention(RetentionReturn(payment: Papers.payment(yuan(300)))))
        case .sourceOverspent:
            return building.refusal(
                Cast.finance,
                .recordSpending(SourceSpending(source: 1, amount: yuan(1), payee: "甲", voucher: "1")))
        case .paymentOfEarlierYear:
            let carried = try building.then(Cast.finance, .carryForward(Reasoned(reason: "年末")))
            return carried.refusal(Cast.finance, Samples.command(.correctPayment, in: carried, by: Cast.finance))
        case .nothingHeld:
            return try completed.settled(yuan(10_000)).refusal(Cast.finance, .carryForward(Reasoned(reason: "年末")))
        case .fundYearClosed:
            var story = building
            story.fundIsClosed = true
            return story.refusal(Cast.finance, pay { _ in })
        case _: return try settlement(code, completed)
        }
    }

    private static func settlement(_ code: Refusal.Code, _ completed: Story) throws -> Refusal? {
        var settlement = Settlement(actual: yuan(100_000), totalCost: yuan(110_000))
        switch code {
        case .settlementExceedsBuilt:
            return try SettlementFollowsQuantitiesTests.built(60)
                .refusal(Cast.finance, .settle(Settlement(actual: yuan(100_000))))
        case .grantExceedsShare:
            let story = try Story.at(.completed, policy: .with { $0.money.sharePermille = 500 })
            return story.refusal(Cast.finance, .settle(settlement))
        case .surplusNotGivenBack:
            settlement.totalCost = yuan(99_000)
            return completed.refusal(Cast.finance, .settle(settlement))
        case _:
            settlement.retained = yuan(3_001)
            settlement.retainedUntil = completed.day.adding(days: 365)
            return completed.refusal(Cast.finance, .settle(settlement))
        }
    }
}
