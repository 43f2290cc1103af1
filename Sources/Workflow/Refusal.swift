/// Why a command was refused. One enum in order of precedence: the first that applies is the answer,
/// the same in code, documents and tests.
public enum Refusal: Error, Hashable, Sendable {
    // Who
    case roleNotPermitted(Command.Kind)
    // When
    case commandNotInState(Command.Kind, State)
    case effectiveInFuture(CivilDate)
    case dayOutOfOrder(CivilDate, notBefore: CivilDate)
    case lateEntryUnexplained(CivilDate)
    case dueNotProvisional
    // Duties apart
    case dutiesNotSeparate(Duty, Duty)
    // What is written
    case incomplete([MissingItem])
    case amountOutOfRange(field: String)
    case categoryUnknown(String)
    case budgetDoesNotAddUp(lines: Money, asked: Money)
    case requestExceedsCap(Money, cap: Money)
    case emergencyPapersLate(limit: Int)
    case panelTooSmall(Int, least: Int)
    case panelNotIndependent(PersonID)
    // Approval
    case awardExceedsRequest(Money, requested: Money)
    case awardExceedsCap(Money, cap: Money)
    case endorsementMissing(above: Money)
    case noticeRunning(until: CivilDate)
    case objectionOpen(Int)
    case itemUnknown(field: String, number: Int)
    case adjournmentEscalated
    // Execution
    case startMissing
    case amendmentPending
    case amendmentMissing
    case alreadyExtended
    case extensionNotLater(than: CivilDate)
    case extensionTooLong(limit: Int)
    case suspensionBackdated(limit: Int)
    case pauseUsedUp(days: Int)
    // Acceptance
    case satisfactionBelowThreshold(permille: Int, needed: Int)
    // Money
    case payeeNameDiffers(String, account: String)
    case personalPayee
    case cashAboveLimit(Money, limit: Money)
    case ownMoneyOutstanding(promised: Money, received: Money)
    case trancheNotReached(Money, limit: Money, waitsFor: TrancheEvent)
    case advanceExceedsLimit(Money, limit: Money)
    case spendingExceedsAward(Money, left: Money)
    case settledAlready
    case paymentsExceedSettlement(paid: Money, actual: Money)
    case settlementExceedsAward(Money, award: Money)
    case settlementExceedsBuilt(Money, limit: Money)
    case grantExceedsShare(Money, limit: Money)
    case surplusNotGivenBack(Money, limit: Money)
    case retentionExceedsLimit(Money, limit: Money)
    case retentionMissing
    case retentionNotDue(until: CivilDate)
    case recoveryExceedsPaid(Money, outstanding: Money)
    case invoiceReused(String)
    case sourceOverspent(Money, left: Money)
    case paymentOfEarlierYear(Int)
    case nothingHeld
    case notReadyToClose([MissingItem])
    case paidMoneyOutstanding(Money)
    case fundMissing
    case fundExhausted(Money, free: Money)
    case fundYearClosed(Int)
}

/// Something the person still has to give: the field's path, and its name for people.
public struct MissingItem: Hashable, Sendable {
    public let field: String
    public let chinese: String
    public let english: String

    public init(_ field: String, _ chinese: String, _ english: String) {
        self.field = field
        self.chinese = chinese
        self.english = english
    }
}

/// Duties that different persons must hold.
public enum Duty: String, CaseIterable, Codable, Hashable, Sendable {
    case apply, verify, endorse, award, accept, pay, close

    public var chinese: String {
        switch self {
        case .apply: "申报"
        case .verify: "核实"
        case .endorse: "领导同意"
        case .award: "批复"
        case .accept: "验收"
        case .pay: "拨付"
        case .close: "销号"
        }
    }
}
