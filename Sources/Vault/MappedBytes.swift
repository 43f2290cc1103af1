internal import Glibc
internal import UseCases

/// A file's bytes, looked at where they lie on the disk: twenty megabytes are not copied to find a mark in them.
final class MappedBytes: Sendable {
    // nonisolated(unsafe): mapped read-only for as long as this lives; nobody writes to a finished upload.
    nonisolated(unsafe) private let buffer: UnsafeRawBufferPointer

    init(_ path: String) throws(FileFault) {
        let file = try Descriptor(path, O_RDONLY)
        let size = file.size
        guard size > 0 else {
            buffer = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.number, 0), start != MAP_FAILED else {
            throw .storage("\(path): \(reason())")
        }
        buffer = UnsafeRawBufferPointer(start: start, count: size)
    }

    deinit {
        if let start = buffer.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), buffer.count) }
    }

    var count: Int { buffer.count }

    /// The byte there; a file that ends before is incomplete.
    func byte(_ index: Int) throws(FileFault) -> UInt8 {
        guard index >= 0, index < buffer.count else { throw .incomplete }
        return buffer[index]
    }

    /// A number of several bytes, the highest first.
    func big(_ index: Int, _ bytes: Int) throws(FileFault) -> Int {
        var value = 0
        for offset in 0..<bytes { value = value << 8 | Int(try byte(index + offset)) }
        return value
    }

    /// A number of several bytes, the lowest first.
    func little(_ index: Int, _ bytes: Int) throws(FileFault) -> Int {
        var value = 0
        for offset in (0..<bytes).reversed() { value = value << 8 | Int(try byte(index + offset)) }
        return value
    }

    func has(_ mark: [UInt8], at index: Int) -> Bool {
        index >= 0 && index + mark.count <= buffer.count && mark.indices.allSatisfy { buffer[index + $0] == mark[$0] }
    }

    /// Whether the mark stands somewhere in the range.
    ///
    /// - Parameter lowered: the mark is in lower case, the bytes need not be.
    func finds(_ mark: [UInt8], in range: Range<Int>, lowered: Bool = false) -> Bool {
        guard let first = mark.first, range.count >= mark.count else { return false }
        func byte(_ index: Int) -> UInt8 {
            let byte = buffer[index]
            return lowered && (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
        }
        for start in range.lowerBound...(range.upperBound - mark.count) where byte(start) == first {
            if mark.indices.allSatisfy({ byte(start + $0) == mark[$0] }) { return true }
        }
        return false
    }
}
