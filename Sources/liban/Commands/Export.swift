import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a town's year as a ledger (台账) in the format of liban import.",
        discussion: "CSV in UTF-8 with a byte order mark, as spreadsheets open it. Importing it again changes nothing.")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "Year of the projects' numbers; default this year.")
    var year: Int?

    @Option(help: "File to write; standard output without it.")
    var out: String?

    func run() async throws {
        let sheet = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let today = installation.clock.now().civilDate
            let export = LedgerExport(projects: installation.store, directory: installation.directory)
            return try await export.sheet(town: town, year: year ?? today.year, on: today)
        }
        let text = CSVWriter.text(sheet)
        guard let out else { return print(text, terminator: "") }
        try FileOutput.write(Array(text.utf8), to: out)
        print("\(out)：\(sheet.lines.count)个项目。 / \(sheet.lines.count) projects.")
    }
}
