/// A rectangle in points; y grows downwards.
struct Box: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
    var midX: Double { x + width / 2 }
    var midY: Double { y + height / 2 }

    /// The same box with less on each side; never of negative size.
    func inset(_ dx: Double, _ dy: Double = 0) -> Box {
        Box(x: x + dx, y: y + dy, width: max(0, width - 2 * dx), height: max(0, height - 2 * dy))
    }

    /// Cuts a strip off the top and returns it.
    mutating func takeTop(_ amount: Double) -> Box {
        let part = Box(x: x, y: y, width: width, height: min(amount, height))
        y += part.height
        height -= part.height
        return part
    }

    /// Cuts a strip off the left and returns it.
    mutating func takeLeft(_ amount: Double) -> Box {
        let part = Box(x: x, y: y, width: min(amount, width), height: height)
        x += part.width
        width -= part.width
        return part
    }

    /// Cuts a strip off the right and returns it.
    mutating func takeRight(_ amount: Double) -> Box {
        let part = Box(x: max(x, right - amount), y: y, width: min(amount, width), height: height)
        width -= part.width
        return part
    }

    /// True when `other` lies inside, give or take rounding to hundredths of a point.
    func contains(_ other: Box) -> Bool {
        other.x >= x - 0.02 && other.y >= y - 0.02 && other.right <= right + 0.02 && other.bottom <= bottom + 0.02
    }

    /// True when the two have a point in common.
    func touches(_ other: Box) -> Bool {
        x <= other.right && other.x <= right && y <= other.bottom && other.y <= bottom
    }

    /// True when the two share more than a rounding error.
    func overlaps(_ other: Box) -> Bool {
        min(right, other.right) - max(x, other.x) > 0.02 && min(bottom, other.bottom) - max(y, other.y) > 0.02
    }
}

struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
}
