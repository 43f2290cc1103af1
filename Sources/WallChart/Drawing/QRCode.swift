import CQRCode

/// A QR code as dark runs on a square of `side` modules.
struct QRCode: Hashable, Sendable {
    let side: Int
    /// x, y and length of each dark run, in modules.
    let runs: [Run]

    struct Run: Hashable, Sendable {
        let x: Int
        let y: Int
        let length: Int
    }

    /// Light modules around the code. The standard asks for four; the cell around it is white as well.
    static let quiet = 2

    /// nil when the text is empty or longer than a code holds.
    init?(_ text: String) {
        guard !text.isEmpty, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard let modules = code.pointee.data else { return nil }
        var runs: [Run] = []
        for y in 0..<side {
            var x = 0
            while x < side {
                let start = x
                while x < side, modules[y * side + x] & 1 == 1 { x += 1 }
                if x > start { runs.append(Run(x: start, y: y, length: x - start)) } else { x += 1 }
            }
        }
        self.side = side
        self.runs = runs
    }
}

extension Canvas {
    /// Draws the code as a square in the middle of the box; nothing when its modules would be too small to read.
    mutating func code(_ code: QRCode, in box: Box, least: Double) {
        let square = min(box.width, box.height)
        let module = square / Double(code.side + 2 * QRCode.quiet)
        if module < least { return }
        let inner = module * Double(code.side)
        let x = box.midX - inner / 2
        let y = box.midY - inner / 2
        fill(Box(x: box.midX - square / 2, y: box.midY - square / 2, width: square, height: square), Palette.paper)
        add(
            .modules(
                code.runs.map {
                    Box(
                        x: x + Double($0.x) * module, y: y + Double($0.y) * module, width: Double($0.length) * module,
                        height: module)
                }, fill: Palette.ink))
    }
}
