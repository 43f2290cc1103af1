import Foundation
import FoundationNetworking
import Testing

/// The binary as people meet it: its answers to good and bad input, with the exit codes it promises.
@Suite(.serialized) struct CommandLineTests {
    @Test func verifyNamesTheEventThatWasTamperedWith() async throws {
        let server = try LiveServer()
        defer { server.stop() }
        #expect(try server.liban("demo").status == 0)
        #expect(try server.liban("verify").status == 0)
        try await server.start()
        try Psql(server).run(
            """
            ALTER TABLE liban.project_event DISABLE TRIGGER ALL;
            UPDATE liban.project_event SET body = replace(body, '现场', '現场')
            WHERE serial = 7 AND kind = 'verified'
            """)
        try Psql(server).run(
            "UPDATE liban.project_event SET late_reason = late_reason || '.' WHERE serial = 7 AND seq = 4")
        let found = try server.liban("verify")
        #expect(found.status == 1)
        let text = found.out + found.err
        #expect(text.contains("-7") && text.contains("4"), "\(text)")
    }

    /// The demo signs a checkpoint. Its code, as on a printed chart, is known until somebody takes the past away.
    @Test func paperOnTheWallContradictsWhoeverTakesThePastAway() async throws {
        let server = try LiveServer()
        defer { server.stop() }
        #expect(try server.liban("demo").status == 0)
        let list = try server.liban("checkpoint", "list").out
        let code = try #require(list.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.output)
        let known = try server.liban("checkpoint", "verify", code.lowercased().replacing("-", with: ""))
        #expect(known.status == 0 && known.out.contains("checkpoint 1"), "\(known)")
        #expect(try server.liban("checkpoint", "make").out.contains("Nothing new"))
        #expect(try server.liban("verify").out.contains("1 checkpoints"))
        #expect(try server.liban("checkpoint", "verify", "K7Q2").status == 2)
        try await server.start()
        try Psql(server).run(
            """
            SET session_replication_role = replica;
            DELETE FROM liban.town_digest; DELETE FROM liban.checkpoint_head; DELETE FROM liban.checkpoint
            """)
        let gone = try server.liban("checkpoint", "verify", String(code))
        #expect(gone.status == 1 && gone.err.contains(code), "\(gone)")
    }

    @Test func wrongUseAndWrongSurroundingsAreSaidInOneSentence() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("liban-bad-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        func expect(_ status: Int32, _ words: String, _ arguments: String...) throws {
            let answer = try LiveServer.run(arguments)
            #expect(answer.status == status, "\(arguments): \(answer)")
            #expect(answer.err.contains(words), "\(arguments): \(answer.err)")
            #expect(!answer.err.contains("Fatal error"))
        }
        try expect(2, "2026-02-30", "due", "2026-02-30")
        try expect(2, "no-such-command", "no-such-command")
        try expect(3, "--database-url", "verify", "--database-url", "postgresql://nobody@127.0.0.1:1/none")
        try expect(2, "/no/such/file.csv", "import", "/no/such/file.csv", "--town", "云岭镇", "--data-dir", directory.path)
    }

    @Test func aPortInUseIsSaidAndChangesNothing() async throws {
        let server = try LiveServer()
        defer { server.stop() }
        #expect(try server.liban("demo").status == 0)
        try await server.start()
        let second = try server.liban("serve", "--port", "\(server.port)")
        #expect(second.status == 3 && second.err.contains("\(server.port)"), "\(second)")
        let (_, response) = try await URLSession.shared.data(from: server.base.appendingPathComponent("readyz"))
        #expect((response as? HTTPURLResponse)?.statusCode == 200)
    }
}
