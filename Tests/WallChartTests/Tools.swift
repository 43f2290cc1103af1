import Foundation

/// Programs that look at our files as others do. Without one a test fails: `deploy/install test` brings them.
enum Tools {
    /// Not installed.
    struct Missing: Error {
        let program: String
    }

    /// Output of a program; `-in-` among the arguments stands for a file with these bytes.
    static func run(_ name: String, _ arguments: [String], _ input: [UInt8], suffix: String = "pdf") throws -> [UInt8] {
        let path = "/usr/bin/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(program: name) }
        let file = FileManager.default.temporaryDirectory.appending(path: "wallchart-\(UUID().uuidString).\(suffix)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments.map { $0 == "-in-" ? file.path : $0 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(output)
    }

    static func text(_ name: String, _ arguments: [String], _ input: [UInt8], suffix: String = "pdf") throws -> String {
        String(decoding: try run(name, arguments, input, suffix: suffix), as: UTF8.self)
    }
}
