import ArgumentParser
import Boot
import UseCases
import Workflow

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Set up a fictional town (演示): 云岭镇 with its people, fund and 42 projects.",
        discussion: """
            The ledger's days are moved by whole working days, so that today looks as 2026-11-20 does in it; \
            --as-recorded keeps them. Running it again changes nothing. The sign-ins share one password and are for \
            trying out only: a database that holds another town is refused.
            """)

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Keep the days of the ledger.")
    var asRecorded = false

    @Flag(help: "A whole city instead: 190 towns, 5,873 units, 15,259 projects; logins t1-clerk, t2-clerk and so on.")
    var city = false

    @Option(help: "Write the town's bank statement there, to try liban reconcile: one payment missing, one differing.")
    var bank: String?

    @Option(help: "Password of the demo sign-ins (at least 8 characters).")
    var password = "liban-demo"

    func run() async throws {
        guard password.count >= 8 else {
            throw Failure(.usage, "密码至少8个字符。", "The password needs at least 8 characters.")
        }
        if city { return try await runCity() }
        let (report, statement) = try await database.withInstallation { installation in
            let demo = Demo(installation, asRecorded: asRecorded, password: password)
            let report = try await demo.run { outcome in
                Terminal.progress("导入 \(outcome.row.number) \(outcome.row.title)")
            }
            return (report, try demo.bankStatement())
        }
        Terminal.progress("")
        if let bank {
            try FileOutput.write(Array(CSVWriter.text(statement).utf8), to: bank)
            print(bank)
        }
        let isChanged = report.outcomes.contains { if case .entered = $0.result { true } else { false } }
        guard report.isNew || isChanged else {
            print("演示镇\(report.town.name)已经在库里，未作改动。 / The demo town is there already; nothing was changed.")
            return
        }
        show(report)
        let refused = report.outcomes.filter { if case .refused = $0.result { true } else { false } }
        guard refused.isEmpty else {
            for finding in refused.flatMap(\.findings) { Terminal.say(finding.text) }
            throw Failure(.dataSaysNo, "\(refused.count)行未能导入。", "\(refused.count) rows were refused.")
        }
    }

    private func runCity() async throws {
        let start = ContinuousClock.now
        let report = try await database.withInstallation { installation in
            try await Demo(installation, asRecorded: false, password: password).runCity { done in
                Terminal.progress("导入 \(done) 个项目…")
            }
        }
        Terminal.progress("")
        let seconds = (ContinuousClock.now - start).components.seconds
        print(
            "\(report.towns)个镇、\(report.units)个村(社区)、\(report.projects)个项目，用时\(seconds)秒；演示密码\(password)。"
                + " / \(report.towns) towns, \(report.units) units, \(report.projects) projects in \(seconds) s; "
                + "sign in as t1-clerk with \(password).")
        guard report.refused.isEmpty else {
            for finding in report.refused.prefix(20) { Terminal.say(finding.text) }
            throw Failure(.dataSaysNo, "\(report.refused.count)行未能导入。", "\(report.refused.count) rows were refused.")
        }
    }

    private func show(_ report: Demo.Report) {
        let states = report.outcomes.compactMap { outcome -> State? in
            if case .entered(_, let state) = outcome.result { state } else { nil }
        }
        let counts = State.allCases.compactMap { state -> String? in
            let count = states.count { $0 == state }
            return count > 0 ? "\(state.chinese)\(count)" : nil
        }
        print(
            "\(report.town.county)\(report.town.name) \(report.year)年："
                + "\(states.count)个项目（\(counts.joined(separator: "、"))）"
        )
        guard report.isNew else { return }
        var table = TextTable(header: ["login 登录名", "name 姓名", "role 职务", "over 范围"])
        for line in report.signIns { table.add(line) }
        print("\n\(table.text)\n\n演示密码 / demo password: \(password)")
    }
}
