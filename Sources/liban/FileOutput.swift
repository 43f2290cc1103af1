import Foundation

/// Files that are either whole or not there: written beside their place, then renamed into it.
enum FileOutput {
    static func write(_ bytes: [UInt8], to path: String) throws {
        let target = URL(fileURLWithPath: path)
        let folder = target.deletingLastPathComponent()
        let temporary = folder.appendingPathComponent(".\(target.lastPathComponent).\(getpid()).part")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: temporary)
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw Self.failure(path, error)
        }
        guard rename(temporary.path, target.path) == 0 else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(at: temporary)
            throw Failure(.environment, "写不了\(path)。", "\(path) cannot be written: \(reason)")
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw Failure(.usage, "读不了文件\(path)。", "\(path) cannot be read: \(Self.reason(error))")
        }
    }

    private static func failure(_ path: String, _ error: any Error) -> Failure {
        let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
        return isFull
            ? Failure(
                .environment, "磁盘已满，未写入\(path)；请清理后重试。",
                "The disk is full, \(path) was not written; make room and try again.")
            : Failure(.environment, "写不了\(path)，请检查目录和权限。", "\(path) cannot be written: \(Self.reason(error))")
    }

    private static func reason(_ error: any Error) -> String {
        if let error = error as? CocoaError, error.code == .fileReadNoSuchFile { return "there is no such file" }
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return underlying.map { String(cString: strerror(Int32($0.code))) } ?? error.localizedDescription
    }
}
