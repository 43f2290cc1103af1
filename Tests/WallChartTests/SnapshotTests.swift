import Testing
import Workflow

@testable import WallChart

/// What each drawing of the town is made of, kept word for word: a change of a drawing is seen here first, and is
/// then looked at (`ProofTests`) before the new lines are taken over.
@Suite struct SnapshotTests {
    private func shapes(_ drawing: Drawing) throws -> [Shape] {
        var report = Town.report()
        if drawing == .league { report.comparison = Town.lastWeek(report) }
        let style = SheetStyle(
            drawing: drawing, map: try TownMaps.map(report), address: "https://liban.example/c/K7Q2",
            link: { "https://liban.example/p/\($0)" })
        var sheet = ChartSheet(
            report, facts: ChartFacts(report),
            sheet: Sheet.tall(
                .A0, rows: drawing == .league ? report.units.count : report.projects.count, drawing),
            style: style)
        return sheet.draw()
    }

    /// Kinds of shapes with their number, and two sums: one over all words, one over all places.
    private func summary(_ shapes: [Shape]) -> String {
        var counts: [String: Int] = [:]
        var words: UInt32 = 2_166_136_261
        var places = 0.0
        for shape in shapes {
            let kind =
                switch shape {
                case .rectangle: "rect"
                case .line: "line"
                case .polygon: "polygon"
                case .circle: "circle"
                case .modules: "code"
                case .picture: "picture"
                case .text: "text"
                case .linkStart, .linkEnd: "link"
                }
            counts[kind, default: 0] += 1
            if let box = shape.bounds { places += box.x + 2 * box.y }
            if case .text(let run) = shape {
                for byte in run.text.utf8 { words = (words ^ UInt32(byte)) &* 16_777_619 }
            }
        }
        let list = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(list); words \(words), places \(Int(places.rounded()))"
    }

    private static let kept: [Drawing: String] = [
        .board: "circle 15, code 1, line 98, link 84, polygon 5, rect 42, text 698; words 331353844, places 3430571",
        .league: "circle 4, code 1, line 41, polygon 4, rect 15, text 360; words 3066640958, places 1661232",
        .map: "circle 39, code 1, line 19, picture 1, polygon 7, rect 67, text 83; words 2775120266, places 786290",
        .money: "circle 15, code 1, line 127, link 84, polygon 5, rect 151, text 543; words 1804431471, places 3050273",
        .progress:
            "circle 30, code 1, line 245, link 84, polygon 53, rect 567, text 707; words 3266087442, places 6104700",
        .stages:
            "circle 15, code 1, line 522, link 84, polygon 5, rect 126, text 935; words 991783271, places 6368596",
    ]

    @Test(arguments: Drawing.allCases) func theDrawingIsAsItWasLookedAt(drawing: Drawing) throws {
        let now = summary(try shapes(drawing))
        #expect(now == Self.kept[drawing], "if the new drawing has been looked at, keep: \(drawing): \"\(now)\",")
    }

    @Test func twoDrawingsOfTheSameReportAreEqual() throws {
        for drawing in Drawing.allCases { #expect(try shapes(drawing) == shapes(drawing)) }
    }
}
