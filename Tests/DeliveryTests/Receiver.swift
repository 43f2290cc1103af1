import Foundation

/// `receiver.py` running: a real mail server and a real address for webhooks, and what arrived at them.
final class Receiver {
    let http: Int
    let smtp: Int
    private let process = Process()
    private let input = Pipe()
    private let file: URL

    init() throws {
        file = FileManager.default.temporaryDirectory.appendingPathComponent("liban-received-\(UUID().uuidString)")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("receiver.py")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path, file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = input
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let ports = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard ports.count == 2 else { throw CocoaError(.fileReadUnknown) }
        (http, smtp) = (ports[0], ports[1])
    }

    /// The receiver ends when nobody holds its input any more.
    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: file)
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
