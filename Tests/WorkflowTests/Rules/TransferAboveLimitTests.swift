import Testing
import Workflow

/// Cash up to 1,000 yuan.
struct TransferAboveLimitTests {
    private func refusal(_ amount: Money, _ method: PaymentMethod) throws -> Refusal? {
        try Story.inExecution().refusal(
            Cast.finance, .disburse(Payment(amount: amount, payee: "小卖部", method: method, voucher: "1")))
    }

    @Test func cashUpToTheLimitAndNotAFenMore() throws {
        #expect(try refusal(yuan(1_000), .cash) == nil)
        let above = yuan(1_000) + Money(fen: 1)
        #expect(try refusal(above, .cash) == .cashAboveLimit(above, limit: yuan(1_000)))
    }

    @Test func aTransferHasNoSuchLimit() throws { #expect(try refusal(yuan(50_000), .transfer) == nil) }
}
