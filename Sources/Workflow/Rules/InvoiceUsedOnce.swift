/// An invoice is paid once; the database knows the whole town's.
///
/// Refusal: `invoiceReused`. SQL: `invoice_used_once`.
public enum InvoiceUsedOnce {
    public static func check(_ invoice: String?, _ project: Project) throws(Refusal) {
        guard let invoice else { return }
        if project.money.invoices.contains(invoice) { throw .invoiceReused(invoice) }
    }
}
