import Foundation
import Testing

/// Two psql sessions side by side, each a SERIALIZABLE transaction that looks at one key and deletes the other.
struct SerializableRace {
    let conninfo: String

    /// - Returns: how many of the two committed.
    func run(control: Bool) throws -> Int {
        let one = try PsqlSession(conninfo), two = try PsqlSession(conninfo)
        for session in [one, two] {
            // By index only: a sequential scan would lock the whole table and hide the difference.
            try session.send("SET enable_seqscan = off; SET enable_bitmapscan = off;")
            try session.send("BEGIN ISOLATION LEVEL SERIALIZABLE;")
        }
        // Each finds its key there already, whichever way it asks.
        for (session, key) in [(one, 1), (two, 2)] {
            try session.send(
                control
                    ? "SELECT * FROM public.key_seen WHERE key = \(key);"
                    : "INSERT INTO public.key_seen VALUES (\(key)) ON CONFLICT DO NOTHING;")
        }
        for (session, key) in [(one, 2), (two, 1)] {
            try session.send("DELETE FROM public.key_seen WHERE key = \(key);")
        }
        for session in [one, two] { try session.send("COMMIT;") }
        return [one.end(), two.end()].count { $0.hasSuffix("COMMIT\n") }
    }
}

/// A psql that is told one statement after the other and answers each before the next is sent.
private final class PsqlSession {
    private let process = Process()
    private let input = Pipe(), output = Pipe()
    private var text = ""
    private var mark = 0

    init(_ conninfo: String) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["psql", "-X", "-A", "-t", "-d", conninfo]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func send(_ sql: String) throws {
        mark += 1
        try input.fileHandleForWriting.write(contentsOf: Data("\(sql)\n\\echo mark-\(mark)\n".utf8))
        while !text.contains("mark-\(mark)\n") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { return }
            text += String(decoding: more, as: UTF8.self)
        }
    }

    /// Everything it said but for the marks.
    func end() -> String {
        // Told to end: the end of its input may be held open by a process that was started at the same moment.
        try? input.fileHandleForWriting.write(contentsOf: Data("\\q\n".utf8))
        process.waitUntilExit()
        return text.split(separator: "\n").filter { !$0.hasPrefix("mark-") }.joined(separator: "\n") + "\n"
    }
}
