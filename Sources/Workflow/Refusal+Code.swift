extension Refusal.Code: Comparable {
    /// What is said first is the lesser.
    public static func < (a: Self, b: Self) -> Bool {
        let first = allCases.first { $0 == a || $0 == b }
        return first == a && a != b
    }
}

extension Refusal {
    /// The stable code of API problems and of the audit, in order of precedence.
    public enum Code: String, CaseIterable, Sendable {
        case roleNotPermitted, commandNotInState, effectiveInFuture, dayOutOfOrder, lateEntryUnexplained
        case dueNotProvisional, dutiesNotSeparate
        case incomplete, amountOutOfRange, categoryUnknown, budgetDoesNotAddUp, requestExceedsCap
        case emergencyPapersLate
        case panelTooSmall, panelNotIndependent
        case awardExceedsRequest, awardExceedsCap, endorsementMissing, noticeRunning, objectionOpen, itemUnknown
        case adjournmentEscalated
        case startMissing, amendmentPending, amendmentMissing, alreadyExtended, extensionNotLater, extensionTooLong
        case suspensionBackdated, pauseUsedUp
        case satisfactionBelowThreshold
        case payeeNameDiffers, personalPayee, cashAboveLimit, ownMoneyOutstanding, trancheNotReached
        case advanceExceedsLimit, spendingExceedsAward, settledAlready, paymentsExceedSettlement
        case settlementExceedsAward, settlementExceedsBuilt, grantExceedsShare, surplusNotGivenBack
        case retentionExceedsLimit, retentionMissing, retentionNotDue
        case recoveryExceedsPaid, invoiceReused, sourceOverspent, paymentOfEarlierYear, nothingHeld, notReadyToClose
        case paidMoneyOutstanding, fundMissing, fundExhausted, fundYearClosed
    }

    public var code: Code {
        switch self {
        case .roleNotPermitted: .roleNotPermitted
        case .commandNotInState: .commandNotInState
        case .effectiveInFuture: .effectiveInFuture
        case .dayOutOfOrder: .dayOutOfOrder
        case .lateEntryUnexplained: .lateEntryUnexplained
        case .dueNotProvisional: .dueNotProvisional
        case .dutiesNotSeparate: .dutiesNotSeparate
        case .incomplete: .incomplete
        case .amountOutOfRange: .amountOutOfRange
        case .categoryUnknown: .categoryUnknown
        case .budgetDoesNotAddUp: .budgetDoesNotAddUp
        case .requestExceedsCap: .requestExceedsCap
        case .emergencyPapersLate: .emergencyPapersLate
        case .panelTooSmall: .panelTooSmall
        case .panelNotIndependent: .panelNotIndependent
        case .awardExceedsRequest: .awardExceedsRequest
        case .awardExceedsCap: .awardExceedsCap
        case .endorsementMissing: .endorsementMissing
        case .noticeRunning: .noticeRunning
        case .objectionOpen: .objectionOpen
        case .itemUnknown: .itemUnknown
        case .adjournmentEscalated: .adjournmentEscalated
        case .startMissing: .startMissing
        case .amendmentPending: .amendmentPending
        case .amendmentMissing: .amendmentMissing
        case .alreadyExtended: .alreadyExtended
        case .extensionNotLater: .extensionNotLater
        case .extensionTooLong: .extensionTooLong
        case .suspensionBackdated: .suspensionBackdated
        case .pauseUsedUp: .pauseUsedUp
        case .satisfactionBelowThreshold: .satisfactionBelowThreshold
        case .payeeNameDiffers: .payeeNameDiffers
        case .personalPayee: .personalPayee
        case .cashAboveLimit: .cashAboveLimit
        case .ownMoneyOutstanding: .ownMoneyOutstanding
        case .trancheNotReached: .trancheNotReached
        case .advanceExceedsLimit: .advanceExceedsLimit
        case .spendingExceedsAward: .spendingExceedsAward
        case .settlementExceedsAward: .settlementExceedsAward
        case .settledAlready: .settledAlready
        case .paymentsExceedSettlement: .paymentsExceedSettlement
        case .settlementExceedsBuilt: .settlementExceedsBuilt
        case .grantExceedsShare: .grantExceedsShare
        case .surplusNotGivenBack: .surplusNotGivenBack
        case .retentionExceedsLimit: .retentionExceedsLimit
        case .retentionMissing: .retentionMissing
        case .retentionNotDue: .retentionNotDue
        case .recoveryExceedsPaid: .recoveryExceedsPaid
        case .invoiceReused: .invoiceReused
        case .sourceOverspent: .sourceOverspent
        case .paymentOfEarlierYear: .paymentOfEarlierYear
        case .nothingHeld: .nothingHeld
        case .notReadyToClose: .notReadyToClose
        case .paidMoneyOutstanding: .paidMoneyOutstanding
        case .fundMissing: .fundMissing
        case .fundExhausted: .fundExhausted
        case .fundYearClosed: .fundYearClosed
        }
    }

    /// The field of the command the refusal is about, where there is one.
    public var field: String? {
        switch self {
        case .effectiveInFuture, .dayOutOfOrder: "effectiveOn"
        case .lateEntryUnexplained: "lateReason"
        case .incomplete(let items), .notReadyToClose(let items): items.first?.field
        case .amountOutOfRange(let field), .itemUnknown(let field, _): field
        case .categoryUnknown: "category"
        case .budgetDoesNotAddUp: "budget"
        case .requestExceedsCap: "requested"
        case .emergencyPapersLate: "emergencyOn"
        case .panelTooSmall, .panelNotIndependent: "panel"
        case .awardExceedsRequest, .awardExceedsCap, .endorsementMissing, .advanceExceedsLimit,
            .spendingExceedsAward, .recoveryExceedsPaid, .fundExhausted, .cashAboveLimit, .trancheNotReached,
            .sourceOverspent:
            "amount"
        case .settlementExceedsAward, .paymentsExceedSettlement, .settlementExceedsBuilt, .grantExceedsShare,
            .surplusNotGivenBack:
            "actual"
        case .retentionExceedsLimit: "retained"
        case .payeeNameDiffers: "accountName"
        case .personalPayee: "labourList"
        case .paymentOfEarlierYear: "number"
        case .extensionNotLater, .extensionTooLong: "newDueOn"
        case .satisfactionBelowThreshold: "satisfaction"
        case .invoiceReused: "invoice"
        case .paidMoneyOutstanding: "writeDownReason"
        case .roleNotPermitted, .commandNotInState, .dutiesNotSeparate, .noticeRunning, .objectionOpen,
            .startMissing, .amendmentPending, .amendmentMissing, .alreadyExtended, .suspensionBackdated,
            .pauseUsedUp, .settledAlready, .fundMissing, .dueNotProvisional, .adjournmentEscalated,
            .ownMoneyOutstanding,
            .retentionMissing, .retentionNotDue, .nothingHeld, .fundYearClosed:
            nil
        }
    }
}
