import CDrawing

/// The faces as cairo knows them. They are looked up once and never changed, so threads may share them.
enum Fonts {
    /// The families of a face, the wanted one first; SVG and PDF ask for the same.
    static func families(_ face: Face) -> [String] {
        switch face {
        case .regular, .bold:
            ["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"]
        case .title: ["Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "serif"]
        case .code: ["Noto Sans Mono CJK SC", "Source Han Mono SC", "monospace"]
        }
    }

    static func isBold(_ face: Face) -> Bool { face == .bold || face == .title }

    static func cairoFace(_ face: Face) -> OpaquePointer? { faces[face]?.pointer }

    /// Where the glyphs of a face lie, as HarfBuzz reads them; nil when the file cannot be read.
    static func source(_ face: Face) -> OpaquePointer? { faces[face]?.source }

    /// Unhinted outlines: paper, picture and SVG put every glyph at the same place.
    static func setOptions(_ context: OpaquePointer) {
        guard let options = cairo_font_options_create() else { return }
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_set_font_options(context, options)
    }

    /// cairo counts the references to a face atomically and guards its glyphs with a lock of their own; the source is
    /// immutable.
    private struct Loaded: @unchecked Sendable {
        let pointer: OpaquePointer
        let source: OpaquePointer?
    }

    private static let faces: [Face: Loaded] = Dictionary(
        uniqueKeysWithValues: Face.allCases.compactMap { face in load(face).map { (face, $0) } })

    private static func load(_ face: Face) -> Loaded? {
        guard let wanted = FcPatternCreate() else { return nil }
        defer { FcPatternDestroy(wanted) }
        for family in families(face) { FcPatternAddString(wanted, FC_FAMILY, family) }
        FcPatternAddString(wanted, FC_LANG, "zh-cn")
        FcPatternAddInteger(wanted, FC_WEIGHT, isBold(face) ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
        FcConfigSubstitute(nil, wanted, FcMatchPattern)
        FcDefaultSubstitute(wanted)
        var result = FcResultMatch
        guard let found = FcFontMatch(nil, wanted, &result) else { return nil }
        defer { FcPatternDestroy(found) }
        guard let pointer = cairo_ft_font_face_create_for_pattern(found) else { return nil }
        return Loaded(pointer: pointer, source: source(of: found))
    }

    private static func source(of pattern: OpaquePointer) -> OpaquePointer? {
        var file: UnsafeMutablePointer<FcChar8>?
        var index: Int32 = 0
        guard FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file,
            FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch,
            let blob = file.withMemoryRebound(to: CChar.self, capacity: 1, { hb_blob_create_from_file_or_fail($0) })
        else { return nil }
        defer { hb_blob_destroy(blob) }
        let source = hb_face_create(blob, UInt32(index))
        hb_face_make_immutable(source)
        return source
    }
}
