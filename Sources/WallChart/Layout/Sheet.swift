/// The measures of one sheet, all as multiples of the project name's size (`em`).
struct Sheet {
    let width: Double
    let height: Double
    let em: Double
    let isFirst: Bool
    /// 1-based.
    let number: Int
    let of: Int
    /// The rows of the report on this sheet.
    let rows: Range<Int>
    let rowHeight: Double
    /// Its place in a pack, where several drawings are bound together.
    var bound: Page?

    struct Page {
        let number: Int
        let of: Int
    }

    /// What is printed on it.
    var page: Page { bound ?? Page(number: number, of: of) }

    static let side = 1.5
    static let top = 1.4
    static let foot = 1.1
    static let title = 4.0
    static let gap = 0.5
    static let header = 2.9
    static let totals = 1.6
    static let legend = 2.3
    /// Few rows stand wide, but not so wide that a line is lost on its way across.
    private static func mostRow(_ drawing: Drawing) -> Double {
        switch drawing {
        case .progress, .stages, .money, .map: 2.2
        case .board: 3.2
        case .league: 4.2
        }
    }

    /// A notice board is read standing: what leaves room for it is set larger.
    private static func em(_ paper: Paper, rows: Int, _ drawing: Drawing) -> Double {
        let large = paper.em * 1.25
        let fits = rows <= capacity(paper.points.height / large, drawing, isFirst: true)
        return drawing == .board && fits ? large : paper.em
    }

    /// Height of the band over the table on the first sheet.
    static func band(_ drawing: Drawing) -> Double {
        switch drawing {
        case .progress, .league: 9.4
        case .money: 2.6
        case .stages, .map, .board: 0
        }
    }

    /// The least height of a row: one line of the name at full size, or two lines of what its cells hold.
    static func leastRow(_ drawing: Drawing) -> Double {
        switch drawing {
        case .progress, .league: 1.42
        case .stages, .board: 1.62
        case .money: 1.5
        case .map: 0
        }
    }

    /// Everything between the margins.
    var content: Box {
        Box(
            x: Self.side * em, y: Self.top * em, width: width - 2 * Self.side * em,
            height: height - (Self.top + Self.foot) * em)
    }

    /// Height of everything but the rows, in em.
    private static func fixed(_ drawing: Drawing, isFirst: Bool) -> Double {
        let band = band(drawing)
        return top + title + gap + (isFirst && band > 0 ? band + gap : 0) + header + totals + gap + legend + foot
    }

    /// The map has all rows on its one sheet.
    private static func capacity(_ heightInEm: Double, _ drawing: Drawing, isFirst: Bool) -> Int {
        if drawing == .map { return Int.max }
        return max(1, Int((heightInEm - fixed(drawing, isFirst: isFirst)) / leastRow(drawing)))
    }

    /// Sheets of one paper: as many rows on each as stay readable, later sheets filled evenly.
    static func pages(_ paper: Paper, rows: Int, _ drawing: Drawing = .progress) -> [Sheet] {
        let (width, height) = paper.points
        let em = em(paper, rows: rows, drawing)
        let heightInEm = height / em
        let first = min(rows, capacity(heightInEm, drawing, isFirst: true))
        let later = capacity(heightInEm, drawing, isFirst: false)
        let rest = rows - first
        let more = rest == 0 ? 0 : (rest - 1) / later + 1
        var bounds = [0, first]
        for page in 0..<more { bounds.append(first + rest * (page + 1) / more) }
        return (0...more).map { page in
            let range = bounds[page]..<bounds[page + 1]
            let room = heightInEm - fixed(drawing, isFirst: page == 0)
            return Sheet(
                width: width, height: height, em: em, isFirst: page == 0, number: page + 1, of: more + 1,
                rows: range, rowHeight: min(mostRow(drawing), room / Double(max(1, range.count))) * em)
        }
    }

    /// One sheet as wide as the paper and as tall as it takes, never less than the paper.
    static func tall(_ paper: Paper, rows: Int, _ drawing: Drawing = .progress) -> Sheet {
        let (width, height) = paper.points
        let fits = rows <= capacity(height / paper.em, drawing, isFirst: true)
        if fits, let sheet = pages(paper, rows: rows, drawing).first { return sheet }
        let needed = (fixed(drawing, isFirst: true) + leastRow(drawing) * 1.06 * Double(rows)) * paper.em
        return Sheet(
            width: width, height: max(height, needed), em: paper.em, isFirst: true, number: 1, of: 1, rows: 0..<rows,
            rowHeight: leastRow(drawing) * 1.06 * paper.em)
    }
}
