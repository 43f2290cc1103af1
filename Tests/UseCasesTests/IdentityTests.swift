import Testing

@testable import UseCases

/// What is seen of a name and a telephone, and which are none.
struct IdentityTests {
    @Test(arguments: [
        ("张三", "13812341234", "张**", "138****1234"), ("欧阳建国", "", "欧**", ""), ("", "１３８１２３４１２３４", "", "138****1234"),
        ("李", "0551-1234567", "李**", "055****4567"), ("Ann", "1234567", "A**", "****"),
    ])
    func itIsMasked(_ name: String, _ phone: String, _ maskedName: String, _ maskedPhone: String) throws {
        let identity = try #require(try Identity(name: name, phone: phone))
        #expect((identity.maskedName, identity.maskedPhone) == (maskedName, maskedPhone))
        #expect(Identity(identity.bytes) == identity)
    }

    @Test func nothingGivenIsNobody() throws { #expect(try Identity(name: "", phone: "") == nil) }

    @Test(arguments: ["12345", "abc", "138123412341234123412", "138*1234123"])
    func whatIsNoTelephoneIsRefused(_ phone: String) {
        #expect(throws: OpinionRefusal.phoneWrong) { try Identity(name: "张", phone: phone) }
    }

    /// Ten characters out of 32 are fifty bits: at a thousand guesses a second the first hit takes a lifetime.
    @Test func receiptsAreReadAloudWithoutMistakes() {
        var seen: Set<String> = []
        for number in 0..<1000 {
            let hash = (0..<32).map { UInt8(truncatingIfNeeded: (number * 2_654_435_761) >> ($0 % 24)) }
            let receipt = Receipt.text(hash)
            #expect(Receipt.isOne(receipt) && !receipt.contains { "01IO".contains($0) })
            #expect(Receipt.cleaned(Receipt.grouped(receipt).lowercased()) == receipt)
            seen.insert(receipt)
        }
        #expect(seen.count > 990)
    }

    @Test func everyRefusalSaysWhatToDo() {
        for refusal in OpinionRefusal.allCases {
            #expect(refusal.chinese.hasSuffix("。") && refusal.english.hasSuffix("."), "\(refusal)")
        }
    }
}
