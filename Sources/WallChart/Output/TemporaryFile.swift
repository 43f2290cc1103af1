import Glibc

/// A file of our own in the directory for temporary files, gone when this value is.
final class TemporaryFile {
    let name: String

    init() throws {
        let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        // mkstemp puts its own six characters in the place of these.
        let blank = String(repeating: "X", count: 6)
        var template = Array("\(directory)/liban-chart-\(blank)".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw ChartError.drawing("no temporary file in \(directory)") }
        close(descriptor)
        name = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit { unlink(name) }

    func read() throws -> [UInt8] {
        guard let file = fopen(name, "rb") else { throw ChartError.drawing("the workbook cannot be read back") }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        var bytes = [UInt8](repeating: 0, count: max(0, size))
        guard fread(&bytes, 1, bytes.count, file) == bytes.count else {
            throw ChartError.drawing("the workbook cannot be read back")
        }
        return bytes
    }
}
