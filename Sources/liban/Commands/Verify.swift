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

    func run() async throws {
        let (report, signed) = try await database.withInstallation { installation in
            let report = try await Verifier(store: installation.store).verify { done in
                Terminal.progress("核验 \(done) 个项目…")
            }
            Terminal.progress("")
            return (report, try await installation.verifyCheckpoints())
        }
        if let difference = report.firstDifference {
            throw Failure(.dataSaysNo, "记录不符，请保全现场并比对备份。", difference)
        }
        print(
            "\(report.projects)个项目、\(report.events)条记录、\(report.movements)笔资金流水，全部相符。"
                + " / \(report.projects) projects, \(report.events) events, \(report.movements) movements: "
                + "all as they should be."
        )
        try signed.show()
    }
}
