import ArgumentParser
import Boot
import Store

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check all records (核验): refold every project, recompute every hash, chain and balance.",
        discussion: """
            Then holds all of them against the signed checkpoints. Changes nothing and may run beside the server. Ends \
            with 1 and names the first row that differs.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Stored files to compare with their hashes: none, sample or all.")
    private var files = FilesOption.sample

    func run() async throws {
        let check = files.check
        let (report, checked, signed) = try await database.withInstallation { installation in
            let report = try await Verifier(store: installation.store).verify { done in
                Terminal.progress("核验 \(done) 个项目…")
            }
            let checked = try await installation.verifyFiles(check) { done in
                Terminal.progress("核验 \(done) 个文件…")
            }
            Terminal.progress("")
            return (report, checked, try await installation.verifyCheckpoints())
        }
        if let difference = report.firstDifference {
            throw Failure(.dataSaysNo, "记录不符，请保全现场并比对备份。", difference)
        }
        if let difference = checked.difference {
            throw Failure(.dataSaysNo, "文件不符，请保全现场并比对备份。", difference)
        }
        print(
            "\(report.projects)个项目、\(report.events)条记录、\(report.movements)笔资金流水，全部相符。"
                + " / \(report.projects) projects, \(report.events) events, \(report.movements) movements: "
                + "all as they should be."
        )
        try signed.show()
        if checked.count > 0 {
            print("\(checked.count)个文件与哈希相符。 / \(checked.count) files match their hashes.")
        }
    }
}

/// How many files `--files` asks for; the words of `FileCheck`.
private enum FilesOption: String, ExpressibleByArgument, CaseIterable {
    case none, sample, all

    var check: FileCheck {
        switch self {
        case .none: .none
        case .sample: .sample
        case .all: .all
        }
    }
}
