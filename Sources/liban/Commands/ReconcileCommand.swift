import ArgumentParser
import Boot
import Sheets
import Store
import UseCases
import Web
import Workflow

struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Compare a bank's statement (银行流水) with the ledger, row by row; changes nothing.",
        discussion: """
            FILE is the bank's CSV, UTF-8 or GB18030, with the bank's own header: 交易日期, 借方金额/贷方金额 or 交易金额 \
            with 收支, 对方户名, 摘要, 凭证号 and their usual variants; lines above the header are skipped. Amounts in yuan \
            or, where the header or the cell says so, in 万元; full-width digits are read.

            Each row is 相符 (matched), 有出入 (differing in amount, day or payee), 行有账无 (only at the bank) or \
            账有行无 (only in the ledger). Ends with 1 unless everything matches.
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: StatementOutput

    @Argument(help: "The bank's CSV.")
    var file: String

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "One programme (专项) only; default all of the town.")
    var programme: String?

    @Option(help: "First day compared; default the first of the file. Together with --to.")
    var from: String?

    @Option(help: "Last day compared; default the last of the file.")
    var to: String?

    @Option(help: "Days that a bank may book later or earlier than the office, 0 to 31.")
    var days = ReconciliationTerms.usualTolerance

    @Option(help: "auto, utf-8 or gb18030.")
    var encoding = TextEncoding.auto

    func run() async throws {
        guard let text = encoding.decode(try FileOutput.read(file)) else {
            throw Failure(
                .dataSaysNo, "\(file)不是\(encoding.names)编码的文本，请从网银另存为CSV。",
                "\(file) is not text in \(encoding.names); save it as CSV.")
        }
        let bank = BankSheet(CSVReader.read(text))
        for fault in bank.faults {
            Terminal.say("\(fault.line.map { "第\($0)行" } ?? "文件")：\(fault.chinese) / \(fault.english)")
        }
        let terms = try terms()
        let found = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            return try await installation.statements.reconcile(
                bank, town: town.id, terms, today: installation.clock.now().civilDate)
        }
        try output.write([found.sheet], json: { ReconciliationJSON.bytes(found, bank) })
        guard found.agrees, bank.faults.isEmpty else { throw Failure(.dataSaysNo) }
    }

    private func terms() throws -> ReconciliationTerms {
        guard ReconciliationTerms.tolerances.contains(days) else {
            throw Failure(.usage, "--days应在0至31之间。", "--days lies between 0 and 31.")
        }
        var terms = ReconciliationTerms(tolerance: days, programme: programme)
        if from != nil || to != nil {
            guard let from, let to else {
                throw Failure(.usage, "--from与--to要一起给出。", "Give --from and --to together.")
            }
            let (first, last) = (try CivilDate(argument: from, "--from"), try CivilDate(argument: to, "--to"))
            guard first <= last else { throw Failure(.usage, "--from晚于--to。", "--from lies after --to.") }
            terms.days = first...last
        }
        return terms
    }
}
