import Foundation
import Testing
import Workflow

/// The same seeded commands to the pure model and to HTTP with PostgreSQL give the same answers, word for word, and
/// leave the same town behind. `LIBAN_DIFFERENTIAL_HISTORIES` runs more than the default, `LIBAN_DIFFERENTIAL_SEED`
/// replays one.
struct DifferentialTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let histories = Int(environment["LIBAN_DIFFERENTIAL_HISTORIES"] ?? "") ?? 8
    private static let steps = 400
    private static let seeds: [UInt64] =
        UInt64(environment["LIBAN_DIFFERENTIAL_SEED"] ?? "").map { [$0] }
        ?? (0..<histories).map { 20_261_128_000 + UInt64($0) }

    @Test func modelAndServiceAgree() async throws {
        var tallies: [Differential.Tally] = []
        for seed in Self.seeds {
            let history = Differential(seed: seed, steps: Self.steps)
            try await history.run()
            #expect(
                history.findings.isEmpty,
                "replay with LIBAN_DIFFERENTIAL_SEED=\(seed): \(history.findings.prefix(3).joined(separator: "\n"))")
            print("differential \(seed): \(history.tally)")
            tallies.append(history.tally)
        }
        // A run in which little happens proves little.
        #expect(tallies.allSatisfy { $0.done > 50 && $0.refusals > 10 })
        let (kinds, refused) = tallies.reduce(into: (Set<Command.Kind>(), Set<Refusal.Code>())) {
            $0.0.formUnion($1.kinds)
            $0.1.formUnion($1.refused.keys)
        }
        print("differential: refused \(refused.map(\.rawValue).sorted())")
        print("differential: never done \(Command.Kind.allCases.filter { !kinds.contains($0) }.map(\.rawValue))")
        #expect(tallies.count < 2 || (kinds.count > 35 && refused.count > 15))
    }
}
