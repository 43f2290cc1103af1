import CDrawing

/// Draws fitted texts. Layout has measured and broken them already, so the glyphs are set one after the other;
/// only what the face lacks (emoji, other scripts, marks) goes through Pango, which finds a substitute.
struct TextPainter {
    let context: OpaquePointer
    /// The faces of a PDF; nil for pixels, which need no cutting.
    let fonts: FontSubset?

    func draw(_ run: TextRun) {
        if run.text.isEmpty { return }
        cairo_set_font_face(context, fonts?.cairoFace(run.face) ?? Fonts.cairoFace(run.face))
        cairo_set_font_size(context, run.size)
        var text = run.text
        let isPlain = run.text.unicodeScalars.allSatisfy(Self.isPlain)
        let done = isPlain && text.withUTF8 { bytes in drawGlyphs(bytes, run) }
        if !done { drawSubstituted(run) }
    }

    /// Characters that stand alone: no joining, no reordering, no marks.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA1...0x24F, 0x370...0x3FF, 0x400...0x45F, 0x2000...0x200A, 0x2010...0x2027, 0x2030...0x205E,
            0x20A0...0x20BF, 0x2100...0x23FF, 0x2460...0x27BF, 0x3000...0x303F, 0x3041...0x9FFF, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        case _: false
        }
    }

    /// False when the face lacks a character of the text; then nothing is drawn.
    private func drawGlyphs(_ text: UnsafeBufferPointer<UInt8>, _ run: TextRun) -> Bool {
        let font = cairo_get_scaled_font(context)
        var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
        var glyphCount: Int32 = 0
        var clusters: UnsafeMutablePointer<cairo_text_cluster_t>?
        var clusterCount: Int32 = 0
        var flags = cairo_text_cluster_flags_t(0)
        let length = Int32(text.count)
        let status = text.withMemoryRebound(to: CChar.self) {
            cairo_scaled_font_text_to_glyphs(
                font, 0, run.baseline, $0.baseAddress, length, &glyphs, &glyphCount, &clusters, &clusterCount, &flags)
        }
        defer {
            cairo_glyph_free(glyphs)
            cairo_text_cluster_free(clusters)
        }
        guard status == CAIRO_STATUS_SUCCESS, let glyphs else { return false }
        let count = Int(glyphCount)
        for index in 0..<count where glyphs[index].index == 0 { return false }
        var extents = cairo_text_extents_t()
        cairo_scaled_font_glyph_extents(font, glyphs, glyphCount, &extents)
        let left = Self.left(of: run, width: extents.x_advance)
        for index in 0..<count { glyphs[index].x += left }
        text.withMemoryRebound(to: CChar.self) {
            cairo_show_text_glyphs(context, $0.baseAddress, length, glyphs, glyphCount, clusters, clusterCount, flags)
        }
        return true
    }

    private static func left(of run: TextRun, width: Double) -> Double {
        switch run.anchor {
        case .start: run.x
        case .middle: run.x - width / 2
        case .end: run.x - width
        }
    }

    private func drawSubstituted(_ run: TextRun) {
        guard let layout = pango_cairo_create_layout(context) else { return }
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        let font = pango_font_description_new()
        defer { pango_font_description_free(font) }
        pango_font_description_set_family(font, Fonts.families(run.face).joined(separator: ","))
        pango_font_description_set_weight(font, Fonts.isBold(run.face) ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, run.size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_single_paragraph_mode(layout, 1)
        pango_layout_set_text(layout, run.text, -1)
        guard let line = pango_layout_get_line_readonly(layout, 0) else { return }
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        pango_layout_line_get_extents(line, &ink, &logical)
        let width = Double(logical.width) / Double(PANGO_SCALE)
        // A substitute may be wider than any font was measured: it is then condensed, never let out of its cell.
        let condensed = width > run.width && width > 0 ? run.width / width : 1
        cairo_save(context)
        cairo_translate(context, Self.left(of: run, width: width * condensed), run.baseline)
        cairo_scale(context, condensed, 1)
        cairo_move_to(context, 0, 0)
        pango_cairo_show_layout_line(context, line)
        cairo_restore(context)
    }
}
