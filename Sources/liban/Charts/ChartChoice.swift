public import ArgumentParser
import Foundation
import UseCases
public import WallChart
import Workflow

extension Paper: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}

/// What is drawn, as what, on which paper: the options that every command that draws has.
struct ChartChoice: ParsableArguments {
    @Option(
        help: """
            progress (进度图), stages (环节表), money (资金与保障图), map (分布图), board (公示栏), league (晾晒表); several with \
            commas, or all.
            """)
    var drawing: String?

    @Option(help: "svg, pdf, png, html, xlsx, csv, text, json; several with commas, or all.")
    var format: String?

    @Option(help: "A0, A1, A2, A3 or A4, landscape.")
    var paper: Paper?

    @Option(help: "Cut each sheet of the PDF into A3 or A4 pages with crop marks, to be glued together.")
    var tile: Paper?

    @Option(help: "office: everything; public: for the notice board, without names and inner words.")
    var audience: Audience?

    @Option(help: "Columns of a text chart, 80 to 200; default the terminal's, or 120.")
    var width: Int?

    @Flag(inversion: .prefixedNo, help: "Colours in a text chart; default where standard output is a terminal.")
    var colour: Bool?

    mutating func validate() throws {
        if let tile, tile != .A3, tile != .A4 { throw ValidationError("--tile takes A3 or A4.") }
        if let width, !(80...200).contains(width) { throw ValidationError("--width takes 80 to 200.") }
    }

    func drawings(_ usual: [Drawing]) throws -> [Drawing] {
        try Self.list(drawing, usual, "图", "drawing")
    }

    func formats(_ usual: [ChartFormat]) throws -> [ChartFormat] {
        try Self.list(format, usual, "格式", "format")
    }

    /// The terminal's width where there is one, within what the text chart can fill.
    var columns: Int {
        if let width { return width }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 120 }
        return min(max(Int(size.ws_col), 80), 200)
    }

    var isColoured: Bool {
        colour ?? (isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil)
    }

    private static func list<Word: CaseIterable & RawRepresentable<String>>(
        _ text: String?, _ usual: [Word], _ chinese: String, _ english: String
    ) throws -> [Word] {
        guard let text else { return usual }
        if text == "all" { return Array(Word.allCases) }
        var words: [Word] = []
        for name in text.split(separator: ",") {
            guard let word = Word(rawValue: name.filter { $0 != " " }) else {
                let known = Word.allCases.map(\.rawValue).joined(separator: ",")
                throw Failure(
                    .usage, "没有“\(name)”这种\(chinese)，可用\(known)。", "No \(english) \(name); use \(known).")
            }
            if !words.contains(where: { $0.rawValue == word.rawValue }) { words.append(word) }
        }
        guard !words.isEmpty else { throw Failure(.usage, "请写明\(chinese)。", "Name at least one \(english).") }
        return words
    }
}
