import Store
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Boot

/// A fund from its opening to its close, as the office does it.
struct FundOfficeTests {
    private func refused(_ refusal: FundRefusal, _ body: () async throws -> Void) async {
        await #expect(throws: UseCaseError.fundRefused(refusal)) { try await body() }
    }

    @Test func aFundIsOpenedFilledInInstalmentsAndPutRight() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let (office, finance) = (town.installation.fundOffice, town.sample.finance)
            func open(_ year: Int32, _ reason: String = "县财〔2026〕9号") async throws -> FundState {
                try await office.open(programme: "书记立办", year: year, reason: reason, by: finance)
            }
            await refused(.fundExists) { _ = try await open(2026) }
            await refused(.yearOutOfRange(2099)) { _ = try await open(2099) }
            await refused(.reasonMissing) { _ = try await open(2027, " ") }
            await refused(.programmeUnknown("别的")) {
                _ = try await office.open(programme: "别的", year: 2027, reason: "文", by: finance)
            }
            await refused(.notPermitted(.openFund)) {
                _ = try await office.open(programme: "书记立办", year: 2027, reason: "文", by: town.sample.clerk)
            }
            let fund = try await open(2027).id
            func add(_ fen: Int64) async throws -> FundState {
                try await office.appropriate(Money(fen: fen), to: fund, reason: "第一批", by: finance)
            }
            for fen in [0, -1, 100_000_000_001, Int64.max] {
                await refused(.amountOutOfRange) { _ = try await add(fen) }
            }
            _ = try await add(1)
            #expect(try await add(100_000_000_000).balance.free == Money(fen: 100_000_000_001))
            // Typed a thousand times too much: taken back, and the right amount posted.
            func correct(_ number: Int64, _ fen: Int64?) async throws -> FundBalance {
                try await office.correct(
                    number, to: fen.map(Money.init(fen:)), in: fund, reason: "多写三个零", by: finance
                ).balance
            }
            #expect(try await correct(2, 100_000_000).free == Money(fen: 100_000_001))
            await refused(.correctedAlready(2)) { _ = try await correct(2, 5) }
            await refused(.movementUnknown(4)) { _ = try await correct(4, 5) }
            await refused(.movementUnknown(99)) { _ = try await correct(99, 5) }
            #expect(try await correct(1, nil).free == Money(fen: 100_000_000))
            let lines = try await town.installation.store.movements(
                fund: fund, town: town.sample.id, after: 0, limit: 9)
            #expect(lines.map(\.corrects) == [nil, nil, nil, 2, 1])
            #expect(try await Verifier(store: town.installation.store).verify().firstDifference == nil)
        }
    }

    @Test func whatIsPromisedCannotBeTakenBack() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let id = try await town.submit()
            try await town.bringToAcceptance(id)
            let (office, finance) = (town.installation.fundOffice, town.sample.finance)
            let free = Money(fen: 291_000_000)
            await refused(.exceedsFree(free + Money(fen: 1), free: free)) {
                _ = try await office.sweep(free + Money(fen: 1), of: town.sample.fund, reason: "统筹", by: finance)
            }
            await refused(.exceedsFree(Money(fen: 300_000_000), free: free)) {
                _ = try await office.correct(1, to: nil, in: town.sample.fund, reason: "误", by: finance)
            }
            await refused(.movementOfProject(2)) {
                _ = try await office.correct(2, to: nil, in: town.sample.fund, reason: "误", by: finance)
            }
        }
    }

    @Test func theYearEndsIsReopenedAndTheProjectGoesOn() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let id = try await town.submit()
            try await town.bringToAcceptance(id)
            let (installation, fund) = (town.installation, town.sample.fund)
            let (office, finance) = (installation.fundOffice, town.sample.finance)
            await refused(.moneyHeld(Money(fen: 9_000_000))) {
                _ = try await office.close(fund, reason: "年末", by: finance)
            }
            func state() async throws -> FundState {
                try #require(try await installation.store.fund(fund, town: town.sample.id))
            }
            func carry(_ commit: Bool) async throws -> [YearEnd.Line] {
                try await installation.yearEnd.run(
                    .carryForward(Reasoned(reason: "年末结转")), on: try await state(), by: finance, commit: commit)
            }
            // Without next year's fund there is nowhere to go.
            #expect(try await carry(true).map(\.failure) == [.refused(.fundMissing)])
            let next = try await office.open(programme: "书记立办", year: 2027, reason: "新年度", by: finance)
            #expect(try await carry(false).map(\.failure) == [nil])
            #expect(try await state().balance.encumbered == Money(fen: 9_000_000))
            #expect(try await carry(true).map(\.held) == [Money(fen: 9_000_000)])
            #expect(try await carry(true).isEmpty)
            await refused(.moneyLeft(Money(fen: 291_000_000))) {
                _ = try await office.close(fund, reason: "年末", by: finance)
            }
            _ = try await office.sweep(nil, of: fund, reason: "结余收回", by: finance)
            let closed = try await office.close(fund, reason: "年末", by: finance)
            #expect(closed.closedOn == town.clock.now().civilDate)
            #expect(closed.balance.carriedForward == Money(fen: 9_000_000))
            #expect(closed.balance.swept == Money(fen: 291_000_000) && closed.balance.free == .zero)
            await refused(.yearClosed(2026)) {
                _ = try await office.appropriate(Money(fen: 1), to: fund, reason: "追加", by: finance)
            }
            await refused(.yearClosed(2026)) { _ = try await office.close(fund, reason: "年末", by: finance) }
            await refused(.notPermitted(.reopenYear)) { _ = try await office.reopen(fund, reason: "漏记", by: finance) }
            // The project goes on, paid by the new year.
            try await town.accept(id)
            let pay = Command.disburse(Payment(amount: Money(fen: 8_000_000), payee: "施工队", voucher: "1"))
            try await town.perform(pay, on: id, by: finance)
            try await town.perform(.settle(Settlement(actual: Money(fen: 8_000_000))), on: id, by: finance)
            let new = try #require(try await installation.store.fund(next.id, town: town.sample.id)).balance
            #expect(new.broughtForward == Money(fen: 9_000_000) && new.disbursed == Money(fen: 8_000_000))
            #expect(new.free == Money(fen: 1_000_000), "the surplus stays where the money is")
            _ = try await office.reopen(fund, reason: "漏记一笔", by: town.sample.director)
            #expect(try await state().closedOn == nil)
            await refused(.yearNotClosed(2026)) {
                _ = try await office.reopen(fund, reason: "再来", by: town.sample.director)
            }
            _ = try await office.close(fund, reason: "再次关账", by: finance)
            let statement = try await installation.statements.fund(
                try await state(), from: nil, to: town.clock.now().civilDate)
            #expect(statement.acts.map(\.kind).suffix(3) == [.close, .reopen, .close])
            #expect(statement.acts.last?.chinese.hasSuffix("关账（经办：冯会计）：再次关账") == true)
            #expect(try await Verifier(store: installation.store).verify().firstDifference == nil)
        }
    }

    @Test func aCommandThatMovesMoneyOfAClosedYearIsRefusedByItsCode() async throws {
        try await withInstalled(on: "2026-09-02") { town in
            let id = try await town.submit()
            let office = town.installation.fundOffice
            _ = try await office.sweep(nil, of: town.sample.fund, reason: "统筹", by: town.sample.finance)
            _ = try await office.close(town.sample.fund, reason: "年末", by: town.sample.finance)
            try await town.perform(.admit, on: id, by: town.sample.clerk)
            try await town.perform(
                .verify(SiteVisit(visitedOn: town.clock.now().civilDate, recommended: true, opinion: "属实")), on: id,
                by: town.sample.officer)
            await #expect(throws: UseCaseError.refused(.fundExhausted(Money(fen: 9_000_000), free: .zero))) {
                try await town.perform(.award(Award(amount: Money(fen: 9_000_000))), on: id, by: town.sample.director)
            }
        }
    }
}
