import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct AdminFund: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "Appropriate money to a town's fund of a year (指标下达), or list its funds.",
        discussion: """
            Without --amount the funds are listed. With it the money enters the fund as a movement of today, which \
            stays in the ledger; a fund that is not there is opened.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "The fund's year; default this year.")
    var year: Int?

    @Option(help: "The programme (专项); default the town's own.")
    var programme: String?

    @Option(help: "Yuan (元), such as 4000000.00.")
    var amount: String?

    @Option(help: "Why, such as the document's number (文号).")
    var reason: String?

    @Option(help: "Who appropriated it, by name or number, where it was somebody of the town.")
    var by: String?

    func run() async throws {
        guard let amount else { return try await list() }
        guard let money = Money(yuan: amount), money > .zero else {
            throw Failure(
                .usage, "金额“\(amount)”不对，应为0.01至10亿元，例如4000000.00。", "No amount: \(amount); give yuan like 4000000.00.")
        }
        guard let reason, reason.contains(where: { !$0.isWhitespace }) else {
            throw Failure(.usage, "请用--reason写明依据，例如文号。", "Say why with --reason.")
        }
        let fund = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let thisYear = installation.clock.now().civilDate.year
            let year = try Self.checked(year ?? thisYear, thisYear)
            let name = programme ?? town.programme
            guard try await installation.store.policies().contains(where: { $0.programme == name }) else {
                throw Failure(
                    .dataSaysNo, "没有“\(name)”这个专项，可用liban admin programme list查看。", "There is no programme \(name).")
            }
            let person = try await by.asyncMap { name in
                try await installation.store.people(town: town.id).named(name).id
            }
            return try await installation.appropriate(
                money, to: town, programme: name, year: year, by: person, reason: reason)
        }
        print("已下达\(money.yuanText)元。 / Appropriated \(money.yuanText) yuan.")
        if let fund { print(Self.table([fund])) }
    }

    /// A year far off is a slip of the finger.
    private static func checked(_ year: Int, _ thisYear: Int) throws -> Int32 {
        guard (thisYear - 10...thisYear + 1).contains(year) else {
            throw Failure(
                .usage, "年度\(year)不对，应在\(thisYear - 10)至\(thisYear + 1)之间。",
                "The year must be within \(thisYear - 10) to \(thisYear + 1).")
        }
        return Int32(year)
    }

    private func list() async throws {
        guard reason == nil, by == nil else {
            throw Failure(.usage, "请用--amount写明金额。", "Give the money with --amount.")
        }
        let funds = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            return try await installation.store.funds(town: town.id)
        }
        print(
            Self.table(
                funds.filter { fund in
                    (year.map { $0 == Int(fund.year) } ?? true) && (programme.map { $0 == fund.programme } ?? true)
                }))
    }

    private static func table(_ funds: [FundState]) -> String {
        var table = TextTable(header: [
            "programme 专项", "year 年度", "appropriated 下达", "held 占用", "paid 已拨", "recovered 收回", "free 可用(元)",
        ])
        for fund in funds {
            let balance = fund.balance
            table.add(
                [fund.programme, "\(fund.year)"]
                    + [balance.appropriated, balance.encumbered, balance.disbursed, balance.recovered, balance.free]
                    .map(\.yuanText))
        }
        return table.text
    }
}

extension Optional where Wrapped == String {
    /// What `body` makes of the text where there is one.
    fileprivate func asyncMap<Value>(_ body: (String) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await body(self)
    }
}
