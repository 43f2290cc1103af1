internal import Foundation
internal import Locking
internal import UseCases

/// Has photos re-encoded by `liban-photos`, each in a process of its own, two at a time.
struct PhotoPress: Sendable {
    /// Where the helper lies; nil for beside the running program.
    let program: String
    private let places = Places(2)
    /// The helper's own limit is 20 s of work; this is for one that waits.
    private static let seconds = 40

    init(program: String?) {
        self.program = program ?? Self.besideMe
    }

    private static var besideMe: String {
        let me = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return me.deletingLastPathComponent().appendingPathComponent("liban-photos").path
    }

    /// Writes both copies and returns the picture's difference hash.
    func press(_ input: String, screen: String, thumb: String) async throws(FileFault) -> UInt64 {
        guard Disk.exists(program) else { throw .storage("\(program) is missing; install it beside liban") }
        await places.take()
        let result = await run([input, screen, thumb])
        await places.giveBack()
        guard result.status == 0, let look = UInt64(result.output.prefix(16), radix: 16) else {
            // Whatever the decoder's reason, for the sender it is the same: this picture cannot be used.
            throw .unreadable
        }
        return look
    }

    private func run(_ arguments: [String]) async -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ["LC_ALL": "C.UTF-8", "VIPS_WARNING": "0"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        return await withCheckedContinuation { continuation in
            process.terminationHandler = { process in
                // A line of seventeen bytes: it fits the pipe whoever reads when.
                let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
                continuation.resume(returning: (process.terminationStatus, text))
            }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(returning: (-1, ""))
                return
            }
            let number = process.processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.seconds)) {
                if process.isRunning { kill(number, SIGKILL) }
            }
        }
    }
}

/// Lets a number through at a time; the others wait in the order they came.
private actor Places {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
