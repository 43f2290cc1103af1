import Testing
import Workflow

struct PayeeCheckedTests {
    private func refusal(
        _ rule: AccountNameRule = .explain, late: Int = 0, _ change: (inout Payment) -> Void
    ) throws -> Refusal? {
        var payment = Papers.payment(yuan(500))
        change(&payment)
        let story = try Story.inExecution(policy: .with { $0.money.accountName = rule })
        return story.refusal(Cast.finance, .disburse(payment), late: late, reason: late > 1 ? "补录" : nil)
    }

    @Test func theAccountBearsThePayeesName() throws {
        #expect(try refusal { _ in } == nil)
        // The bank writes half-width brackets and no spaces.
        #expect(try refusal { ($0.payee, $0.accountName) = ("宏达（云岭）公司", "宏达(云岭) 公司") } == nil)
        #expect(try refusal { $0.accountName = "张三" } == .payeeNameDiffers("云岭建筑队", account: "张三"))
    }

    @Test func anotherNameIsExplainedOrRefusedAsThePolicySays() throws {
        func another(_ payment: inout Payment) {
            payment.accountName = "云岭建筑工程队"
            payment.nameReason = "工商更名，见附件"
        }
        #expect(try refusal(.explain, another) == nil)
        #expect(try refusal(.refuse, another)?.code == .payeeNameDiffers)
        #expect(try refusal(.unchecked) { $0.accountName = "张三" } == nil)
    }

    @Test func aTransferNamesItsAccountUnlessAnOldPaperDidNot() throws {
        #expect(try refusal { $0.accountName = nil }?.field == "accountName")
        #expect(try refusal(late: 5) { $0.accountName = nil } == nil)
        #expect(try refusal(.unchecked) { $0.accountName = nil } == nil)
        #expect(
            try refusal {
                $0.accountName = nil
                $0.method = .cash
            } == nil)
    }

    @Test func aPersonIsPaidOnlyForALabourList() throws {
        #expect(try refusal { $0.payeeKind = .person } == .personalPayee)
        #expect(
            try refusal {
                $0.payeeKind = .person
                $0.labourList = "名册 1"
            } == nil)
        #expect(try refusal { $0.payeeKind = .villageAccount } == nil)
    }
}
