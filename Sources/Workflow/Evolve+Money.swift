/// Folding of what is paid, settled, carried over and received beside the fund.
extension Project {
    mutating func account(for entry: Entry) {
        let (day, person) = (entry.effectiveOn, entry.by)
        switch entry.event {
        case .disbursed(let payment): pay(payment, entry)
        case .settled(let settlement): settle(settlement, by: person, on: day)
        case .recovered(let recovery): money.recovered = money.recovered + recovery.amount
        case .paymentCorrected(let corrected): correct(corrected, entry)
        case .retentionReturned(let back):
            let deducted = (money.retention?.amount ?? back.payment.amount) - back.payment.amount
            pay(back.payment, entry)
            money.encumbered = money.encumbered - deducted
            money.retention = nil
        case .receiptRecorded(let receipt):
            change(source: receipt.source) { $0.received = $0.received + receipt.amount }
        case .spendingRecorded(let spending):
            change(source: spending.source) { $0.spent = $0.spent + spending.amount }
        case .carriedForward(let carried): money.fundYear = carried.toYear
        case .swept:
            // What is not held is not promised any more; an amendment may raise it again.
            money.awarded = money.awarded - money.encumbered
            money.encumbered = .zero
        case .drafted, .edited, .submitted, .admitted, .verified, .returned, .endorsed, .awarded, .declined, .objected,
            .objectionResolved, .noticeConcluded, .startRecorded, .progressReported, .amendmentRequested,
            .amendmentDecided, .extended, .suspended, .resumed, .inspectionRequested, .accepted,
            .rectificationDemanded, .closedOut, .reopened, .withdrawn, .terminated, .blockerRaised, .blockerCleared,
            .consulted, .consultationDecided, .consultationAdjourned, .dispatched, .dispatchSigned, .dispatchAnswered,
            .dueRecomputed, .dutyExceptionUsed, .documented, .chased, .commented:
            break
        }
    }

    private mutating func pay(_ payment: Payment, _ entry: Entry) {
        clock.paidOn = entry.effectiveOn
        duties.take(paying: entry.by)
        money.disbursed = money.disbursed + payment.amount
        money.encumbered = money.encumbered - payment.amount
        if let invoice = payment.invoice { money.invoices.append(invoice) }
        money.payments.append(
            PaymentRecord(
                sequence: entry.sequence, payment: payment, paidOn: entry.effectiveOn,
                fundYear: money.fundYear ?? id.year))
    }

    private mutating func settle(_ settlement: Settlement, by person: PersonID, on day: CivilDate) {
        // Where no money was paid, whoever settled at nothing is the one who answered for it.
        duties.take(paying: person)
        money.settled = settlement.actual
        money.encumbered = settlement.actual - money.outstanding
        if let retained = settlement.retained, retained > .zero, let until = settlement.retainedUntil {
            money.retention = Retention(amount: retained, until: until)
        }
        clock.settledOn = day
    }

    private mutating func correct(_ corrected: PaymentCorrected, _ entry: Entry) {
        duties.take(paying: entry.by)
        let index = corrected.correction.number - 1
        guard money.payments.indices.contains(index) else { return }
        let (old, right) = (money.payments[index].payment.amount, corrected.correction.payment)
        money.disbursed = money.disbursed - old + right.amount
        money.encumbered = money.encumbered + old - right.amount
        money.invoices.removeAll { $0 == corrected.releasedInvoice }
        if let invoice = corrected.newInvoice { money.invoices.append(invoice) }
        money.payments[index].payment = right
        money.payments[index].sequence = entry.sequence
        money.payments[index].isCorrected = true
    }

    private mutating func change(source number: Int, _ body: (inout SourceBalance) -> Void) {
        while sources.count < application.sources.count { sources.append(SourceBalance()) }
        guard sources.indices.contains(number - 1) else { return }
        body(&sources[number - 1])
    }
}

extension Duties {
    fileprivate mutating func take(paying person: PersonID) {
        payer = person
        if !payers.contains(person) { payers.append(person) }
    }
}
