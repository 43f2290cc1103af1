import CDrawing
import Testing
import Workflow

@testable import WallChart

@Suite struct MapTests {
    /// The base picture as a JPEG.
    private func jpeg() throws -> [UInt8] {
        let picture = try #require(Picture(try TownMaps.picture(width: 600, height: 400)))
        let surface = try picture.surface()
        defer { cairo_surface_destroy(surface) }
        let compressor = try #require(tjInitCompress())
        defer { tjDestroy(compressor) }
        var bytes: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        let status = tjCompress2(
            compressor, cairo_image_surface_get_data(surface), 600, cairo_image_surface_get_stride(surface), 400,
            Int32(TJPF_BGRX.rawValue), &bytes, &count, Int32(TJSAMP_420.rawValue), 90, 0)
        try #require(status == 0)
        defer { tjFree(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    private func chart(_ picture: [UInt8]) throws -> WallChart {
        let positions = [TownMap.Position(unit: "云岭村", x: 0.5, y: 0.5), .init(unit: "东埔村", x: 0.5, y: 0.5)]
        return WallChart(
            drawing: .map, paper: .A3, pixelWidth: 1200, map: try TownMap(picture: picture, positions: positions))
    }

    @Test func aJPEGGoesIntoThePDFAsItIs() throws {
        let picture = try jpeg()
        let pdf = try chart(picture).render(Town.report(), as: .pdf)
        #expect(pdf.count > picture.count)
        #expect(String(decoding: pdf, as: UTF8.self).contains("/DCTDecode"))
        let svg = SVGTests.text(try chart(picture).render(Town.report(), as: .svg))
        #expect(svg.contains("data:image/jpeg;base64,/9j/"))
    }

    @Test func aJPEGAndAPNGLookTheSame() throws {
        let png = try Grey(try chart(try TownMaps.picture(width: 600, height: 400)).render(Town.report(), as: .png))
        let jpeg = try Grey(try chart(try jpeg()).render(Town.report(), as: .png))
        let differences = zip(png.blocks, jpeg.blocks).map { abs($0 - $1) }
        #expect(differences.reduce(0, +) / Double(differences.count) < 2)
        #expect(Set(png.blocks.map { Int($0 / 16) }).count > 3)
    }

    @Test func whatIsNoPictureIsRefused() throws {
        let good = try jpeg()
        let cut = Array(good.prefix(good.count / 2))
        for bad in [
            [], Array("GIF89a..............".utf8), Array("<svg/>".utf8), [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF],
        ] {
            #expect(throws: ChartError.picture) { try TownMap(picture: bad, positions: []) }
        }
        #expect(throws: ChartError.picture) { try chart(cut).render(Town.report(), as: .png) }
        var huge = try TownMaps.picture(width: 800, height: 10)
        huge[16] = 0x7F
        #expect(throws: ChartError.picture) { try TownMap(picture: huge, positions: []) }
    }

    @Test func everyUnitIsOnTheMapOrSaidToBeMissing() throws {
        let svg = SVGTests.text(try chart(try jpeg()).render(Town.report(), as: .svg))
        // Two units at one point: both have a sign; the other thirteen are named as not on the picture.
        #expect(svg.components(of: ">云岭村</text>") == 3 && svg.components(of: ">东埔村</text>") == 2)
        #expect(svg.components(of: "（图上未标）</text>") == 13)
    }

    @Test func aMissingPictureIsSaid() throws {
        let svg = SVGTests.text(try WallChart(drawing: .map).render(Town.report(), as: .svg))
        #expect(svg.contains("尚未上传本镇底图。"))
    }
}
