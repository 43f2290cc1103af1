import Foundation

/// `receiver.py` running: a real mail server and a real address for webhooks, and what arrived at them.
final class Receiver {
    let http: Int
    let smtp: Int
    private let pid: Int32
    private let file: URL
    private let ports: URL

    /// Talks by files: pipes of processes that start at the same moment get into each other's hands.
    init() async throws {
        file = FileManager.default.temporaryDirectory.appendingPathComponent("liban-received-\(UUID().uuidString)")
        ports = URL(fileURLWithPath: file.path + ".ports")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("receiver.py")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path, file.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let end = ContinuousClock.now + .seconds(60)
        while !FileManager.default.fileExists(atPath: ports.path), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(50))
        }
        let numbers = try String(contentsOf: ports, encoding: .utf8).split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 3 else { throw CocoaError(.fileReadUnknown) }
        (http, smtp, pid) = (numbers[0], numbers[1], Int32(numbers[2]))
    }

    func stop() {
        kill(pid, SIGTERM)
        try? FileManager.default.removeItem(at: file)
        try? FileManager.default.removeItem(at: ports)
    }

    struct Arrival: Decodable {
        struct Part: Decodable {
            let type: String
            let name: String?
            let size: Int
            let text: String?
        }

        let kind: String
        let key: String?
        let status: Int?
        let body: String?
        let path: String?
        let timestamp: String?
        let signature: String?
        let recipients: [String]?
        let subject: String?
        let id: String?
        let parts: [Part]?
    }

    func arrivals() throws -> [Arrival] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Arrival.self, from: Data($0.utf8)) }
    }
}
