import CDrawing

/// Shapes to PDF pages and to pixels.
enum Paperwork {
    /// Pages as one PDF with embedded fonts. `created` is the only date in the file, so that the same pages give the
    /// same bytes. Pages are gone through twice, for
    /// their characters and to be drawn, one after the other, so that only one of them is in memory.
    static func pdf(_ pages: some Sequence<PrintedPage>, title: String, created: String) throws -> [UInt8] {
        let sink = Sink()
        guard
            let surface = cairo_pdf_surface_create_for_stream(
                collect, Unmanaged.passUnretained(sink).toOpaque(), 1, 1)
        else { throw ChartError.drawing("no PDF surface") }
        defer { cairo_surface_destroy(surface) }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Liban")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
        guard let context = cairo_create(surface) else { throw ChartError.drawing("no cairo context") }
        defer { cairo_destroy(context) }
        let fonts = FontSubset(pages)
        defer { fonts.free() }
        for page in pages {
            cairo_pdf_surface_set_size(surface, page.size.width, page.size.height)
            var painter = Painter(context, keepsLinks: true, fonts: fonts)
            try painter.draw(page)
            cairo_show_page(context)
        }
        try check(cairo_status(context))
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface))
        return withExtendedLifetime(sink) { sink.bytes }
    }

    /// One picture `width` pixels wide, of a drawing of that size in points.
    static func png(_ shapes: [Shape], size: (width: Double, height: Double), width: Int) throws -> [UInt8] {
        let scale = Double(width) / size.width
        let height = Int((size.height * scale).rounded())
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
            throw ChartError.drawing("no image surface")
        }
        defer { cairo_surface_destroy(surface) }
        try check(cairo_surface_status(surface))
        guard let context = cairo_create(surface) else { throw ChartError.drawing("no cairo context") }
        defer { cairo_destroy(context) }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, Double(height) / size.height)
        var painter = Painter(context, keepsLinks: false)
        try painter.draw(shapes)
        cairo_surface_flush(surface)
        guard let pixels = cairo_image_surface_get_data(surface) else { throw ChartError.drawing("no pixels") }
        let stride = Int(cairo_image_surface_get_stride(surface))
        return try PNGWriter.file(
            UnsafeRawBufferPointer(start: pixels, count: stride * height), width: width, height: height, stride: stride)
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
