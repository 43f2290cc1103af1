import Testing
import Workflow

struct RequestWithinCapTests {
    private func refusal(_ amount: Money) throws -> Refusal? {
        try Story.drafted(Papers.application(asking: amount)).refusal(Cast.secretary, .submit)
    }

    @Test func upToTheCap() throws {
        let cap = Policy.secretaryActsNow.cap
        #expect(try refusal(cap) == nil)
        #expect(try refusal(cap + Money(fen: 1)) == .requestExceedsCap(cap + Money(fen: 1), cap: cap))
    }

    /// A draft may still be too large; only its submission is refused.
    @Test func aDraftMayBeTooLarge() throws {
        #expect(try Story.drafted(Papers.application(asking: Money.limit)).project?.state == .draft)
    }
}
