/// One page of a PDF: shapes, seen through a window, and marks around it.
struct PrintedPage {
    let shapes: [Shape]
    /// Of the paper, in points.
    let size: (width: Double, height: Double)
    /// What of the shapes is shown, and where its corner lies on the page; nil: the whole sheet as it is.
    var window: (clip: Box, corner: Point)?
    var marks: [Shape] = []
}

/// A large sheet cut into tiles of office paper, to be trimmed at the marks and pasted together.
struct Tiling {
    let sheet: (width: Double, height: Double)
    let tile: (width: Double, height: Double)
    let rows: Int
    let columns: Int

    /// Printers leave some 5 mm white; the marks need the rest.
    static let margin = 12 * millimetre
    /// How much of the next tile each tile repeats.
    static let overlap = 10 * millimetre
    private static let millimetre = 72 / 25.4

    private var window: (width: Double, height: Double) {
        (tile.width - 2 * Self.margin, tile.height - 2 * Self.margin)
    }

    /// Upright or lengthwise, whichever needs fewer tiles.
    init(_ sheet: (width: Double, height: Double), on paper: Paper) {
        func count(_ length: Double, _ side: Double) -> Int {
            let window = side - 2 * Self.margin
            return max(1, Int(((length - Self.overlap) / (window - Self.overlap) - 1e-9).rounded(.up)))
        }
        let long = paper.points
        let wide = (count(sheet.width, long.width), count(sheet.height, long.height))
        let tall = (count(sheet.width, long.height), count(sheet.height, long.width))
        let isTall = tall.0 * tall.1 < wide.0 * wide.1
        self.sheet = sheet
        tile = isTall ? (long.height, long.width) : long
        (columns, rows) = isTall ? tall : wide
    }

    /// The part of the sheet on a tile, both counted from 0.
    func part(_ row: Int, _ column: Int) -> Box {
        let x = Double(column) * (window.width - Self.overlap)
        let y = Double(row) * (window.height - Self.overlap)
        return Box(x: x, y: y, width: min(window.width, sheet.width - x), height: min(window.height, sheet.height - y))
    }

    /// The tiles of a sheet, row by row.
    func pages(_ shapes: [Shape], words: String) -> [PrintedPage] {
        let bounds = shapes.map(\.bounds)
        return (0..<rows * columns).map { index in
            let (row, column) = (index / columns, index % columns)
            let part = part(row, column)
            let shown = zip(shapes, bounds).compactMap { shape, box in
                box.map { $0.inset(-2, -2).touches(part) } ?? true ? shape : nil
            }
            return PrintedPage(
                shapes: shown, size: tile, window: (part, Point(x: Self.margin, y: Self.margin)),
                marks: marks(row, column, part, words))
        }
    }

    private func marks(_ row: Int, _ column: Int, _ part: Box, _ words: String) -> [Shape] {
        var canvas = Canvas()
        let frame = Box(x: Self.margin, y: Self.margin, width: part.width, height: part.height)
        let thin = Stroke(Palette.ink, 0.4)
        let reach = 5 * Self.millimetre
        let gap = Self.millimetre
        for x in [frame.x, frame.right] {
            canvas.vertical(x, from: frame.y - gap - reach, to: frame.y - gap, thin)
            canvas.vertical(x, from: frame.bottom + gap, to: frame.bottom + gap + reach, thin)
        }
        for y in [frame.y, frame.bottom] {
            canvas.horizontal(y, from: frame.x - gap - reach, to: frame.x - gap, thin)
            canvas.horizontal(y, from: frame.right + gap, to: frame.right + gap + reach, thin)
        }
        drawSeams(row, column, frame, &canvas)
        let line = Box(
            x: frame.x + 6 * Self.millimetre, y: tile.height - Self.margin + 4.2 * Self.millimetre,
            width: tile.width - 2 * Self.margin - 12 * Self.millimetre - 60, height: 11)
        canvas.text(
            "第 \(row + 1) 行 第 \(column + 1) 列（共 \(rows) 行 \(columns) 列）\(Wording.wide)\(words)\(Wording.wide)"
                + "沿角线裁下；右边、下边 10 毫米与下一张重叠",
            in: line, TextStyle(8, floor: 4.5), Palette.ink)
        drawLocator(row, column, &canvas)
        return canvas.shapes
    }

    /// Ticks where the neighbour begins: its edge is laid on them.
    private func drawSeams(_ row: Int, _ column: Int, _ frame: Box, _ canvas: inout Canvas) {
        let tick = 3 * Self.millimetre
        let stroke = Stroke(Palette.official, 0.4)
        if column + 1 < columns {
            let x = frame.right - Self.overlap
            canvas.vertical(x, from: frame.y - tick - 2, to: frame.y - 2, stroke)
            canvas.vertical(x, from: frame.bottom + 2, to: frame.bottom + 2 + tick, stroke)
        }
        if row + 1 < rows {
            let y = frame.bottom - Self.overlap
            canvas.horizontal(y, from: frame.x - tick - 2, to: frame.x - 2, stroke)
            canvas.horizontal(y, from: frame.right + 2, to: frame.right + 2 + tick, stroke)
        }
    }

    /// A small plan of all tiles with this one filled.
    private func drawLocator(_ row: Int, _ column: Int, _ canvas: inout Canvas) {
        let cell = min(50 / Double(columns), 14 / Double(rows), 5)
        let left = tile.width - Self.margin - 6 * Self.millimetre - cell * Double(columns)
        let top = tile.height - Self.margin + 3.6 * Self.millimetre
        for y in 0..<rows {
            for x in 0..<columns {
                let box = Box(x: left + Double(x) * cell, y: top + Double(y) * cell, width: cell, height: cell)
                canvas.frame(
                    box, Stroke(Palette.soft, 0.3), fill: x == column && y == row ? Palette.official : Palette.paper)
            }
        }
    }
}

extension Shape {
    /// What the shape covers; nil for what covers nothing and must stay.
    var bounds: Box? {
        func around(_ points: [Point]) -> Box {
            let (xs, ys) = (points.map(\.x), points.map(\.y))
            let (x, y) = (xs.min() ?? 0, ys.min() ?? 0)
            return Box(x: x, y: y, width: (xs.max() ?? 0) - x, height: (ys.max() ?? 0) - y)
        }
        switch self {
        case .rectangle(let box, _, _), .picture(_, let box): return box
        case .line(let a, let b, _): return around([a, b])
        case .polygon(let points, _, _): return around(points)
        case .circle(let centre, let radius, _, _):
            return Box(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius)
        case .modules(let boxes, _):
            return around(boxes.flatMap { [Point(x: $0.x, y: $0.y), Point(x: $0.right, y: $0.bottom)] })
        case .text(let run): return run.bounds
        case .linkStart, .linkEnd: return nil
        }
    }
}
