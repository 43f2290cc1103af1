import Foundation
import Testing

/// The batch reporter as a timer runs it: whole files, resumable, and yesterday's sheet again byte for byte.
@Suite(.serialized) struct ChartCommandTests {
    private func bytes(_ directory: URL, _ name: String) throws -> Data {
        try Data(contentsOf: directory.appendingPathComponent(name))
    }

    private func files(_ directory: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: directory.path)
            .filter { !$0.hasSuffix("/") && $0.contains(".") }.sorted()
    }

    @Test func chartsOfAllTownsArePrintedKeptAndResumed() throws {
        let server = try LiveServer()
        defer { server.stop() }
        let out = server.dataDirectory.appendingPathComponent("charts")
        #expect(try server.liban("demo").status == 0)
        let first = try server.liban("chart", "--all", "--print", "--drawing", "progress,league", "--out", out.path)
        #expect(first.status == 0, "\(first)")
        // Quiet in a pipe: one line, and no line drawn over itself.
        #expect(!first.err.contains("\r"))
        let names = try files(out)
        for ending in [
            "index.html", "batch.json", "青岚县/云岭镇/set.json", ".svg", ".pdf", ".xlsx", "-league.svg", "-league.pdf",
        ] { #expect(names.contains { $0.hasSuffix(ending) }, "\(ending): \(names)") }
        #expect(names.count { $0.hasPrefix("青岚县/青岚县-") } == 3)
        #expect(!names.contains { $0.hasSuffix(".part") })
        let index = String(decoding: try bytes(out, "index.html"), as: UTF8.self)
        #expect(index.contains("云岭镇") && index.contains("第1版") && index.contains("合计"))
        // As if it had been killed: not finished, one file gone, another half written.
        let svg = try #require(names.first { $0.hasSuffix(".svg") && !$0.contains("league") && $0.contains("云岭镇/") })
        let kept = try bytes(out, svg)
        let state = String(decoding: try bytes(out, "batch.json"), as: UTF8.self)
        try state.replacingOccurrences(of: "\"isFinished\":true", with: "\"isFinished\":false")
            .write(to: out.appendingPathComponent("batch.json"), atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(at: out.appendingPathComponent(svg))
        try Data("half".utf8).write(to: out.appendingPathComponent(svg + ".1.part"))
        let again = try server.liban("chart", "--all", "--print", "--drawing", "progress,league", "--out", out.path)
        #expect(again.status == 0 && again.err.contains("接着上次"), "\(again)")
        #expect(try bytes(out, svg) == kept)
        #expect(try !files(out).contains { $0.hasSuffix(".part") })
        #expect(try server.liban("chart", "--editions").out.contains("1"))
        try theEditionAgain(server, kept)
    }

    /// The edition, and its minute, give the batch's own bytes although they are asked for later and otherwise.
    private func theEditionAgain(_ server: LiveServer, _ kept: Data) throws {
        for (name, arguments) in [("edition", ["--edition", "1"]), ("again", ["--edition", "1"])] {
            let out = server.dataDirectory.appendingPathComponent(name)
            let answer = try LiveServer.run(
                ["chart", "--format", "svg", "--out", out.path, "--data-dir", server.dataDirectory.path] + arguments)
            #expect(answer.status == 0, "\(answer)")
            let file = try #require(try files(out).first)
            #expect(try bytes(out, file) == kept)
        }
        let wrong = try server.liban("chart", "--edition", "9", "--format", "svg")
        #expect(wrong.status == 1 && wrong.err.contains("第9版"), "\(wrong)")
    }

    @Test func whatCannotBeDrawnIsSaid() throws {
        let server = try LiveServer()
        defer { server.stop() }
        #expect(try server.liban("demo").status == 0)
        func expect(_ status: Int32, _ words: String, _ arguments: String...) throws {
            let answer = try LiveServer.run(arguments + ["--data-dir", server.dataDirectory.path])
            #expect(answer.status == status, "\(arguments): \(answer)")
            #expect((answer.err + answer.out).contains(words), "\(arguments): \(answer)")
        }
        try expect(2, "poster", "chart", "--drawing", "poster", "--out", "-")
        try expect(2, "--tile", "chart", "--tile", "A0")
        try expect(2, "80 to 200", "chart", "--width", "300")
        try expect(1, "没有“无名村”", "chart", "--unit", "无名村")
        try expect(1, "admin map", "chart", "--drawing", "map", "--out", "-", "--format", "svg")
        try expect(2, "PNG", "admin", "map", "--picture", "/etc/hostname")
        try expect(0, "第 1 页", "chart", "--format", "svg", "--out", "-", "--unit", "云岭村")
        try expect(0, "还没有记录", "chart", "--as-of", Self.day(300), "--format", "text", "--out", "-")
        try expect(
            0, "周报", "report", "weekly", "--as-known-today", "--as-of", Self.day(1), "--out",
            server.dataDirectory.path)
    }

    /// The civil day in Asia/Shanghai so many days ago.
    private static func day(_ daysAgo: Int) -> String {
        let formatter = DateFormatter()
        formatter.timeZone = TimeZone(identifier: "Asia/Shanghai")
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date().addingTimeInterval(Double(-daysAgo) * 86_400))
    }
}
