import Foundation
import Postgres
import Store
import TestSupport
import Testing
import UseCases
import Workflow

/// 64 clients awarding, amending, paying, settling and voiding on three small funds, while connections are cut off at
/// random. `LIBAN_STORM_SECONDS=60 swift test --filter StormTests` runs the long one; the figures are printed.
@Suite(.serialized) struct StormTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seconds = environment["LIBAN_STORM_SECONDS"].flatMap { Int($0) } ?? 3
    private static let seed = environment["LIBAN_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...999_999)

    @Test func theFundsHold() async throws {
        try await run(isolation: nil)
    }

    /// The row lock and the CHECKs carry the promise; a stricter isolation changes nothing but the retries.
    @Test func theFundsHoldUnderSerializableAsWell() async throws {
        try await run(isolation: "serializable")
    }

    private func run(isolation: String?) async throws {
        try await withDatabase(connections: 2) { database in
            var options = PoolOptions(conninfo: database.conninfo(user: "liban_service"))
            options.connections = 16
            options.setup = isolation.map { "SET default_transaction_isolation = '\($0)';" }
            let pool = Pool(options, log: Storm.log)
            let storm = try await Storm(database, pool, seed: Self.seed)
            let tally = try await storm.rage(clients: 64, for: .seconds(Self.seconds))
            await pool.shutdown()
            #expect(storm.findings.isEmpty, "LIBAN_SEED=\(Self.seed)")
            try await StormAudit(database).check(acknowledged: storm.acknowledged, seed: Self.seed)
            let report = try await Verifier(store: database.store).verify()
            #expect(report.firstDifference == nil, "LIBAN_SEED=\(Self.seed)")
            #expect(tally.acknowledged > 10 && tally.cut > 0 && tally.reads > 3, "\(tally)")
            print(
                "storm \(isolation ?? "read committed"), \(Self.seconds) s, seed \(Self.seed): \(tally), "
                    + "\(report.projects) projects, \(report.events) events, \(report.movements) movements")
        }
    }

    /// Why an idempotency table under SERIALIZABLE alone would not keep two awards apart: INSERT … ON CONFLICT DO
    /// NOTHING takes no predicate lock, so of two transactions that each read what the other writes both commit.
    @Test func serializableAloneWouldNotBeEnough() async throws {
        try await withDatabase { database in
            try await database.asOwner("CREATE TABLE public.key_seen (key integer PRIMARY KEY)")
            for round in 0..<2 {
                let isControl = round == 0
                try await database.asOwner("TRUNCATE public.key_seen")
                try await database.asOwner("INSERT INTO public.key_seen VALUES (1), (2)")
                let committed = try SerializableRace(conninfo: database.conninfo()).run(control: isControl)
                // The control, which reads with SELECT, is caught: one of the two is told to try again.
                #expect(committed == (isControl ? 1 : 2))
            }
        }
    }
}
