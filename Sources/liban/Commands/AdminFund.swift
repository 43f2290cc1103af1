import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct AdminFund: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "A town's funds: open, appropriate (指标下达), correct (更正), and the turn of the year (年末).",
        discussion: """
            Everything done to a fund is a movement or an act that stays in the ledger; nothing is ever edited. Each \
            has a reason (--reason) and somebody in office who does it (--by; default whoever holds the office today).
            At the year's end: carry-forward takes what running projects still hold into the next year's fund, sweep \
            gives back what is left, close ends the year. A closed year refuses every movement until it is reopened.
            """,
        subcommands: [
            AdminFundList.self, AdminFundOpen.self, AdminFundAppropriate.self, AdminFundCorrect.self,
            AdminFundCarryForward.self, AdminFundSweep.self, AdminFundClose.self, AdminFundReopen.self,
        ],
        defaultSubcommand: AdminFundList.self)
}

/// Which fund, in every command about one.
struct FundOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "The fund's year (年度); default this year.")
    var year: Int?

    @Option(help: "The programme (专项); default the town's own.")
    var programme: String?

    /// The town, what the fund is of, and whoever holds one of the roles.
    func key(
        _ installation: Installation, by name: String?, as roles: [Role]
    ) async throws -> (town: Town, programme: String, year: Int32, person: Person) {
        let town = try await installation.store.towns().named(town)
        let today = installation.clock.now().civilDate
        let person = try await installation.store.people(town: town.id).acting(name, as: roles, on: today)
        guard let year = Int32(exactly: year ?? today.year) else {
            throw Failure(.usage, "年度不对。", "The year is not one.")
        }
        return (town, programme ?? town.programme, year, person)
    }

    /// Runs `body` on the fund.
    func withFund<Value>(
        by name: String?, for operation: WriteOperation,
        _ body: (Installation, FundState, Person) async throws -> Value
    ) async throws -> Value {
        try await database.withInstallation { installation in
            let key = try await key(installation, by: name, as: operation.permitted)
            let fund = try await installation.store.fund(town: key.town.id, programme: key.programme, year: key.year)
            guard let fund else {
                throw Failure(
                    .dataSaysNo, "没有\(key.programme)\(key.year)年度的资金，请先用liban admin fund open建立。",
                    "There is no fund of \(key.programme) \(key.year); open it first.")
            }
            return try await body(installation, fund, key.person)
        }
    }

    static func amount(_ text: String) throws -> Money {
        guard let money = Money(yuan: text) else {
            throw Failure(
                .usage, "金额“\(text)”不对，应为0.01至10亿元、精确到分，例如4000000.00。",
                "No amount: \(text); give yuan like 4000000.00.")
        }
        return money
    }

    static func table(_ funds: [FundState]) -> String {
        var table = TextTable(header: [
            "programme 专项", "year 年度", "appropriated 下达", "brought 上年结转", "held 占用", "paid 已拨", "recovered 收回",
            "carried 结转下年", "swept 统筹收回", "free 可用(元)", "closed 关账",
        ])
        for fund in funds {
            let balance = fund.balance
            table.add(
                [fund.programme, "\(fund.year)"]
                    + [
                        balance.appropriated, balance.broughtForward, balance.encumbered, balance.disbursed,
                        balance.recovered, balance.carriedForward, balance.swept, balance.free,
                    ].map(\.yuanText) + [fund.closedOn?.description ?? ""])
        }
        return table.text
    }
}

struct AdminFundList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List a town's funds with what they hold (资金一览).")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    func run() async throws {
        let funds = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            return try await installation.store.funds(town: town.id)
        }
        print(FundOptions.table(funds))
    }
}
