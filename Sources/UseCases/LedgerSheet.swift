/// A table as it was read from a file: text only, nothing understood yet.
public struct LedgerSheet: Hashable, Sendable {
    /// A line of fields with its place in the file, counted from 1 as a spreadsheet counts.
    public struct Line: Hashable, Sendable {
        public let number: Int
        public let fields: [String]

        public init(number: Int, fields: [String]) {
            self.number = number
            self.fields = fields
        }
    }

    /// The first line that is not empty.
    public let header: [String]
    public let lines: [Line]
    /// Lines whose quotes could not be read; the lines around them stand.
    public let damage: [LedgerFinding]

    public init(header: [String], lines: [Line], damage: [LedgerFinding] = []) {
        self.header = header
        self.lines = lines
        self.damage = damage
    }
}
