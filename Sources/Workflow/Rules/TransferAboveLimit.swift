/// Above the policy's limit a payment is a transfer; cash cannot be traced.
///
/// Refusal: `cashAboveLimit`. SQL: none.
public enum TransferAboveLimit {
    public static func check(_ payment: Payment, _ policy: Policy) throws(Refusal) {
        guard payment.method == .cash, payment.amount > policy.money.cashLimit else { return }
        throw .cashAboveLimit(payment.amount, limit: policy.money.cashLimit)
    }
}
