import Testing
import Workflow

struct InvoiceUsedOnceTests {
    @Test func theSameInvoiceIsNotPaidTwice() throws {
        let story = try Story.inExecution().paid(yuan(100), invoice: "044001")
        #expect(
            story.refusal(Cast.finance, .disburse(Papers.payment(yuan(100), invoice: "044001")))
                == .invoiceReused("044001"))
        #expect(story.refusal(Cast.finance, .disburse(Papers.payment(yuan(100), invoice: "044002"))) == nil)
    }

    /// Labour lists have no invoice; two of them are no reuse.
    @Test func paymentsWithoutInvoiceDoNotCollide() throws {
        let story = try Story.inExecution().paid(yuan(100))
        #expect(story.refusal(Cast.finance, .disburse(Papers.payment(yuan(100)))) == nil)
    }
}
