import CDrawing

/// Writes pixels as PNG. cairo's own writer tries five filters on every line, which doubles the time and gains
/// nothing on flat drawings.
struct PNGWriter {
    private var out: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A true-colour file from cairo's 32-bit pixels (blue, green, red, unused).
    static func file(_ pixels: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int) throws -> [UInt8] {
        var writer = PNGWriter()
        // 8 bits a channel, RGB, deflate, standard filters, not interlaced.
        writer.chunk("IHDR", bigEndian(width) + bigEndian(height) + [8, 2, 0, 0, 0])
        writer.chunk("IDAT", try deflated(pixels, width: width, height: height, stride: stride))
        writer.chunk("IEND", [])
        return writer.out
    }

    private mutating func chunk(_ type: StaticString, _ data: [UInt8]) {
        out += Self.bigEndian(data.count)
        let start = out.count
        type.withUTF8Buffer { out.append(contentsOf: $0) }
        out += data
        let sum = out[start...].withUnsafeBytes { bytes in
            crc32(0, bytes.bindMemory(to: UInt8.self).baseAddress, uInt(bytes.count))
        }
        out += Self.bigEndian(Int(sum))
    }

    private static func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func deflated(
        _ pixels: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int
    ) throws -> [UInt8] {
        var stream = z_stream()
        guard deflateInit_(&stream, 4, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw ChartError.drawing("zlib does not start")
        }
        defer { deflateEnd(&stream) }
        // Lines are packed one at a time: the picture is in memory once, not twice.
        var line = [UInt8](repeating: 0, count: 1 + 3 * width)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var result: [UInt8] = []
        for y in 0..<height {
            pack(UnsafeRawBufferPointer(rebasing: pixels[y * stride..<y * stride + 4 * width]), into: &line)
            let flush = y == height - 1 ? Z_FINISH : Z_NO_FLUSH
            try line.withUnsafeMutableBufferPointer { bytes in
                stream.next_in = bytes.baseAddress
                stream.avail_in = uInt(bytes.count)
                repeat {
                    try buffer.withUnsafeMutableBufferPointer { room in
                        stream.next_out = room.baseAddress
                        stream.avail_out = uInt(room.count)
                        if deflate(&stream, flush) == Z_STREAM_ERROR { throw ChartError.drawing("zlib failed") }
                        result.append(contentsOf: room[..<(room.count - Int(stream.avail_out))])
                    }
                } while stream.avail_out == 0
            }
        }
        return result
    }

    /// One line of pixels after its filter byte (0: none).
    private static func pack(_ pixels: UnsafeRawBufferPointer, into line: inout [UInt8]) {
        line.withUnsafeMutableBufferPointer { line in
            var target = 1
            for source in Swift.stride(from: 0, to: pixels.count, by: 4) {
                line[target] = pixels[source + 2]
                line[target + 1] = pixels[source + 1]
                line[target + 2] = pixels[source]
                target += 3
            }
        }
    }
}
