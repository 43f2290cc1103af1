import CDrawing

extension Picture {
    /// The pixels as a cairo surface; a JPEG also keeps its own bytes, which a PDF then embeds unchanged.
    /// The caller destroys it. Throws `ChartError.picture`.
    func surface() throws -> OpaquePointer {
        switch kind {
        case .png: try pngSurface()
        case .jpeg: try jpegSurface()
        }
    }

    private func pngSurface() throws -> OpaquePointer {
        let reader = Reader(bytes)
        let read: cairo_read_func_t = { closure, data, length in
            guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
            let reader = Unmanaged<Reader>.fromOpaque(closure).takeUnretainedValue()
            return reader.read(into: data, count: Int(length)) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
        }
        let surface = withExtendedLifetime(reader) {
            cairo_image_surface_create_from_png_stream(read, Unmanaged.passUnretained(reader).toOpaque())
        }
        guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw ChartError.picture }
        return surface
    }

    private func jpegSurface() throws -> OpaquePointer {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
            let pixels = cairo_image_surface_get_data(surface), let decoder = tjInitDecompress()
        else { throw ChartError.picture }
        defer { tjDestroy(decoder) }
        let stride = cairo_image_surface_get_stride(surface)
        // cairo's 32-bit pixel is blue, green, red, unused in memory.
        let status = tjDecompress2(
            decoder, bytes, UInt(bytes.count), pixels, Int32(width), stride, Int32(height), Int32(TJPF_BGRX.rawValue), 0
        )
        guard status == 0 else {
            cairo_surface_destroy(surface)
            throw ChartError.picture
        }
        cairo_surface_mark_dirty(surface)
        attach(to: surface)
        return surface
    }

    private func attach(to surface: OpaquePointer) {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        let status = cairo_surface_set_mime_data(
            surface, CAIRO_MIME_TYPE_JPEG, copy, UInt(bytes.count), { $0?.deallocate() }, copy)
        if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
    }

    private final class Reader {
        private let bytes: [UInt8]
        private var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Bool {
            guard count <= bytes.count - position else { return false }
            bytes.withUnsafeBufferPointer { source in
                guard let base = source.baseAddress else { return }
                target.update(from: base + position, count: count)
            }
            position += count
            return true
        }
    }
}
