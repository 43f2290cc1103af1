import Foundation
import FoundationNetworking

/// The real `liban serve` as a child process with a private PostgreSQL of its own in a directory of its own.
final class LiveServer: @unchecked Sendable {
    let dataDirectory: URL
    let port: Int
    private var process: Process?

    /// The binary built beside this test bundle.
    static let binary = Bundle.main.bundleURL.appendingPathComponent("liban")

    init() throws {
        dataDirectory = FileManager.default.temporaryDirectory
            .appendingPathComponent("liban-live-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: dataDirectory, withIntermediateDirectories: true)
        port = try Self.freePort()
    }

    var base: URL { URL(string: "http://127.0.0.1:\(port)")! }

    /// Runs a subcommand to its end on this server's data.
    @discardableResult
    func liban(_ arguments: String...) throws -> (status: Int32, out: String, err: String) {
        try Self.run(arguments + ["--data-dir", dataDirectory.path])
    }

    static func run(_ arguments: [String]) throws -> (status: Int32, out: String, err: String) {
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        // Files, not pipes: a full pipe would stop the child.
        let (out, err) = (scratch(), scratch())
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        defer {
            try? FileManager.default.removeItem(at: out)
            try? FileManager.default.removeItem(at: err)
        }
        return (
            process.terminationStatus, try String(contentsOf: out, encoding: .utf8),
            try String(contentsOf: err, encoding: .utf8)
        )
    }

    private static func scratch() -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("liban-out-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: url.path, contents: nil)
        return url
    }

    /// Starts the server and waits until it is ready.
    func start() async throws {
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = ["serve", "--port", "\(port)", "--data-dir", dataDirectory.path]
        // Writers here are faster than people; how much one may ask has its own tests.
        process.environment = ProcessInfo.processInfo.environment.merging(["LIBAN_RATE_LIMIT": "off"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        self.process = process
        for _ in 0..<600 {
            if let (_, response) = try? await URLSession.shared.data(from: base.appendingPathComponent("readyz")),
                (response as? HTTPURLResponse)?.statusCode == 200
            {
                return
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw LiveError.notReady
    }

    /// kill -9: no chance to tidy up.
    func kill() {
        if let process { Foundation.kill(process.processIdentifier, SIGKILL) }
        process?.waitUntilExit()
        process = nil
    }

    /// kill -9 of every PostgreSQL process of this data directory.
    func killPostgres() throws {
        guard let pid = try postmasterPID() else { throw LiveError.noPostmaster }
        Foundation.kill(pid, SIGKILL)
    }

    func postmasterPID() throws -> Int32? {
        guard let found = try? postmasterFile() else { return nil }
        return try String(contentsOf: found, encoding: .utf8).split(separator: "\n").first.flatMap { Int32($0) }
    }

    /// Where PostgreSQL says its process, port and socket directory.
    func postmasterFile() throws -> URL {
        let found = FileManager.default.enumerator(at: dataDirectory, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.first { $0.lastPathComponent == "postmaster.pid" }
        guard let found else { throw LiveError.noPostmaster }
        return found
    }

    func stop() {
        if let process {
            process.terminate()
            for _ in 0..<300 where process.isRunning { usleep(50_000) }
            if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        }
        process = nil
        // A server killed on purpose leaves its PostgreSQL behind; it must not outlive the test.
        if let pid = try? postmasterPID() {
            Foundation.kill(pid, SIGINT)
            for _ in 0..<100 where Foundation.kill(pid, 0) == 0 { usleep(50_000) }
        }
        try? FileManager.default.removeItem(at: dataDirectory)
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard bound else { throw LiveError.noPort }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

enum LiveError: Error {
    case notReady, noPort, noPostmaster, noSession
}
