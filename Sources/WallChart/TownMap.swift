/// A picture of the town and where its units lie on it.
public struct TownMap: Hashable, Sendable {
    let picture: Picture
    let positions: [Position]

    /// A unit's place as fractions of the picture's width (from the left) and height (from the top).
    public struct Position: Hashable, Sendable {
        public let unit: String
        public let x: Double
        public let y: Double

        public init(unit: String, x: Double, y: Double) {
            self.unit = unit
            self.x = x
            self.y = y
        }
    }

    /// - Parameter picture: the bytes of a PNG or JPEG.
    /// - Throws: `ChartError.picture` for anything else, and for more than 40 million pixels.
    public init(picture: [UInt8], positions: [Position]) throws {
        guard let picture = Picture(picture) else { throw ChartError.picture }
        self.picture = picture
        self.positions = positions.filter { (0...1).contains($0.x) && (0...1).contains($0.y) }
    }
}
