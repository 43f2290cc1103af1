import CDrawing

/// SVG to PDF and pixels by librsvg and cairo.
enum Renderer {
    /// Sheets as pages of one PDF with embedded fonts. `created` is the only date in the file, so that the same
    /// sheets give the same bytes.
    static func pdf(_ pages: [[UInt8]], width: Double, height: Double, title: String, created: String) throws -> [UInt8]
    {
        let sink = Sink()
        guard
            let surface = cairo_pdf_surface_create_for_stream(
                collect, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        else { throw ChartError.drawing("no PDF surface") }
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Liban")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
        guard let context = cairo_create(surface) else { throw ChartError.drawing("no cairo context") }
        defer { cairo_destroy(context) }
        for page in pages {
            try paint(page, on: context, width: width, height: height)
            cairo_show_page(context)
        }
        try check(cairo_status(context))
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface))
        return withExtendedLifetime(sink) { sink.bytes }
    }

    /// One picture of `width` × `height` pixels.
    static func png(_ svg: [UInt8], width: Int, height: Int) throws -> [UInt8] {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
            throw ChartError.drawing("no image surface")
        }
        defer { cairo_surface_destroy(surface) }
        try check(cairo_surface_status(surface))
        guard let context = cairo_create(surface) else { throw ChartError.drawing("no cairo context") }
        defer { cairo_destroy(context) }
        try paint(svg, on: context, width: Double(width), height: Double(height))
        cairo_surface_flush(surface)
        guard let pixels = cairo_image_surface_get_data(surface) else { throw ChartError.drawing("no pixels") }
        let stride = Int(cairo_image_surface_get_stride(surface))
        return try PNGWriter.file(
            UnsafeRawBufferPointer(start: pixels, count: stride * height), width: width, height: height, stride: stride)
    }

    private static func paint(_ svg: [UInt8], on context: OpaquePointer, width: Double, height: Double) throws {
        var error: UnsafeMutablePointer<GError>?
        guard let handle = rsvg_handle_new_from_data(svg, gsize(svg.count), &error) else { throw failure(error) }
        defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
        var viewport = RsvgRectangle(x: 0, y: 0, width: width, height: height)
        guard rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else { throw failure(error) }
    }

    private static func failure(_ error: UnsafeMutablePointer<GError>?) -> ChartError {
        guard let error else { return .drawing("no reason given") }
        defer { g_error_free(error) }
        return .drawing(error.pointee.message.map { String(cString: $0) } ?? "no reason given")
    }

    private static func check(_ status: cairo_status_t) throws {
        if status != CAIRO_STATUS_SUCCESS { throw ChartError.drawing(String(cString: cairo_status_to_string(status))) }
    }

    /// Where cairo's bytes go.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    private static let collect: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}
