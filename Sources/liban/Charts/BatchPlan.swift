import Boot
import Foundation
import UseCases
import WallChart
import Workflow

/// What a batch makes: the same plan twice makes the same files, so what is finished is kept.
struct BatchPlan: Codable, Hashable, Sendable {
    var asOf: Instant
    let year: Int?
    let isKnownToday: Bool
    let prints: Bool
    let drawings: [String]
    let formats: [String]
    let paper: String
    let tile: String?
    let audience: String
    let address: String?

    init(_ set: ChartSet, _ request: ChartRequest, asOf: Instant) {
        self.asOf = asOf.minute
        year = request.year
        isKnownToday = request.knowledge == .ofToday
        prints = request.prints
        drawings = set.drawings.map(\.rawValue)
        formats = set.formats.map(\.rawValue)
        paper = set.paper.rawValue
        tile = set.tiledOn?.rawValue
        audience = set.audience.rawValue
        address = set.address
    }

    /// The same work at another minute.
    func isSameWork(as other: BatchPlan) -> Bool {
        var moved = other
        moved.asOf = asOf
        return self == moved
    }
}

/// `batch.json`: what the directory holds, and whether it is complete.
struct BatchState: Codable, Sendable {
    let plan: BatchPlan
    let isFinished: Bool

    static func read(in directory: String) -> BatchState? {
        StateFile.read(BatchState.self, from: "\(directory)/batch.json")
    }

    func write(in directory: String) throws { try StateFile.write(self, to: "\(directory)/batch.json") }
}

/// `set.json` beside a town's files: written last, so what it lists is there.
struct SetState: Codable, Sendable {
    struct File: Codable, Hashable, Sendable {
        let name: String
        let bytes: Int
    }

    let plan: BatchPlan
    let files: [File]
    let tally: TownTally

    /// The state of a folder whose files are all there in full; nil when anything is missing or of another plan.
    static func finished(_ plan: BatchPlan, in folder: String) -> SetState? {
        guard let state = StateFile.read(SetState.self, from: "\(folder)/set.json"), state.plan == plan else {
            return nil
        }
        let isWhole = state.files.allSatisfy { file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(file.name)")
            return (attributes?[.size] as? NSNumber)?.intValue == file.bytes
        }
        return isWhole ? state : nil
    }

    func write(in folder: String) throws { try StateFile.write(self, to: "\(folder)/set.json") }
}

private enum StateFile {
    static func read<Value: Decodable>(_ type: Value.Type, from path: String) -> Value? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try? JSONDecoder().decode(type, from: data)
    }

    static func write(_ value: some Encodable, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try FileOutput.write([UInt8](try encoder.encode(value)), to: path)
    }
}
