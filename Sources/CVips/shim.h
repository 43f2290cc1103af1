#include <sys/resource.h>
#include <vips/vips.h>

// libvips takes its options as variable arguments, which Swift cannot call.

static inline int liban_vips_start(void) {
    if (VIPS_INIT("liban-photos")) return -1;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    // Of some forty loaders, three: everything else stays shut, however a file calls itself.
    vips_operation_block_set("VipsForeignLoad", TRUE);
    vips_operation_block_set("VipsForeignLoadJpeg", FALSE);
    vips_operation_block_set("VipsForeignLoadPng", FALSE);
    vips_operation_block_set("VipsForeignLoadWebp", FALSE);
    return 0;
}

// Upright by its EXIF turn, in sRGB, on white, at most `side` pixels each way, never larger than it was.
static inline VipsImage *liban_vips_scaled(const char *path, int side) {
    VipsImage *scaled = NULL, *flat = NULL;
    if (vips_thumbnail(path, &scaled, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", "srgb",
                       "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL)) return NULL;
    if (!vips_image_hasalpha(scaled)) return scaled;
    VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
    int failed = vips_flatten(scaled, &flat, "background", white, NULL);
    vips_area_unref(VIPS_AREA(white));
    g_object_unref(scaled);
    return failed ? NULL : flat;
}

// Without EXIF, XMP, location, profile or comment.
static inline int liban_vips_save(VipsImage *image, const char *path, int quality) {
    return vips_jpegsave(image, path, "Q", quality, "strip", TRUE, "optimize_coding", TRUE, "interlace", TRUE, NULL);
}

// 9 × 8 grey pixels, row by row.
static inline int liban_vips_tiny(const char *path, unsigned char *pixels) {
    VipsImage *tiny = NULL, *grey = NULL;
    size_t size = 0;
    int failed = 1;
    if (vips_thumbnail(path, &tiny, 9, "height", 8, "size", VIPS_SIZE_FORCE, NULL)) return -1;
    if (!vips_colourspace(tiny, &grey, VIPS_INTERPRETATION_B_W, NULL)) {
        VipsImage *band = NULL;
        if (!vips_extract_band(grey, &band, 0, NULL)) {
            unsigned char *memory = vips_image_write_to_memory(band, &size);
            if (memory && size == 72) {
                for (int i = 0; i < 72; i++) pixels[i] = memory[i];
                failed = 0;
            }
            g_free(memory);
            g_object_unref(band);
        }
        g_object_unref(grey);
    }
    g_object_unref(tiny);
    return failed ? -1 : 0;
}

static inline int liban_limit(int resource, unsigned long long value) {
    struct rlimit limit = {value, value};
    return setrlimit(resource, &limit);
}
