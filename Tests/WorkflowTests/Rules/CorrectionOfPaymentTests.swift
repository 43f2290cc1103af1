import Testing
import Workflow

/// 10,000 yuan were written down as paid.
struct CorrectionOfPaymentTests {
    private func correct(_ number: Int = 1, _ amount: Int64, invoice: String? = nil) -> Command {
        .correctPayment(
            PaymentCorrection(number: number, payment: Papers.payment(yuan(amount), invoice: invoice), reason: "录错"))
    }

    @Test func whatWasWrongIsTakenBackAndWhatIsRightPosted() throws {
        let story = try Story.at(.inExecution)
        let decision = try story.asking(Cast.finance, correct(1, 9_000))
        let event = try #require(decision.events.first)
        #expect(
            event.movements(before: story.project)
                == [Movement(.disburse, yuan(10_000), isReversal: true), Movement(.disburse, yuan(9_000))])
        let corrected = try story.then(Cast.finance, correct(1, 9_000))
        let money = try corrected.told().money
        #expect(money.disbursed == yuan(9_000) && money.encumbered == yuan(91_000))
        #expect(money.payments.count == 1 && money.payments[0].isCorrected)
        // Corrected once more: now the newer movement is the one taken back.
        let again = try corrected.asking(Cast.finance, correct(1, 9_500))
        #expect(again.events.first?.reverses(in: corrected.project) == corrected.project?.version)
    }

    @Test func aPaymentThatNeverWasIsTakenBackAltogether() throws {
        let gone = try Story.at(.inExecution).then(Cast.finance, correct(1, 0))
        #expect(gone.project?.money.disbursed == .zero)
        #expect(gone.refusal(Cast.finance, correct(1, 1)) == .itemUnknown(field: "number", number: 1))
        #expect(gone.refusal(Cast.finance, correct(2, 1)) == .itemUnknown(field: "number", number: 2))
    }

    @Test func theRightAmountIsBoundByTheSameRules() throws {
        let story = try Story.at(.inExecution)
        #expect(story.refusal(Cast.finance, correct(1, 60_000)) == nil)
        #expect(story.refusal(Cast.finance, correct(1, 60_001))?.code == .advanceExceedsLimit)
        let completed = try Story.at(.completed)
        #expect(completed.refusal(Cast.finance, correct(1, 100_001))?.code == .spendingExceedsAward)
        let back = try story.then(Cast.finance, .recover(Recovery(amount: yuan(5_000), reason: "多付")))
        #expect(
            back.refusal(Cast.finance, correct(1, 4_999))
                == .recoveryExceedsPaid(yuan(5_000), outstanding: yuan(4_999)))
    }

    @Test func aMistypedInvoiceIsFreeForItsOwner() throws {
        let story = try Story.inExecution().paid(yuan(100), invoice: "A1")
        guard
            case .paymentCorrected(let corrected) = try story.asking(Cast.finance, correct(1, 100, invoice: "A2"))
                .events[0]
        else { throw Refusal.nothingHeld }
        #expect(corrected.releasedInvoice == "A1" && corrected.newInvoice == "A2")
        let right = try story.then(Cast.finance, correct(1, 100, invoice: "A2"))
        #expect(right.project?.money.invoices == ["A2"])
        #expect(right.refusal(Cast.finance, .disburse(Papers.payment(yuan(1), invoice: "A1"))) == nil)
        // Left as it was, it is neither released nor used a second time.
        guard case .paymentCorrected(let same) = try right.asking(Cast.finance, correct(1, 90, invoice: "A2")).events[0]
        else { throw Refusal.nothingHeld }
        #expect(same.releasedInvoice == nil && same.newInvoice == nil)
    }
}
