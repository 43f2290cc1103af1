import CDrawing
import Testing

@testable import WallChart

/// The lightness of a picture's pixels, 0 to 255.
struct Grey {
    let width: Int
    let height: Int
    private var pixels: [Double]

    init(_ png: [UInt8]) throws {
        let picture = try #require(Picture(png))
        let surface = try picture.surface()
        defer { cairo_surface_destroy(surface) }
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface))
        let data = try #require(cairo_image_surface_get_data(surface))
        width = picture.width
        height = picture.height
        pixels = []
        pixels.reserveCapacity(width * height)
        for y in 0..<height {
            for x in 0..<width {
                let at = data + y * stride + 4 * x
                pixels.append(0.299 * Double(at[2]) + 0.587 * Double(at[1]) + 0.114 * Double(at[0]))
            }
        }
    }

    /// Means of squares of eight pixels.
    var blocks: [Double] {
        var result: [Double] = []
        for y in stride(from: 0, to: height - 7, by: 8) {
            for x in stride(from: 0, to: width - 7, by: 8) {
                var sum = 0.0
                for dy in 0..<8 { for dx in 0..<8 { sum += pixels[(y + dy) * width + x + dx] } }
                result.append(sum / 64)
            }
        }
        return result
    }
}
