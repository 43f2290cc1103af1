/// Money goes to the account of the payee it is meant for; to a person only for a labour list.
///
/// Refusal: `payeeNameDiffers`, `personalPayee`. SQL: none.
public enum PayeeChecked {
    /// The account's name is asked for where the policy compares it. An old paper may not have kept it.
    static func wanting(_ payment: Payment, _ context: Context, _ policy: Policy) -> [(MissingItem, String)] {
        let isOld = context.recordedOn.days(since: context.effectiveOn) > 1
        guard payment.method == .transfer, policy.money.accountName != .unchecked, !isOld else { return [] }
        return [(MissingItem("accountName", "收款账户名称", "name of the account"), payment.accountName ?? "")]
    }

    public static func check(_ payment: Payment, _ policy: Policy) throws(Refusal) {
        if let name = payment.accountName, payment.method == .transfer, !isSame(name, payment.payee) {
            switch policy.money.accountName {
            case .unchecked: break
            case .explain:
                if (payment.nameReason ?? "").isBlank { throw .payeeNameDiffers(payment.payee, account: name) }
            case .refuse: throw .payeeNameDiffers(payment.payee, account: name)
            }
        }
        if payment.payeeKind == .person, (payment.labourList ?? "").isBlank { throw .personalPayee }
    }

    /// Banks write brackets and spaces in their own way.
    private static func isSame(_ a: String, _ b: String) -> Bool {
        func plain(_ text: String) -> String { halfWidth(text).filter { !$0.isWhitespace } }
        return plain(a) == plain(b)
    }
}
