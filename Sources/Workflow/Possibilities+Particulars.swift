// Particulars as good as a project allows, for asking what is possible.
extension Project {
    /// Number of the first consultation without a decision, counted from 1; 1 where there is none.
    var openConsultation: Int { (consultations.firstIndex { $0.decision == nil } ?? 0) + 1 }

    /// Number of the first objection without a ruling, counted from 1.
    var openObjection: Int? { objections.firstIndex { $0.ruling == nil }.map { $0 + 1 } }

    /// Numbers of the first that waits, counted from 1; 1 where there is none.
    var blockerToClear: Int { (blockers.firstIndex { $0.clearedOn == nil } ?? 0) + 1 }
    var dispatchToSign: Int { (dispatches.firstIndex { $0.signedBy == nil } ?? 0) + 1 }
    var dispatchToAnswer: Int { (dispatches.firstIndex { $0.signedBy != nil && $0.feedback == nil } ?? 0) + 1 }

    func goodAcceptance(by panel: [PersonID], _ words: String) -> Acceptance {
        Acceptance(
            panel: panel, quantities: application.quantities,
            satisfaction: Satisfaction(satisfied: 1, basicallySatisfied: 0, dissatisfied: 0), words: words)
    }

    func goodDecision(on day: CivilDate, _ words: String) -> ConsultationDecision {
        ConsultationDecision(consultation: openConsultation, decision: words, owner: words, doneBy: day)
    }

    /// The first payment that still stands, written down anew as it is.
    func goodCorrection(_ words: String) -> PaymentCorrection {
        let index = money.payments.firstIndex { $0.payment.amount > .zero }
        return PaymentCorrection(
            number: (index ?? 0) + 1,
            payment: index.map { money.payments[$0].payment } ?? Payment(amount: .zero, payee: words, voucher: words),
            reason: words)
    }

    func goodReturn(_ words: String) -> RetentionReturn {
        RetentionReturn(
            payment: Payment(amount: money.retention?.amount ?? Money(fen: 1), payee: words, voucher: words))
    }

    /// A penny of the first source that has something left.
    func goodSpending(_ words: String) -> SourceSpending {
        SourceSpending(
            source: (sources.firstIndex { $0.received > $0.spent } ?? 0) + 1, amount: Money(fen: 1), payee: words,
            voucher: words)
    }
}
