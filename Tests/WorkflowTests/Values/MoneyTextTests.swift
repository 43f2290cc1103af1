import Seeds
import Testing
import Workflow

struct MoneyTextTests {
    @Test(
        arguments: [
            (0, "0.00", "0.00"), (1, "0.000001", "0.01"), (100, "0.0001", "1.00"), (10_000, "0.01", "100.00"),
            (11_300_000, "11.30", "113,000.00"), (7_729_900, "7.7299", "77,299.00"),
            (99_999_999, "99.999999", "999,999.99"),
            (100_000_000_000, "100000.00", "1,000,000,000.00"), (41_735_0000, "417.35", "4,173,500.00"),
        ] as [(Int64, String, String)])
    func writtenExactly(_ fen: Int64, _ wan: String, _ yuan: String) {
        #expect(Money(fen: fen).wanText == wan)
        #expect(Money(fen: fen).yuanText == yuan)
        #expect(Money(wan: wan)?.fen == fen)
        #expect(Money(yuan: yuan)?.fen == fen)
    }

    @Test func negativeSumsKeepTheirSign() {
        #expect(Money(fen: -1).yuanText == "-0.01")
        #expect(Money(fen: -123_456_789).yuanText == "-1,234,567.89")
        #expect(Money(fen: -11_300_000).wanText == "-11.30")
    }

    @Test(
        arguments: [
            ("11.3", 11_300_000), ("１１．３", 11_300_000), ("1,200", 1_200_000_000), ("１，２００", 1_200_000_000),
            (" 7.7299 ", 7_729_900), ("0.000001", 1), ("11.3000000", 11_300_000), ("5.", 5_000_000), (".5", 500_000),
            ("007", 7_000_000),
        ] as [(String, Int64)])
    func readAsPeopleTypeWan(_ text: String, _ fen: Int64) {
        #expect(Money(wan: text)?.fen == fen)
    }

    @Test(arguments: [
        "", " ", ".", "-1", "－1", "1e3", "11.3万", "约11", "1.2.3", "0.0000001", "11.30000001", "100000.000001",
        "1000000", "99999999999999999999999999", "9223372036854775807", "NaN", "١٢", "0x10",
    ])
    func notAnAmountInWan(_ text: String) {
        #expect(Money(wan: text) == nil)
    }

    @Test(arguments: ["0.001", "1000000000.01", "10,000,000,000", "1.005", "￥5"])
    func notAnAmountInYuan(_ text: String) {
        #expect(Money(yuan: text) == nil)
    }

    /// Written and read again, every amount is itself.
    @Test func roundTrips() {
        var random = SplitMix64(seed: 20_260_302)
        for _ in 0..<5_000 {
            let money = Money(fen: Int64.random(in: 0...Money.limit.fen, using: &random))
            #expect(Money(wan: money.wanText) == money)
            #expect(Money(yuan: money.yuanText) == money)
        }
    }
}
