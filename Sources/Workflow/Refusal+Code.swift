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
        case advanceExceedsLimit, spendingExceedsAward, settledAlready, paymentsExceedSettlement
        case settlementExceedsAward, recoveryExceedsPaid, invoiceReused, notReadyToClose, paidMoneyOutstanding
        case fundMissing, fundExhausted
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
        case .advanceExceedsLimit: .advanceExceedsLimit
        case .spendingExceedsAward: .spendingExceedsAward
        case .settlementExceedsAward: .settlementExceedsAward
        case .settledAlready: .settledAlready
        case .paymentsExceedSettlement: .paymentsExceedSettlement
        case .recoveryExceedsPaid: .recoveryExceedsPaid
        case .invoiceReused: .invoiceReused
        case .notReadyToClose: .notReadyToClose
        case .paidMoneyOutstanding: .paidMoneyOutstanding
        case .fundMissing: .fundMissing
        case .fundExhausted: .fundExhausted
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
            .spendingExceedsAward, .recoveryExceedsPaid, .fundExhausted:
            "amount"
        case .settlementExceedsAward, .paymentsExceedSettlement: "actual"
        case .extensionNotLater, .extensionTooLong: "newDueOn"
        case .satisfactionBelowThreshold: "satisfaction"
        case .invoiceReused: "invoice"
        case .paidMoneyOutstanding: "writeDownReason"
        case .roleNotPermitted, .commandNotInState, .dutiesNotSeparate, .noticeRunning, .objectionOpen,
            .startMissing, .amendmentPending, .amendmentMissing, .alreadyExtended, .suspensionBackdated,
            .pauseUsedUp, .settledAlready, .fundMissing, .dueNotProvisional, .adjournmentEscalated:
            nil
        }
    }
}
