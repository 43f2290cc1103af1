import Foundation
import Testing

/// kill -9 of the server, and of PostgreSQL, in the middle of a thousand commands: every acknowledged command is there
/// exactly once after the restart and the retries.
@Suite(.serialized) struct KillTests {
    static let commands = 1_000
    static let clients = 8

    enum Victim: String, CaseIterable, Sendable { case server, postgres }

    @Test(arguments: Victim.allCases)
    func nothingAcknowledgedIsLost(_ victim: Victim) async throws {
        let server = try LiveServer()
        defer { server.stop() }
        #expect(try server.liban("demo").status == 0)
        try await server.start()
        let clerk = try await LiveClient.signIn(server.base, "clerk", DemoTown.password)
        let projects = try await Self.running(clerk)
        let firstPostmaster = try server.postmasterPID()
        let progress = Progress()
        let killer = Task {
            for stop in [250, 600] {
                while await progress.acknowledged < stop { try await Task.sleep(for: .milliseconds(2)) }
                switch victim {
                case .server:
                    server.kill()
                    try await server.start()
                case .postgres: try server.killPostgres()
                }
            }
        }
        await withTaskGroup(of: Void.self) { group in
            for client in 0..<Self.clients {
                group.addTask {
                    for number in stride(from: client, to: Self.commands, by: Self.clients) {
                        await Self.insist(clerk, projects[number % projects.count], "c\(number)", progress)
                    }
                }
            }
        }
        try await killer.value
        #expect(await progress.acknowledged == Self.commands)
        var written: [String: Int] = [:]
        for project in projects {
            for words in try await Self.comments(clerk, project) { written[words, default: 0] += 1 }
        }
        let lost = (0..<Self.commands).filter { written["c\($0)"] == nil }
        let doubled = written.filter { $0.key.hasPrefix("c") && $0.value > 1 }
        #expect(lost.isEmpty && doubled.isEmpty, "lost \(lost), written twice \(doubled)")
        let interrupted = await progress.interrupted
        print("\(victim) killed twice: \(Self.commands) acknowledged, \(interrupted) tries without an answer, 0 lost")
        // PostgreSQL comes back so fast that commands may only wait for it; a new postmaster proves the kill.
        #expect(try interrupted > 0 || server.postmasterPID() != firstPostmaster, "the kill has to hit something")
        #expect(try server.liban("verify").status == 0)
    }

    private actor Progress {
        private(set) var acknowledged = 0
        private(set) var interrupted = 0
        func acknowledge() { acknowledged += 1 }
        func interrupt() { interrupted += 1 }
    }

    /// The same key until there is a 200: as a phone does that lost its network.
    private static func insist(_ client: LiveClient, _ project: String, _ words: String, _ progress: Progress) async {
        let key = UUID().uuidString
        while true {
            let answer = try? await client.command(project, "comment", ["words": words], key: key)
            if answer?.status == 200 {
                await progress.acknowledge()
                return
            }
            // Another client was first on this project: read again, same key.
            if answer?.status == 412 || answer?.status == 409 { continue }
            await progress.interrupt()
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    private static func running(_ client: LiveClient) async throws -> [String] {
        let answer = try await client.get("/api/v1/projects?state=inExecution&limit=100")
        let items = try #require(answer.json["items"] as? [[String: Any]])
        return items.compactMap { $0["id"] as? String }
    }

    private static func comments(_ client: LiveClient, _ project: String) async throws -> [String] {
        var found: [String] = []
        var after = 0
        while true {
            let answer = try await client.get("/api/v1/projects/\(project)/events?limit=200&after=\(after)")
            let items = try #require(answer.json["items"] as? [[String: Any]])
            for item in items where item["event"] as? String == "commented" {
                if let words = (item["body"] as? [String: Any])?["words"] as? String { found.append(words) }
            }
            guard items.count == 200, let last = items.last?["sequence"] as? Int else { return found }
            after = last
        }
    }
}
