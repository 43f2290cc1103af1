import Testing
import Workflow

@testable import WallChart

/// A drawn base picture: land, a river and a road, as a PNG of our own writing.
enum TownMaps {
    private static let drawn = Result { try picture() }

    static func picture(width: Int = 1200, height: Int = 800) throws -> [UInt8] {
        let (w, h) = (Double(width), Double(height))
        var canvas = Canvas()
        canvas.fill(Box(x: 0, y: 0, width: w, height: h), Colour("#eef2e6"))
        canvas.add(
            .polygon(
                [
                    Point(x: 0, y: h * 0.55), Point(x: w * 0.4, y: h * 0.62), Point(x: w, y: h * 0.3),
                    Point(x: w, y: h * 0.36),
                    Point(x: w * 0.4, y: h * 0.7), Point(x: 0, y: h * 0.62),
                ], fill: Colour("#c9dcea"), stroke: nil))
        canvas.add(.line(Point(x: w * 0.2, y: 0), Point(x: w * 0.6, y: h), Stroke(Colour("#d8cfc0"), 14)))
        return try Paperwork.png(canvas.shapes, size: (w, h), width: width)
    }

    /// The units of a report strewn over the picture; the last one is left out.
    static func map(_ report: ChartReport) throws -> TownMap {
        let count = max(1, report.units.count)
        return try TownMap(
            picture: try drawn.get(),
            positions: report.units.dropLast().enumerated().map { index, tally in
                let turn = Double(index) * 2.4
                let reach = 0.42 * (Double(index + 1) / Double(count)).squareRoot()
                return .init(unit: tally.unit, x: 0.5 + reach * cosine(turn), y: 0.5 + reach * cosine(turn - 1.5708))
            })
    }

    /// Near enough for a picture, and the same on every machine.
    private static func cosine(_ angle: Double) -> Double {
        let turn = 6.283185307
        let rest = angle - (angle / turn).rounded() * turn
        let square = rest * rest
        return 1 - square / 2 + square * square / 24 - square * square * square / 720 + square * square * square
            * square / 40320
    }
}
