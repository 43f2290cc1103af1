import CDrawing

/// Draws shapes with cairo: the same list that SVG writes as text becomes paper and pixels here.
struct Painter {
    let context: OpaquePointer
    private let texts: TextPainter
    /// Links become areas of a PDF; pixels have none.
    private let keepsLinks: Bool
    private var address: String?
    private var paint: Colour?

    init(_ context: OpaquePointer, keepsLinks: Bool, fonts: FontSubset? = nil) {
        self.context = context
        self.keepsLinks = keepsLinks
        texts = TextPainter(context: context, fonts: fonts)
        Fonts.setOptions(context)
    }

    /// - Throws: `ChartError.drawing` when cairo refuses, `ChartError.picture` for a base picture it cannot read.
    mutating func draw(_ shapes: [Shape]) throws {
        for shape in shapes { try draw(shape) }
        let status = cairo_status(context)
        if status != CAIRO_STATUS_SUCCESS { throw ChartError.drawing(String(cString: cairo_status_to_string(status))) }
    }

    /// A page: what is seen through its window, and the marks around it.
    mutating func draw(_ page: PrintedPage) throws {
        if let (clip, corner) = page.window {
            cairo_save(context)
            cairo_rectangle(context, corner.x, corner.y, clip.width, clip.height)
            cairo_clip(context)
            cairo_translate(context, corner.x - clip.x, corner.y - clip.y)
            try draw(page.shapes)
            cairo_restore(context)
            paint = nil
            try draw(page.marks)
        } else {
            try draw(page.shapes)
        }
    }

    private mutating func draw(_ shape: Shape) throws {
        switch shape {
        case .rectangle(let box, let fill, let stroke):
            cairo_rectangle(context, box.x, box.y, box.width, box.height)
            finish(fill, stroke)
        case .line(let a, let b, let stroke):
            cairo_move_to(context, a.x, a.y)
            cairo_line_to(context, b.x, b.y)
            finish(nil, stroke)
        case .polygon(let points, let fill, let stroke):
            for (index, point) in points.enumerated() {
                if index == 0 {
                    cairo_move_to(context, point.x, point.y)
                } else {
                    cairo_line_to(context, point.x, point.y)
                }
            }
            cairo_close_path(context)
            finish(fill, stroke)
        case .circle(let centre, let radius, let fill, let stroke):
            cairo_new_sub_path(context)
            cairo_arc(context, centre.x, centre.y, radius, 0, 2 * Double.pi)
            finish(fill, stroke)
        case .modules(let boxes, let fill):
            for box in boxes { cairo_rectangle(context, box.x, box.y, box.width, box.height) }
            finish(fill, nil)
        case .picture(let picture, let box): try draw(picture, in: box)
        case .text(let run):
            use(run.colour)
            texts.draw(run)
            if let address, keepsLinks { link(run.bounds, to: address) }
        case .linkStart(let address): self.address = address
        case .linkEnd: address = nil
        }
    }

    private mutating func finish(_ fill: Colour?, _ stroke: Stroke?) {
        if let fill {
            use(fill)
            if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
        }
        if let stroke {
            use(stroke.colour)
            cairo_set_line_width(context, stroke.width)
            cairo_stroke(context)
        }
    }

    private mutating func use(_ colour: Colour) {
        if paint == colour { return }
        paint = colour
        let (red, green, blue) = colour.parts
        cairo_set_source_rgb(context, red, green, blue)
    }

    private mutating func draw(_ picture: Picture, in box: Box) throws {
        let surface = try picture.surface()
        defer { cairo_surface_destroy(surface) }
        cairo_save(context)
        cairo_translate(context, box.x, box.y)
        cairo_scale(context, box.width / Double(picture.width), box.height / Double(picture.height))
        cairo_set_source_surface(context, surface, 0, 0)
        cairo_rectangle(context, 0, 0, Double(picture.width), Double(picture.height))
        cairo_fill(context)
        cairo_restore(context)
        paint = nil
    }

    /// Only full addresses: a file lying on a desk has no site that a path could belong to.
    private func link(_ box: Box, to address: String) {
        guard address.hasPrefix("http") else { return }
        let quoted = address.filter { $0.isASCII && $0 != "'" && $0 != "\\" }
        cairo_tag_begin(context, "Link", "rect=[\(box.x) \(box.y) \(box.width) \(box.height)] uri='\(quoted)'")
        cairo_tag_end(context, "Link")
    }
}
