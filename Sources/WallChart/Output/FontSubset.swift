import CDrawing

/// The faces of one PDF, cut down to the characters it uses before cairo sees them.
///
/// cairo 1.16 cuts fonts itself, but once two outlines share a subroutine in a certain way it embeds the subroutines
/// of all 65,535 glyphs: a megabyte per face, and as much time again. Cut by HarfBuzz there are no subroutines left.
struct FontSubset {
    private var faces: [Face: OpaquePointer] = [:]

    init(_ pages: some Sequence<PrintedPage>) {
        var wanted: [Face: Set<UInt32>] = [:]
        for page in pages {
            for shape in page.shapes + page.marks {
                if case .text(let run) = shape {
                    for scalar in run.text.unicodeScalars { wanted[run.face, default: []].insert(scalar.value) }
                }
            }
        }
        for (face, characters) in wanted { faces[face] = Self.cut(face, to: characters) }
    }

    /// The cut face, or the whole one where cutting failed.
    func cairoFace(_ face: Face) -> OpaquePointer? { faces[face] ?? Fonts.cairoFace(face) }

    /// cairo keeps what it still needs.
    func free() { for face in faces.values { cairo_font_face_destroy(face) } }

    private static func cut(_ face: Face, to characters: Set<UInt32>) -> OpaquePointer? {
        guard let source = Fonts.source(face), let input = hb_subset_input_create_or_fail() else { return nil }
        defer { hb_subset_input_destroy(input) }
        let set = hb_subset_input_unicode_set(input)
        for character in characters { hb_set_add(set, character) }
        // Texts are set glyph by glyph, so tables for joining and for vertical lines are dead weight.
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for table in ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"] {
            hb_set_add(dropped, hb_tag_from_string(table, 4))
        }
        hb_subset_input_set_flags(
            input, UInt32(HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue))
        guard let small = hb_subset_or_fail(source, input) else { return nil }
        defer { hb_face_destroy(small) }
        return Memory.face(hb_face_reference_blob(small))
    }

    /// A font in memory: cairo may keep glyphs of it for a while, and frees it with the last of them.
    private final class Memory {
        private let blob: OpaquePointer
        private let library: FT_Library
        private let face: FT_Face

        private init?(_ blob: OpaquePointer) {
            var library: FT_Library?
            var face: FT_Face?
            var length: UInt32 = 0
            // A library of its own: FreeType's are not for several threads at once.
            guard FT_Init_FreeType(&library) == 0, let library else { return nil }
            let opened = hb_blob_get_data(blob, &length).map { data in
                data.withMemoryRebound(to: FT_Byte.self, capacity: Int(length)) {
                    FT_New_Memory_Face(library, $0, FT_Long(length), 0, &face) == 0
                }
            }
            guard opened == true, let face else {
                FT_Done_FreeType(library)
                return nil
            }
            self.blob = blob
            self.library = library
            self.face = face
        }

        deinit {
            FT_Done_Face(face)
            FT_Done_FreeType(library)
            hb_blob_destroy(blob)
        }

        /// Takes over the blob.
        static func face(_ blob: OpaquePointer?) -> OpaquePointer? {
            guard let blob else { return nil }
            guard let memory = Memory(blob) else {
                hb_blob_destroy(blob)
                return nil
            }
            guard let face = cairo_ft_font_face_create_for_ft_face(memory.face, 0) else { return nil }
            let owned = Unmanaged.passRetained(memory)
            let status = cairo_font_face_set_user_data(face, key, owned.toOpaque()) { memory in
                if let memory { Unmanaged<Memory>.fromOpaque(memory).release() }
            }
            if status != CAIRO_STATUS_SUCCESS {
                owned.release()
                return nil
            }
            return face
        }

        /// Only its address counts.
        nonisolated(unsafe) private static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
    }
}
