import ArgumentParser
import Boot
import Sheets
import Store
import UseCases
import Workflow

/// Which fund of which town.
struct StatementOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "The programme (专项); default the town's own.")
    var programme: String?

    @Option(help: "The fund's year; default its newest.")
    var year: Int?

    /// Runs `body` with the fund the options name.
    func withFund<Value>(_ body: (Installation, FundState) async throws -> Value) async throws -> Value {
        try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let name = programme ?? town.programme
            let funds = try await installation.store.funds(town: town.id).filter { $0.programme == name }
            let found = funds.filter { fund in year.map { $0 == Int(fund.year) } ?? true }.max { $0.year < $1.year }
            guard let fund = found else {
                throw Failure(
                    .dataSaysNo, "\(town.name)没有\(name)\(year.map { "\($0)年度" } ?? "")的资金，可用liban admin fund查看。",
                    "\(town.name) has no such fund; liban admin fund lists its funds.")
            }
            return try await body(installation, fund)
        }
    }
}

/// In which form, and where to.
struct StatementOutput: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, xlsx, json
    }

    @Option(help: "text, csv, xlsx or json.")
    var format = Format.text

    @Option(help: "File to write; default the terminal. A workbook needs one.")
    var out: String?

    func write(_ sheets: [Sheet], json: () -> [UInt8]) throws {
        let bytes: [UInt8]
        switch format {
        case .text: bytes = Array((sheets.map(\.terminalText).joined(separator: "\n\n") + "\n").utf8)
        case .csv: bytes = sheets.first.map(SheetCSV.file) ?? []
        case .json: bytes = json() + [0x0A]
        case .xlsx:
            guard out != nil else {
                throw Failure(.usage, "请用--out写明工作簿的文件名。", "Name the workbook with --out.")
            }
            do { bytes = try SheetXLSX.file(sheets, made: SystemClock().now()) } catch {
                throw Failure(.environment, "写不出工作簿。", "The workbook cannot be written: \(error)")
            }
        }
        guard let out else { return print(String(decoding: bytes, as: UTF8.self), terminator: "") }
        try FileOutput.write(bytes, to: out)
        print(out)
    }

    /// The statement itself has said what does not sum.
    static func check(_ sumsUp: Bool) throws {
        guard sumsUp else { throw Failure(.dataSaysNo) }
    }
}

extension Sheet {
    /// As a terminal shows it: columns that say nothing or little left out, long words last.
    var terminalText: String {
        let used = columns.indices.filter { index in
            !columns[index].isMinor && rows.contains { $0[index] != .nothing }
        }
        let shown = used.filter { !columns[$0].isLong } + used.filter { columns[$0].isLong }
        var table = TextTable(
            header: shown.map { columns[$0].head },
            atRight: Set(shown.indices.filter { place in rows.contains { $0[shown[place]].isNumeric } }))
        for row in rows { table.add(shown.map { row[$0].words }) }
        if let totals { table.add(shown.map { totals[$0].words }) }
        return ([title] + notes + (rows.isEmpty ? ["没有记录。"] : [table.text]) + remarks).joined(separator: "\n")
    }
}

extension Sheet.Column {
    /// Words of any length, which would push everything after them off the screen.
    fileprivate var isLong: Bool { width > 30 }
}
