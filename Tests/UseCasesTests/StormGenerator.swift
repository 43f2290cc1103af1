import Seeds
import TestSupport
import Workflow

/// What a client tries next: any step about money, on a project it knows nothing of. Most are refused, as they should.
struct StormGenerator {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }

    private mutating func amount(_ most: Int = 300_000) -> Money { Money(fen: Int64(1 + below(most))) }

    mutating func step(in town: SampleTown) -> (Person, Command) {
        let secretary = town.secretaries[0]
        switch below(12) {
        case 0, 1, 2: return (town.director, .award(Award(amount: amount())))
        case 3: return (secretary, .requestAmendment(Amendment(amount: amount(400_000), reason: "增减")))
        case 4: return (town.director, .decideAmendment(AmendmentRuling(approved: below(5) > 0, reason: "同意")))
        case 5, 6: return (town.finance, .disburse(Payment(amount: amount(100_000), payee: "宏达", voucher: "1")))
        case 7: return (town.finance, .recover(Recovery(amount: amount(50_000), reason: "多付")))
        case 8:
            return (town.director, .terminate(Termination(reason: "不再实施", writeDownReason: "已付款核销")))
        case 9:
            return below(2) == 0
                ? (secretary, .recordStart(Start(contractor: "宏达", contractAmount: amount(), basis: "合同")))
                : (
                    secretary,
                    .requestInspection(InspectionRequest(documents: [Document(kind: .afterPhoto, name: "完工.jpg")]))
                )
        case 10:
            return (
                town.panel[0],
                .accept(
                    Acceptance(
                        panel: town.panel.map(\.id), quantities: [Quantity(what: "路灯", count: 20, unit: "盏")],
                        satisfaction: Satisfaction(satisfied: 9, basicallySatisfied: 1, dissatisfied: 0)))
            )
        case _: return (town.finance, .settle(Settlement(actual: amount())))
        }
    }
}
