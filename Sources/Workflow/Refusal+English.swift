extension Refusal {
    /// The reason and the remedy in English.
    public var english: String {
        switch self {
        case .roleNotPermitted(let command):
            "You may not \(command.rawValue); it takes \(command.permitted.map(\.rawValue).joined(separator: " or "))."
        case .commandNotInState(let command, let state):
            "The project is \(state.rawValue); \(command.rawValue) is not possible now."
        case .effectiveInFuture(let day): "\(day) lies in the future; give today or an earlier day."
        case .dayOutOfOrder(let day, let notBefore): "\(day) is before the last step on \(notBefore); check the day."
        case .lateEntryUnexplained(let day): "\(day) was more than a day ago; say why it is entered late."
        case .incomplete(let items):
            "Missing: \(items.map(\.english).joined(separator: ", ")). Complete them all and submit again."
        case .amountOutOfRange: "The amount must be between 0 and 1,000,000,000.00 yuan, in whole fen."
        case .categoryUnknown(let category): "There is no category “\(category)”; choose one of the programme's."
        case .budgetDoesNotAddUp(let lines, let asked):
            "The budget adds up to \(lines.yuanText) yuan, request and other sources to \(asked.yuanText)."
        case .requestExceedsCap(let amount, let cap):
            "\(amount.yuanText) yuan is above the cap of \(cap.yuanText) for one project."
        case .dutiesNotSeparate(let one, let other):
            "One person cannot both \(one.rawValue) and \(other.rawValue); somebody else must act."
        case .emergencyPapersLate(let limit):
            "Emergency works are applied for within \(limit) days of their start; apply as an ordinary project."
        case .panelTooSmall(let count, let least): "The panel has \(count) members; at least \(least) are needed."
        case .panelNotIndependent:
            "Panel members must be in office and not be the applicant, verifier, awarder or contractor."
        case .awardExceedsRequest(let amount, let requested):
            "\(amount.yuanText) yuan is more than the \(requested.yuanText) asked for."
        case .awardExceedsCap(let amount, let cap): "\(amount.yuanText) yuan is above the cap of \(cap.yuanText)."
        case .endorsementMissing(let above): "Above \(above.yuanText) yuan the leader endorses first."
        case .noticeRunning(let until): "The notice runs to the end of \(until)."
        case .objectionOpen(let number): "Objection \(number) is not resolved yet."
        case .itemUnknown(_, let number): "There is no open number \(number)."
        case .dueNotProvisional: "The due day is not provisional; there is nothing to compute again."
        case .adjournmentEscalated: "The consultation was adjourned once; only the leader may adjourn it again."
        case .startMissing: "Record the start (contract or plan) first."
        case .amendmentPending: "An amendment is waiting for its decision."
        case .amendmentMissing: "No amendment is waiting for a decision."
        case .alreadyExtended: "The project was extended once already."
        case .extensionNotLater(let day): "The new due day must be later than \(day)."
        case .extensionTooLong(let limit): "An extension reaches at most \(limit) days beyond the due day."
        case .suspensionBackdated(let limit): "A suspension cannot be backdated by more than \(limit) days."
        case .pauseUsedUp(let days): "The \(days) days of pause are used up."
        case .satisfactionBelowThreshold(let permille, let needed):
            "\(permille / 10) % are satisfied; \(needed / 10) % are needed. Rectify and survey again."
        case .payeeNameDiffers(let payee, let account):
            "The account is in the name of “\(account)”, not “\(payee)”; check it, or explain where you may."
        case .personalPayee: "A person is paid only for a labour list; name the list."
        case .cashAboveLimit(let amount, let limit):
            "\(amount.yuanText) yuan is above the cash limit of \(limit.yuanText); pay by transfer."
        case .ownMoneyOutstanding(let promised, let received):
            "The village gave \(received.yuanText) of \(promised.yuanText) yuan of its own; the fund pays after that."
        case .trancheNotReached(let amount, let limit, let event):
            "Before “\(event.rawValue)” \(limit.yuanText) yuan may be paid, not \(amount.yuanText)."
        case .advanceExceedsLimit(let amount, let limit):
            "Before acceptance \(limit.yuanText) yuan more may be paid, not \(amount.yuanText)."
        case .spendingExceedsAward(let amount, let left):
            "\(amount.yuanText) yuan is more than the \(left.yuanText) left of the award; amend it first."
        case .settlementExceedsAward(let amount, let award):
            "\(amount.yuanText) yuan is more than the award of \(award.yuanText)."
        case .settledAlready: "The project is settled already."
        case .paymentsExceedSettlement(let paid, let actual):
            "\(paid.yuanText) yuan were paid, \(actual.yuanText) settled: recover the difference first."
        case .settlementExceedsBuilt(let actual, let limit):
            "What was built is worth \(limit.yuanText) yuan of the award, not \(actual.yuanText)."
        case .grantExceedsShare(let actual, let limit):
            "The fund's share of the cost is \(limit.yuanText) yuan, not \(actual.yuanText)."
        case .surplusNotGivenBack(let actual, let limit):
            "With the surplus given back, \(limit.yuanText) yuan is the most, not \(actual.yuanText)."
        case .retentionExceedsLimit(let amount, let limit):
            "At most \(limit.yuanText) yuan may be retained, not \(amount.yuanText)."
        case .retentionMissing: "Nothing is retained that could be returned."
        case .retentionNotDue(let day): "The retention runs until \(day); return it then."
        case .recoveryExceedsPaid(let amount, let outstanding):
            "\(amount.yuanText) yuan is more than the \(outstanding.yuanText) paid and not recovered."
        case .invoiceReused(let invoice): "Invoice \(invoice) was used before."
        case .sourceOverspent(let amount, let left):
            "Of that source \(left.yuanText) yuan is left, not enough for \(amount.yuanText)."
        case .paymentOfEarlierYear(let year):
            "The fund of \(year) paid it and the project was carried forward; recover what was overpaid."
        case .nothingHeld: "The project holds no money."
        case .notReadyToClose(let items):
            "Not ready to close, missing: \(items.map(\.english).joined(separator: ", "))."
        case .paidMoneyOutstanding(let amount):
            "\(amount.yuanText) yuan paid are not recovered: recover them, or give the reason for writing them down."
        case .fundMissing: "The town has no fund for this programme and year; appropriate money first."
        case .fundExhausted(let amount, let free):
            "The fund has \(free.yuanText) yuan free, not enough for \(amount.yuanText)."
        case .fundYearClosed(let year): "The fund's year \(year) is closed; reopen it first."
        }
    }
}
