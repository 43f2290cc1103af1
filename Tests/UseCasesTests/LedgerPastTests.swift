import Testing
import Workflow

@testable import Boot
@testable import UseCases

/// Each stage of the ledger as the steps that led to it.
struct LedgerPastTests {
    static let road: [(State, row: Int, [Command.Kind])] = [
        (.inReview, 39, [.draft, .submit, .admit]),
        (.inApproval, 37, [.draft, .submit, .admit, .verify]),
        (.onNotice, 36, [.draft, .submit, .admit, .verify, .award]),
        (.inExecution, 31, [.draft, .submit, .admit, .verify, .award, .concludeNotice, .recordStart, .disburse]),
        (
            .inExecution, 35,
            [.draft, .submit, .admit, .verify, .award, .concludeNotice, .recordStart, .disburse, .raiseBlocker]
        ),
        (
            .completed, 2,
            [
                .draft, .submit, .admit, .verify, .award, .concludeNotice, .recordStart, .requestInspection, .accept,
                .settle, .disburse,
            ]
        ),
        (
            .completed, 1,
            [
                .draft, .submit, .admit, .verify, .award, .concludeNotice, .recordStart, .requestInspection, .accept,
                .settle, .disburse, .comment,
            ]
        ),
        (
            .completed, 16,
            [
                .draft, .submit, .admit, .verify, .award, .concludeNotice, .recordStart, .requestInspection, .accept,
                .settle,
            ]
        ),
        (.returned, 41, [.draft, .submit, .return]),
        (.declined, 42, [.draft, .submit, .admit, .verify, .decline]),
    ]

    @Test(arguments: road.indices) func aStageIsTheStepsThatLedToIt(_ index: Int) throws {
        let (stage, number, commands) = Self.road[index]
        let town = try PaperTown()
        let row = town.ledger.rows[number - 1]
        #expect(row.stage == stage)
        let (past, _) = try town.past(row, today: Demo.writtenOn)
        #expect(past.steps.map(\.command.kind) == commands)
    }

    /// Row 42: declined on the day of the visit, because the ledger has no day of its own for it; a note says so.
    @Test func aMissingDayIsTakenFromTheStepBeforeAndSaid() throws {
        let town = try PaperTown()
        let (past, notes) = try town.past(town.ledger.rows[41], today: Demo.writtenOn)
        #expect(past.steps.last?.on == day("2026-05-14"))
        #expect(notes == [.dayAssumed(.verifiedOn, day("2026-05-14"))])
        guard case .decline(let reasoned)? = past.steps.last?.command else { throw LedgerFault.empty }
        #expect(reasoned.reason == "与部门已立项目重复")
    }

    @Test func quantitiesComeOutOfTheWords() {
        #expect(LedgerWorks.quantities("更换太阳能路灯80盏") == [Quantity(what: "更换太阳能路灯", count: 80, unit: "盏")])
        #expect(LedgerWorks.quantities("平整硬底化,新增车位86个") == [Quantity(what: "新增车位", count: 86, unit: "个")])
        #expect(LedgerWorks.quantities("改造３３平方米；灯5盏").count == 2)
        #expect(LedgerWorks.quantities("修路3.5公里").isEmpty)
        #expect(LedgerWorks.quantities("全面整治").isEmpty)
        #expect(LedgerWorks.quantities("第99999999999999999999号").isEmpty)
    }

    @Test func everyRowOfTheLedgerNamesAQuantity() throws {
        for row in try Shipped.demoLedger().rows { #expect(!LedgerWorks.quantities(row.works).isEmpty, "\(row.works)") }
    }
}
