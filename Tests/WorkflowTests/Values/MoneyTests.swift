import Testing
import Workflow

struct MoneyTests {
    @Test(arguments: [0, 1, 99, 100, 100_000_000_000] as [Int64]) func fromNothingToTheLimit(_ fen: Int64) {
        #expect(Money.checked(fen: fen)?.fen == fen)
    }

    @Test(arguments: [-1, 100_000_000_001, 1_000_000_000_000, .min, .max] as [Int64])
    func beyondIsNoAmount(_ fen: Int64) {
        #expect(Money.checked(fen: fen) == nil)
    }

    @Test func sharesNeverSumAboveTheWhole() {
        for fen in [0, 1, 3, 999, 1000, 1001, 100_000_000_000] as [Int64] {
            let whole = Money(fen: fen)
            #expect(whole.share(permille: 1000) == whole)
            #expect(whole.share(permille: 0) == .zero)
            for permille in [1, 333, 600, 999] {
                let share = whole.share(permille: permille)
                // The exact share, rounded down, in arithmetic wide enough for it.
                let exact = fen.multipliedFullWidth(by: Int64(permille))
                #expect(share.fen == Int64(1000).dividingFullWidth(exact).quotient)
                #expect(share + whole.share(permille: 1000 - permille) <= whole)
            }
        }
    }
}
