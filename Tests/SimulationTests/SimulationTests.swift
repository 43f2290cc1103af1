import Foundation
import Testing
import UseCases
import Workflow

/// Many histories of several people at once, over a store that loses answers, serves old rows and fails.
/// `LIBAN_SIMULATION_SEED` replays one history; `LIBAN_SIMULATION_HISTORIES` runs more than the default.
@Suite struct SimulationTests {
    static let histories = Int(ProcessInfo.processInfo.environment["LIBAN_SIMULATION_HISTORIES"] ?? "") ?? 10_000
    static let workers = 8

    @Test(arguments: 0..<workers)
    func auditorFindsNothing(worker: Int) async throws {
        if let seed = UInt64(ProcessInfo.processInfo.environment["LIBAN_SIMULATION_SEED"] ?? "") {
            let found = try await Simulation(seed: seed).run()
            #expect(found.findings.isEmpty, "seed \(seed): \(found.findings)")
            return
        }
        var tally = Simulation.Tally()
        for history in stride(from: worker, to: Self.histories, by: Self.workers) {
            let seed = UInt64(20_261_120_000 + history)
            let result = try await Simulation(seed: seed).run()
            #expect(result.findings.isEmpty, "replay with LIBAN_SIMULATION_SEED=\(seed): \(result.findings)")
            tally.add(result.tally)
        }
        print("simulation \(worker): \(tally)")
        // A simulation in which nothing happens proves nothing.
        #expect(tally.acknowledged > 0 && tally.completed > 0 && tally.lost > 0)
    }
}
