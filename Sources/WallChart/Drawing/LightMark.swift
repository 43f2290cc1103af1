import Workflow

/// The shape of a light, drawn and not typed: a font may lack it, and grey paper needs it crisp.
extension Canvas {
    mutating func mark(_ light: Light, centre: Point, size: Double) {
        let colour = Palette.colour(of: light)
        let half = size / 2
        switch light {
        case .blue:
            let side = size * 0.84
            fill(Box(x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side), colour)
        case .red:
            let points = [
                Point(x: centre.x, y: centre.y - half), Point(x: centre.x + half * 1.08, y: centre.y + half * 0.86),
                Point(x: centre.x - half * 1.08, y: centre.y + half * 0.86),
            ]
            add(.polygon(points, fill: colour, stroke: nil))
        case .yellow:
            let reach = half * 1.1
            let points = [
                Point(x: centre.x, y: centre.y - reach), Point(x: centre.x + reach, y: centre.y),
                Point(x: centre.x, y: centre.y + reach), Point(x: centre.x - reach, y: centre.y),
            ]
            add(.polygon(points, fill: colour, stroke: nil))
        case .green: add(.circle(centre, radius: half * 0.95, fill: colour, stroke: nil))
        case .grey: add(.circle(centre, radius: half * 0.82, fill: nil, stroke: Stroke(colour, size * 0.15)))
        }
    }
}
