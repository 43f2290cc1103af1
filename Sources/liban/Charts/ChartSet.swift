import Boot
import Store
import UseCases
import WallChart
import Workflow

/// The files of one report: every drawing in every form, each form that is the same for all drawings once.
struct ChartSet: Sendable {
    let drawings: [Drawing]
    let formats: [ChartFormat]
    let paper: Paper
    let tiledOn: Paper?
    let audience: Audience
    let columns: Int
    let isColoured: Bool
    /// Where the QR code in the head leads; nil for none.
    let address: String?

    struct File: Sendable {
        let name: String
        let chart: WallChart
        let format: ChartFormat
    }

    /// - Parameter stem: what every file's name begins with.
    func files(stem: String, map: TownMap?) -> [File] {
        var files: [File] = []
        for (index, drawing) in shown(map).enumerated() {
            let chart = WallChart(
                drawing: drawing, audience: audience, paper: paper, tiledOn: tiledOn, textColumns: columns,
                textColour: isColoured, map: map, address: address, projectCodes: address != nil,
                link: { id in address.map { "\($0)/p/\(id)" } })
            let suffix = drawing == .progress ? "" : "-\(drawing.rawValue)"
            for format in formats {
                if format.isDrawn {
                    files.append(File(name: "\(stem)\(suffix).\(format.fileExtension)", chart: chart, format: format))
                } else if index == 0 {
                    files.append(File(name: "\(stem).\(format.fileExtension)", chart: chart, format: format))
                }
            }
        }
        return files
    }

    /// A town without a map has no map to draw.
    func shown(_ map: TownMap?) -> [Drawing] { drawings.filter { $0 != .map || map != nil } }

    /// A name that is a file's name on every system.
    static func stem(_ parts: String...) -> String {
        parts.joined(separator: "-").map { "/\\:*?\"<>|".contains($0) || $0.isWhitespace ? "_" : String($0) }.joined()
    }
}

extension ChartFormat {
    /// Whether it shows the drawing; ledgers, text and JSON are the same for all.
    var isDrawn: Bool {
        switch self {
        case .svg, .pdf, .png, .html: true
        case .xlsx, .csv, .text, .json: false
        }
    }
}

extension TownMap {
    /// - Throws: `ChartError.picture` when the stored picture is damaged.
    init(_ stored: StoredMap) throws {
        try self.init(
            picture: stored.picture,
            positions: stored.positions.map {
                Position(unit: $0.unit, x: Double($0.x) / 1000, y: Double($0.y) / 1000)
            })
    }
}

extension WallChart {
    /// One file's bytes, or what the user can do about it.
    func bytes(_ report: ChartReport, as format: ChartFormat) throws -> [UInt8] {
        do { return try render(report, as: format) } catch {
            throw Failure(.environment, "画不出\(format.rawValue)。", "\(format.rawValue) cannot be drawn: \(error)")
        }
    }
}
