import Foundation
import TestSupport
import Testing
import UseCases

@testable import Store
@testable import Workflow

/// What is signed cannot be rewritten unnoticed, not even by somebody who rewrites all of it consistently.
struct CheckpointTests {
    private static let key = SigningKey(seed: [UInt8](repeating: 5, count: 32))

    private static func checkpoints(_ db: TestDatabase) throws -> Checkpoints {
        Checkpoints(
            store: db.store, secrets: try SodiumSecrets(cost: .test), clock: NoonClock(), isSigned: SigningKey.isSigned)
    }

    /// Two projects, a checkpoint, more entries, and a second checkpoint.
    private static func twoCheckpoints(_ db: TestDatabase) async throws -> Checkpoints {
        let town = try await SampleTown.make(in: db)
        try await Journey.begin(in: db, town, unit: 1).toApproval()
        let second = try await Journey.begin(in: db, town)
        let checkpoints = try checkpoints(db)
        let (one, added) = try await checkpoints.make(key)
        #expect(one.number == 1 && added == 5 && one.tree.size == 5)
        try await second.toApproval()
        let (two, more) = try await checkpoints.make(key)
        #expect(two.number == 2 && more == 3 && two.tree.size == 8)
        return checkpoints
    }

    @Test func eachGoesOnWhereTheOneBeforeEnded() async throws {
        try await withDatabase { db in
            let checkpoints = try await Self.twoCheckpoints(db)
            #expect(try await checkpoints.verify(trusted: Self.key.publicKey).firstDifference == nil)
            let all = try await checkpoints.all()
            #expect(all.map(\.number) == [1, 2])
            #expect(Set(all.map { checkpoints.code(of: $0) }).count == 2)
            // Nothing has happened since: the newest one stands.
            let (again, added) = try await checkpoints.make(Self.key)
            #expect(again == all[1] && added == 0)
            let report = try await checkpoints.verify(trusted: nil)
            #expect(report.checkpoints == 2 && report.events == 8 && report.firstDifference == nil)
            let noon = NoonClock().now()
            #expect(try await checkpoints.code(madeBy: noon) == checkpoints.code(of: all[1]))
            #expect(try await checkpoints.code(madeBy: noon.adding(seconds: -1)) == nil)
        }
    }

    /// The incremental root is the one over all leaves at once.
    @Test func theRootIsTheOneOverAllEntries() async throws {
        try await withDatabase { db in
            let checkpoints = try await Self.twoCheckpoints(db)
            let newest = try #require(try await checkpoints.newest())
            var leaves: [[UInt8]] = []
            for number in 1...2 {
                for advance in try await db.store.covered(by: number, after: nil, limit: 9) {
                    leaves += advance.events.map { Array("\(advance.project)/\($0.sequence)\n".utf8) + $0.hash }
                }
            }
            #expect(leaves.count == 8)
            #expect(newest.root == Self.root(leaves[...]))
        }
    }

    /// RFC 9162 §2.1.1 word for word.
    private static func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1 else { return sha256(leaves.first.map { [0] + $0 } ?? []) }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return sha256([1] + root(leaves.prefix(half)) + root(leaves.dropFirst(half)))
    }

    /// The vectors of Certificate Transparency's own tests.
    @Test func theTreeIsThatOfTheStandard() throws {
        let secrets = try SodiumSecrets(cost: .test)
        let leaves = [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
        ]
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var tree = MerkleTree()
        #expect(hex(tree.root(secrets)) == roots[0])
        for (index, leaf) in leaves.enumerated() {
            let digits = leaf.compactMap(\.hexDigitValue)
            let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
            tree.append(bytes, secrets)
            #expect(hex(tree.root(secrets)) == roots[index + 1])
            #expect(MerkleTree(size: tree.size, peaks: tree.peaks) == tree)
        }
        #expect(MerkleTree(size: 7, peaks: tree.peaks) == nil)
    }

    struct Tampering: Sendable, CustomTestStringConvertible {
        let sql: String
        let found: CheckpointDifference
        var testDescription: String { sql }
    }

    static let tamperings: [Tampering] = {
        let first = ProjectID(town: TownID(1), year: 2026, serial: 1)
        let second = ProjectID(town: TownID(1), year: 2026, serial: 2)
        return [
            Tampering(
                sql: "UPDATE liban.project_event SET hash = sha256('x') WHERE serial = 1 AND seq = 4",
                found: .events(first, 1, 4, checkpoint: 1)),
            Tampering(
                sql: "DELETE FROM liban.project_event WHERE serial = 2 AND seq = 3",
                found: .events(second, 2, 4, checkpoint: 2)),
            Tampering(
                sql: "DELETE FROM liban.project_event WHERE serial = 1", found: .events(first, 1, 4, checkpoint: 1)),
            // Not a head: the head still fits, the root does not.
            Tampering(
                sql: "UPDATE liban.project_event SET hash = sha256('x') WHERE serial = 1 AND seq = 2", found: .root(1)),
            Tampering(sql: "UPDATE liban.checkpoint SET root = sha256('x') WHERE number = 2", found: .signature(2)),
            Tampering(sql: "UPDATE liban.checkpoint SET made_at = made_at - '1 day'::interval", found: .signature(1)),
            Tampering(
                sql: "UPDATE liban.checkpoint SET peaks = '' WHERE number = 2", found: .signature(2)),
            Tampering(sql: "DELETE FROM liban.checkpoint WHERE number = 1", found: .missing(1)),
            Tampering(
                sql: "UPDATE liban.checkpoint_head SET after_seq = 0 WHERE serial = 2 AND checkpoint = 2",
                found: .coverage(second, checkpoint: 2)),
            Tampering(sql: "DELETE FROM liban.checkpoint_head WHERE serial = 2 AND checkpoint = 1", found: .root(1)),
            Tampering(sql: "UPDATE liban.town_digest SET digest = sha256('x') WHERE checkpoint = 1", found: .towns(1)),
            Tampering(sql: "DELETE FROM liban.town_digest WHERE checkpoint = 2", found: .towns(2)),
        ]
    }()

    @Test(arguments: tamperings) func theFirstDifferenceIsNamed(_ tampering: Tampering) async throws {
        try await withDatabase { db in
            let checkpoints = try await Self.twoCheckpoints(db)
            try await VerifierTests.asTamperer(tampering.sql, db)
            let found = try await checkpoints.verify(trusted: Self.key.publicKey).firstDifference
            #expect(found == tampering.found)
        }
    }

    /// Whoever owns the database can make everything fit but the signature.
    @Test func anotherKeyIsNotOurs() async throws {
        try await withDatabase { db in
            let town = try await SampleTown.make(in: db)
            try await Journey.begin(in: db, town).toApproval()
            let checkpoints = try Self.checkpoints(db)
            _ = try await checkpoints.make(SigningKey(seed: [UInt8](repeating: 6, count: 32)))
            #expect(try await checkpoints.verify(trusted: Self.key.publicKey).firstDifference == .foreignKey(1))
            #expect(try await checkpoints.verify(trusted: nil).firstDifference == nil)
        }
    }

    @Test func theServiceCannotChangeOne() async throws {
        try await withDatabase { db in
            _ = try await Self.twoCheckpoints(db)
            for table in ["checkpoint", "checkpoint_head", "town_digest"] {
                await #expect(throws: (any Error).self) { try await db.asService("DELETE FROM liban.\(table)") }
                await #expect(throws: (any Error).self) { try await db.asOwner("DELETE FROM liban.\(table)") }
            }
        }
    }

    @Test func theKeyIsMadeOnceAndIsItsOwnersAlone() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("liban-key-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("checkpoint.key").path
        #expect(try SigningKey.existing(path) == nil)
        let key = try SigningKey.open(path)
        #expect(try SigningKey.open(path).publicKey == key.publicKey)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let signature = key.sign([1, 2, 3])
        #expect(SigningKey.isSigned([1, 2, 3], signature, key.publicKey))
        #expect(!SigningKey.isSigned([1, 2, 4], signature, key.publicKey))
        #expect(!SigningKey.isSigned([1, 2, 3], [], key.publicKey))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: SigningKey.Fault.open(path: path)) { try SigningKey.existing(path) }
        try "kurz".write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(throws: SigningKey.Fault.malformed(path: path)) { try SigningKey.open(path) }
    }

    @Test func whatIsTypedOffASheetIsRead() {
        #expect(Checkpoint.code(typed: "k7q2 9m4x-tb3o") == "K7Q2-9M4X-TB30")
        #expect(Checkpoint.code(typed: "KIL29M4XTB3A") == "K112-9M4X-TB3A")
        #expect(Checkpoint.code(typed: "K7Q2") == nil)
    }
}

private struct NoonClock: WallClock {
    func now() -> Instant { Journey.now }
}
