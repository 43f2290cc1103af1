import TestSupport
import Testing
import UseCases
import Workflow

@testable import Store

struct SetupTests {
    @Test func aSampleTownIsReadBackAsItWasSetUp() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            let towns = try await db.store.towns()
            #expect(towns.map(\.name) == ["云溪镇"])
            #expect(town.units.map(\.name) == ["枫树村", "石桥村", "柳湾村", "城南社区"])
            #expect(town.units.map(\.secretary) == ["赵书记", "钱书记", "孙书记", "李书记"])
            #expect(town.secretaries[2].holds(.secretary, over: town.units[2].place, on: SampleTown.firstDay))
            #expect(town.director.assignments == [Assignment(role: .director, scope: .town, from: SampleTown.firstDay)])
            #expect(try await db.store.policy(programme: town.policy.programme, version: 1) == town.policy)
            #expect(try await db.store.calendar().count == 25)
            let fund = try await db.store.fund(town.fund, town: town.id)
            #expect(fund?.balance.free == Money(fen: 300_000_000))
        }
    }
}
