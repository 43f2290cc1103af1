import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct AdminFundCarryForward: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carry-forward",
        abstract: "Take what projects still hold into the next year's fund (结转下年).",
        discussion: """
            Shows project by project what would happen; --commit does it. The next year's fund has to be open. Again \
            changes nothing: what was carried over is not held here any more.
            """)

    @OptionGroup var fund: FundOptions
    @Option(help: "Why.")
    var reason: String
    @Option(help: "Who does it, by name or number; default whoever is in office as finance.")
    var by: String?
    @Flag(help: "Do it, instead of showing it.")
    var commit = false

    func run() async throws {
        try await YearEndBatch(fund: fund, by: by, commit: commit).run(
            .carryForward(Reasoned(reason: reason)), done: ("结转", "carried forward"))
    }
}

struct AdminFundSweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Give money back to the treasury (统筹收回): what is free, or what projects hold.",
        discussion: """
            Sweeps the free balance, or the --amount of it. With --held, what projects hold and have not settled is \
            first taken back into the free balance, project by project; that takes the director. Shows what would \
            happen; --commit does it.
            """)

    @OptionGroup var fund: FundOptions
    @Option(help: "Yuan (元); default all that is free.")
    var amount: String?
    @Flag(help: "Take back what running projects hold.")
    var held = false
    @Option(help: "Why.")
    var reason: String
    @Option(
        help: "Who does it, by name or number; default whoever is in office as finance, or with --held as director.")
    var by: String?
    @Flag(help: "Do it, instead of showing it.")
    var commit = false

    func run() async throws {
        if held {
            guard amount == nil else { throw Failure(.usage, "--held不能与--amount同用。", "Give --held or --amount.") }
            return try await YearEndBatch(fund: fund, by: by, commit: commit).run(
                .sweep(Reasoned(reason: reason)), done: ("收回", "taken back"))
        }
        let money = try amount.map { try FundOptions.amount($0) }
        let (before, after) = try await fund.withFund(by: by, for: .sweepFund) { installation, fund, person in
            guard commit else { return (fund, nil as FundState?) }
            return (
                fund, try await installation.fundOffice.sweep(money, of: fund.id, reason: reason, by: person)
            )
        }
        guard let after else {
            let swept = (money ?? before.balance.free).yuanText
            print("将统筹收回\(swept)元；加--commit办理。 / \(swept) yuan would be swept; --commit does it.")
            return print(FundOptions.table([before]))
        }
        print("已统筹收回。 / Swept.\n" + FundOptions.table([after]))
    }
}

struct AdminFundClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close a fund's year (关账): nothing held, nothing left; no money moves after it."
    )

    @OptionGroup var fund: FundOptions
    @Option(help: "Why.")
    var reason: String
    @Option(help: "Who does it, by name or number; default whoever is in office as finance.")
    var by: String?

    func run() async throws {
        let after = try await fund.withFund(by: by, for: .closeYear) { installation, fund, person in
            try await installation.fundOffice.close(fund.id, reason: reason, by: person)
        }
        print("\(after.year)年度已关账。 / The year \(after.year) is closed.\n" + FundOptions.table([after]))
    }
}

struct AdminFundReopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Open a closed year again (重新打开), by the director.")

    @OptionGroup var fund: FundOptions
    @Option(help: "Why.")
    var reason: String
    @Option(help: "Who does it, by name or number; default whoever is in office as director.")
    var by: String?

    func run() async throws {
        let after = try await fund.withFund(by: by, for: .reopenYear) { installation, fund, person in
            try await installation.fundOffice.reopen(fund.id, reason: reason, by: person)
        }
        print("\(after.year)年度已重新打开。 / The year \(after.year) is open again.\n" + FundOptions.table([after]))
    }
}

/// A command over every project that holds money of a fund.
private struct YearEndBatch {
    let fund: FundOptions
    let by: String?
    let commit: Bool

    func run(_ command: Command, done: (zh: String, en: String)) async throws {
        let (lines, after) = try await fund.database.withInstallation { installation in
            let key = try await fund.key(installation, by: by, as: command.kind.permitted)
            let store = installation.store
            guard let state = try await store.fund(town: key.town.id, programme: key.programme, year: key.year) else {
                throw Failure(.dataSaysNo, FundRefusal.fundMissing.chinese, FundRefusal.fundMissing.english)
            }
            let lines = try await installation.yearEnd.run(command, on: state, by: key.person, commit: commit)
            return (lines, try await store.funds(town: key.town.id).filter { $0.programme == key.programme })
        }
        var table = TextTable(header: ["number 编号", "project 项目", "held 占用(元)", commit ? "done 结果" : "would 将会"])
        for line in lines {
            var outcome = commit ? "已\(done.zh) \(done.en)" : done.zh
            if case .refused(let refusal)? = line.failure { outcome = "不办：" + refusal.chinese }
            table.add([line.project.labels.number, line.project.summary.title, line.held.yuanText, outcome])
        }
        print(table.text)
        print(FundOptions.table(after))
        let good = lines.filter { $0.failure == nil }
        let sum = good.reduce(Money.zero) { $0 + $1.held }.yuanText
        print(
            commit
                ? "已\(done.zh)\(good.count)个项目、\(sum)元。 / \(good.count) projects, \(sum) yuan \(done.en)."
                : "将\(done.zh)\(good.count)个项目、\(sum)元；加--commit办理。 / "
                    + "\(good.count) projects, \(sum) yuan would be \(done.en); --commit does it."
        )
        if good.count < lines.count { throw Failure(.dataSaysNo) }
    }
}
