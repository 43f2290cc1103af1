import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// What of the chart is looked at: which drawing, which rows, and for the wall which sheet. All of it stands in the
/// address, so that it can be kept, sent on, and opened without a script.
struct ChartView {
    /// `at` is not read: the page's script asks with it for the same drawing anew.
    static let parameters: Set = ["drawing", "area", "light", "stage", "sheet", "seconds", "printed", "at"]
    static let drawings = ["progress", "stages", "money", "map", "league", "board"]

    var drawing = "progress"
    var selection = ChartSelection()
    /// Counted from 1.
    var sheet = 1
    /// The edition that was printed just now.
    var printed: Int?
    /// How long the wall shows a sheet.
    var seconds = 20

    init(_ request: Request) throws {
        let query = try Query(request, allowed: Self.parameters)
        if let name = query["drawing"], !name.isEmpty {
            guard Self.drawings.contains(name) else {
                throw Query.wrong("drawing", "应为\(Self.drawings.joined(separator: "、"))之一", "it is no drawing")
            }
            drawing = name
        }
        func word(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }
        selection.area = word("area")
        selection.light = try word("light").map { text in
            guard let light = Light(rawValue: text) else {
                throw Query.wrong("light", "没有这种灯", "there is no such light")
            }
            return light
        }
        selection.stage = try word("stage").map { text in
            guard let stage = Stage(rawValue: text) else {
                throw Query.wrong("stage", "没有这个环节", "there is no such stage")
            }
            return stage
        }
        printed = try query["printed"].map { _ in try query.number("printed", 1...99_999, default: 1) }
        sheet = try query.number("sheet", 1...9999, default: 1)
        seconds = try query.number("seconds", 5...600, default: 20)
    }

    /// The part of an address behind the question mark.
    func query(sheet: Int? = nil) -> String {
        var parts = ["drawing=\(drawing)"]
        if let area = selection.area { parts.append("area=\(area.percentEncoded)") }
        if let light = selection.light { parts.append("light=\(light.rawValue)") }
        if let stage = selection.stage { parts.append("stage=\(stage.rawValue)") }
        if let sheet { parts.append("sheet=\(sheet)&seconds=\(seconds)") }
        return parts.joined(separator: "&")
    }
}
