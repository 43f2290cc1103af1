public import ArgumentParser
public import Boot
import Store
import UseCases
import Workflow

extension TextEncoding: ExpressibleByArgument {}

struct Import: AsyncParsableCommand {
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case ledger, calendar
    }

    static let configuration = CommandConfiguration(
        abstract: "Import a table: a town's ledger (台账) of past projects, or the working calendar (节假日表).",
        discussion: """
            Says row by row what would happen and changes nothing; --commit does it. Every row of a ledger goes \
            through the rules with its own days and is marked 补录; one row is one transaction, and a row that is \
            refused keeps no other out. Numbers imported before are left alone, so an import can be repeated after \
            mending a file. Ends with 1 when a row has an error.
            """)

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "A CSV file, UTF-8 (with or without a byte order mark) or GB18030.")
    var file: String

    @Option(help: "ledger or calendar.")
    var kind = Kind.ledger

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Flag(help: "Do it.")
    var commit = false

    @Flag(help: "Take a missing day of a past step from the step before, with a note, instead of refusing the row.")
    var lenient = false

    @Option(help: "auto, utf-8 or gb18030.")
    var encoding = TextEncoding.auto

    func run() async throws {
        guard let text = encoding.decode(try FileOutput.read(file)) else {
            throw Failure(
                .dataSaysNo, "\(file)不是\(encoding.names)编码的文本，请另存为UTF-8的CSV。",
                "\(file) is not text in \(encoding.names); save it as CSV in UTF-8.")
        }
        let sheet = CSVReader.read(text)
        switch kind {
        case .ledger: try await importLedger(Ledger(sheet))
        case .calendar: try await CalendarImport(database: database, commit: commit).run(sheet)
        }
    }

    private func importLedger(_ ledger: Ledger) async throws {
        for finding in ledger.findings { print(finding.text) }
        let options = LedgerImport.Options(commit: commit, assumesDays: lenient)
        let outcomes = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            return try await installation.ledgerImport.run(ledger, town: town, options: options) { outcome in
                if !outcome.findings.isEmpty { Terminal.progress("") }
                for finding in outcome.findings { print(finding.text) }
                Terminal.progress("\(commit ? "导入" : "核对") \(outcome.row.number)")
            }
        }
        Terminal.progress("")
        try summarize(ledger, outcomes)
    }

    private func summarize(_ ledger: Ledger, _ outcomes: [LedgerOutcome]) throws {
        var entered = 0
        var already = 0
        var states: [State: Int] = [:]
        for outcome in outcomes {
            switch outcome.result {
            case .entered(_, let state):
                entered += 1
                states[state, default: 0] += 1
            case .already: already += 1
            case .refused: break
            }
        }
        let refused = Set((ledger.findings + outcomes.flatMap(\.findings)).filter(\.fault.isError).map(\.line)).count
        let counts = State.allCases.compactMap { state in states[state].map { "\(state.chinese)\($0)" } }
        print(
            "\(commit ? "已导入" : "可导入")\(entered)个\(counts.isEmpty ? "" : "（\(counts.joined(separator: "、"))）")，"
                + "已有\(already)个，有误\(refused)行。 / \(commit ? "Imported" : "Would import") \(entered), "
                + "there before \(already), with errors \(refused)."
                + (commit ? "" : " 未作改动，加--commit执行。 / Nothing was changed; --commit does it."))
        if refused > 0 { throw Failure(.dataSaysNo) }
    }
}
