import UseCases
import Workflow

/// Who lives in the simulation: one town, two units, every role, some people with two of them.
enum SimulatedTown {
    static let town = TownID(1)
    static let units = [UnitID(1), UnitID(2)]
    static let fund = FundID(1)
    static let year: Int32 = 2026
    static let firstDay = CivilDate(year: 2026, month: 3, day: 2)!

    static func place(_ unit: UnitID) -> Place { Place(town: town, area: AreaID(1), unit: unit) }

    static let people: [Person] = [
        person(1, [(.secretary, .unit(units[0]))]),
        person(2, [(.secretary, .unit(units[1]))]),
        person(3, [(.guidanceOfficer, .area(AreaID(1)))]),
        person(4, [(.clerk, .town)]),
        person(5, [(.director, .town)]),
        person(6, [(.leader, .town)]),
        person(7, [(.finance, .town)]),
        person(8, [(.panelMember, .town)]),
        person(9, [(.panelMember, .town)]),
        // A village official who also sits on panels and verifies: duties must still be kept apart.
        person(10, [(.secretary, .unit(units[0])), (.guidanceOfficer, .town), (.panelMember, .town)]),
        // A director who is also clerk and finance, as in a very small town.
        person(11, [(.director, .town), (.clerk, .town), (.finance, .town), (.panelMember, .town)]),
        person(12, [(.auditor, .town)]),
    ]

    private static func person(_ id: Int32, _ roles: [(Role, Scope)]) -> Person {
        Person(
            id: PersonID(id), town: town, name: "P\(id)",
            assignments: roles.map { Assignment(role: $0.0, scope: $0.1, from: firstDay.adding(days: -400)) })
    }

    /// A small fund and short notice, so that histories reach their ends and the last money is fought over.
    static let policy: Policy = {
        var policy = Policy.secretaryActsNow
        policy.noticeWorkingDays = 2
        policy.ladder = [
            LadderStep(upTo: Money(fen: 5_000), leaderEndorses: false),
            LadderStep(upTo: Money(fen: 10_000), leaderEndorses: true),
        ]
        policy.cap = Money(fen: 10_000)
        return policy
    }()

    static let appropriated = Money(fen: 15_000)
}

/// A clock that the simulation moves.
final class SimulatedClock: WallClock, @unchecked Sendable {
    var instant = Instant(startOf: SimulatedTown.firstDay).adding(seconds: 9 * 3600)
    func now() -> Instant { instant }
}
