/// A payment is put right by taking it back as a whole and posting it anew, in the year it was paid from.
///
/// Refusal: `itemUnknown`, `paymentOfEarlierYear`. SQL: `correction_reverses_whole`.
public enum CorrectionOfPayment {
    static func record(_ correction: PaymentCorrection, _ project: Project) throws(Refusal) -> PaymentRecord {
        guard let record = project.money.payments.numbered(correction.number), record.payment.amount > .zero else {
            throw .itemUnknown(field: "number", number: correction.number)
        }
        return record
    }

    /// Money carried forward cannot be put back into the year it came from: what was overpaid there is recovered.
    public static func check(_ record: PaymentRecord, _ project: Project) throws(Refusal) {
        guard record.fundYear == project.money.fundYear ?? project.id.year else {
            throw .paymentOfEarlierYear(Int(record.fundYear))
        }
    }
}
