import ArgumentParser
import Boot
import Foundation
import Store
import UseCases
import WallChart
import Workflow

struct AdminMap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Register the town's base picture (底图) with the places of its units, for the map drawing (分布图).",
        discussion: """
            --picture is a PNG or JPEG of at most 8 MiB. --positions is a CSV file with the columns unit,x,y: where \
            each unit lies, in thousandths of the picture's width from the left and of its height from the top. Units \
            left out are listed beside the map. Without options the registered places are printed as such a CSV.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "The picture's file.")
    var picture: String?

    @Option(help: "The CSV file with unit,x,y; without it a new picture keeps the places registered before.")
    var positions: String?

    func run() async throws {
        guard picture != nil || positions != nil else { return try await show() }
        let bytes = try picture.map { try Self.picture($0) }
        let rows = try positions.map { try FileOutput.read($0) }
        try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let before = try await installation.store.map(nil, town: town.id)
            guard let bytes = bytes ?? before?.picture else {
                throw Failure(.usage, "请用--picture给出底图。", "Give the picture with --picture.")
            }
            let today = installation.clock.now().civilDate
            let units = try await installation.store.units(town: town.id, on: today).map(\.name)
            let places = try rows.map { try Self.places($0, units) } ?? before?.positions ?? []
            let number = try await installation.store.addMap(picture: bytes, positions: places, town: town.id)
            let missing = units.filter { unit in !places.contains { $0.unit == unit } }
            print("第\(number)幅底图，标了\(places.count)个村（社区）。 / Map \(number) with \(places.count) places.")
            if !missing.isEmpty { print("未标：\(missing.joined(separator: "、"))") }
        }
    }

    private func show() async throws {
        let map = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            return try await installation.store.map(nil, town: town.id)
        }
        guard let map else {
            throw Failure(
                .dataSaysNo, "还没有底图，请用--picture和--positions登记。", "There is no map; give --picture and --positions.")
        }
        print("unit,x,y")
        for place in map.positions { print("\(place.unit),\(place.x),\(place.y)") }
    }

    private static func picture(_ path: String) throws -> [UInt8] {
        let bytes = try FileOutput.read(path)
        let most = 8 << 20
        guard bytes.count <= most, (try? TownMap(picture: bytes, positions: [])) != nil else {
            throw Failure(
                .usage, "\(path)不能作底图：应为不超过8 MiB、4000万像素的PNG或JPEG。",
                "\(path) is no map: give a PNG or JPEG of at most 8 MiB and 40 million pixels.")
        }
        return bytes
    }

    private static func places(_ bytes: [UInt8], _ units: [String]) throws -> [UnitPosition] {
        guard let text = TextEncoding.auto.decode(bytes) else {
            throw Failure(.usage, "坐标文件不是文本。", "The file of places is not text.")
        }
        var places: [UnitPosition] = []
        let sheet = CSVReader.read(text)
        guard sheet.header == ["unit", "x", "y"], sheet.damage.isEmpty else {
            throw Failure(.usage, "坐标文件的表头应为unit,x,y。", "The places need the columns unit,x,y.")
        }
        for line in sheet.lines {
            let cells = line.fields.map { $0.filter { !$0.isWhitespace } }
            guard cells.count == 3, units.contains(cells[0]), let x = Int(cells[1]), let y = Int(cells[2]),
                (0...1000).contains(x), (0...1000).contains(y)
            else {
                throw Failure(
                    .usage, "坐标文件第\(line.number)行不对，应为“村名,横,纵”，村名须是本镇的，横、纵为0至1000。",
                    "Line \(line.number) of the places is wrong: unit,x,y with a unit of this town and 0 to 1000.")
            }
            places.append(UnitPosition(unit: cells[0], x: x, y: y))
        }
        return places
    }
}
