/// Writes shapes as SVG 1.1. Every text and address goes through `write(escaped:)`.
struct SVGWriter {
    private var out = ByteWriter(capacity: 1 << 17)

    /// A complete file, `width` × `height` points.
    static func file(_ shapes: [Shape], width: Double, height: Double, title: String) -> [UInt8] {
        var writer = SVGWriter()
        writer.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" ")
        writer.out.write("xmlns:xlink=\"http://www.w3.org/1999/xlink\" xml:lang=\"zh-CN\" role=\"img\" width=\"")
        writer.out.write(width)
        writer.out.write("pt\" height=\"")
        writer.out.write(height)
        writer.out.write("pt\" viewBox=\"0 0 ")
        writer.out.write(width)
        writer.out.write(" ")
        writer.out.write(height)
        writer.out.write("\" font-family=\"'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',")
        writer.out.write("sans-serif\">\n<title>")
        writer.out.write(escaped: title)
        writer.out.write("</title>\n")
        for shape in shapes { writer.write(shape) }
        writer.out.write("</svg>\n")
        return writer.out.bytes
    }

    private mutating func write(_ shape: Shape) {
        switch shape {
        case .rectangle(let box, let fill, let stroke):
            out.write("<rect x=\"")
            out.write(box.x)
            out.write("\" y=\"")
            out.write(box.y)
            out.write("\" width=\"")
            out.write(box.width)
            out.write("\" height=\"")
            out.write(box.height)
            paint(fill, stroke)
        case .line(let a, let b, let stroke):
            out.write("<path d=\"")
            path([a, b], closed: false)
            paint(nil, stroke)
        case .polygon(let points, let fill, let stroke):
            out.write("<path d=\"")
            path(points, closed: true)
            paint(fill, stroke)
        case .circle(let centre, let radius, let fill, let stroke):
            out.write("<circle cx=\"")
            out.write(centre.x)
            out.write("\" cy=\"")
            out.write(centre.y)
            out.write("\" r=\"")
            out.write(radius)
            paint(fill, stroke)
        case .modules(let boxes, let fill):
            out.write("<path d=\"")
            for box in boxes {
                out.write("M")
                out.write(box.x)
                out.write(" ")
                out.write(box.y)
                out.write("h")
                out.write(box.width)
                out.write("v")
                out.write(box.height)
                out.write("h")
                out.write(-box.width)
                out.write("z")
            }
            paint(fill, nil)
        case .picture(let picture, let box): write(picture, box)
        case .text(let run): write(run)
        case .linkStart(let address):
            out.write("<a xlink:href=\"")
            out.write(escaped: address)
            out.write("\">\n")
        case .linkEnd: out.write("</a>\n")
        }
    }

    private mutating func write(_ picture: Picture, _ box: Box) {
        out.write("<image x=\"")
        out.write(box.x)
        out.write("\" y=\"")
        out.write(box.y)
        out.write("\" width=\"")
        out.write(box.width)
        out.write("\" height=\"")
        out.write(box.height)
        out.write("\" preserveAspectRatio=\"none\" xlink:href=\"data:image/")
        out.write(text: picture.kind == .png ? "png" : "jpeg")
        out.write(";base64,")
        out.write(base64: picture.bytes)
        out.write("\"/>\n")
    }

    private mutating func write(_ run: TextRun) {
        out.write("<text x=\"")
        out.write(run.x)
        out.write("\" y=\"")
        out.write(run.baseline)
        out.write("\" font-size=\"")
        // Rounded down: a size rounded up could push the last character over its cell.
        out.write((run.size * 100).rounded(.down) / 100)
        switch run.face {
        case .regular: break
        case .code: out.write("\" font-family=\"'Noto Sans Mono CJK SC','Source Han Mono SC',monospace")
        case .bold: out.write("\" font-weight=\"700")
        case .title:
            out.write("\" font-family=\"'Noto Serif CJK SC','Source Han Serif SC','SimSun',serif\" font-weight=\"700")
        }
        switch run.anchor {
        case .start: break
        case .middle: out.write("\" text-anchor=\"middle")
        case .end: out.write("\" text-anchor=\"end")
        }
        out.write("\" fill=\"")
        out.write(text: run.colour.hex)
        out.write("\">")
        if let whole = run.whole {
            out.write("<title>")
            out.write(escaped: whole)
            out.write("</title>")
        }
        out.write(escaped: run.text)
        out.write("</text>\n")
    }

    private mutating func path(_ points: [Point], closed: Bool) {
        for (index, point) in points.enumerated() {
            out.write(index == 0 ? "M" : "L")
            out.write(point.x)
            out.write(" ")
            out.write(point.y)
        }
        if closed { out.write("Z") }
    }

    /// Closes the attribute before it, and the element.
    private mutating func paint(_ fill: Colour?, _ stroke: Stroke?) {
        out.write("\" fill=\"")
        out.write(text: fill?.hex ?? "none")
        if let stroke {
            out.write("\" stroke=\"")
            out.write(text: stroke.colour.hex)
            out.write("\" stroke-width=\"")
            out.write(stroke.width)
        }
        out.write("\"/>\n")
    }
}
