import Foundation

/// SQL as the owner of a live server's private PostgreSQL, past all of the service's rules.
struct Psql {
    let server: LiveServer

    init(_ server: LiveServer) { self.server = server }

    @discardableResult
    func run(_ sql: String) throws -> String {
        let lines = try String(contentsOf: try server.postmasterFile(), encoding: .utf8).components(separatedBy: "\n")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "psql", "-qAtX", "-v", "ON_ERROR_STOP=1", "-h", lines[4], "-p", lines[3], "-U", "liban_owner", "-d",
            "liban",
            "-c", sql,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw LiveError.noPostmaster }
        return String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
