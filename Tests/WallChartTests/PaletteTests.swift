import Testing
import Workflow

@testable import WallChart

@Suite struct PaletteTests {
    @Test func aGreyCopierKeepsTheLightsApart() {
        // The hollow ring of grey differs by its shape; the four filled marks also by their lightness.
        let filled = Light.allCases.filter { $0 != .grey }.map { Palette.colour(of: $0).grey }.sorted()
        for (darker, lighter) in zip(filled, filled.dropFirst()) { #expect(lighter - darker > 0.1) }
        #expect(filled.allSatisfy { $0 < 0.72 })
    }

    @Test func everyLightHasItsOwnShape() {
        func kind(_ light: Light) -> String {
            var canvas = Canvas()
            canvas.mark(light, centre: Point(x: 0, y: 0), size: 10)
            return canvas.shapes.map { shape in
                switch shape {
                case .rectangle: "square"
                case .polygon(let points, _, _): "polygon of \(points.count)"
                case .circle(_, _, let fill, _): fill == nil ? "ring" : "disc"
                case .line, .modules, .picture, .text, .linkStart, .linkEnd: "other"
                }
            }.joined()
        }
        #expect(Set(Light.allCases.map(kind)).count == Light.allCases.count)
    }

    @Test func theBarsGoFromPaleToDark() {
        let tints = [Palette.paper, ChartSheet.committed, ChartSheet.paid].map(\.grey)
        for (pale, dark) in zip(tints, tints.dropFirst()) { #expect(pale - dark > 0.15) }
    }
}
