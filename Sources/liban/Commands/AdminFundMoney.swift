import ArgumentParser
import Boot
import UseCases
import Workflow

struct AdminFundOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a year's fund without money in it (建立年度资金).")

    @OptionGroup var fund: FundOptions
    @Option(help: "Why, such as the document's number (文号).")
    var reason: String
    @Option(help: "Who does it, by name or number; default whoever is in office as finance or director.")
    var by: String?

    func run() async throws {
        let opened = try await fund.database.withInstallation { installation in
            let key = try await fund.key(installation, by: by, as: WriteOperation.openFund.permitted)
            return try await installation.fundOffice.open(
                programme: key.programme, year: key.year, reason: reason, by: key.person)
        }
        print("已建立。 / Opened.\n" + FundOptions.table([opened]))
    }
}

struct AdminFundAppropriate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appropriate", abstract: "Put an instalment into a fund (指标下达，可分批).")

    @OptionGroup var fund: FundOptions
    @Argument(help: "Yuan (元), such as 4000000.00.")
    var amount: String
    @Option(help: "Why, such as the document's number (文号).")
    var reason: String
    @Option(help: "Who does it, by name or number; default whoever is in office as finance or director.")
    var by: String?

    func run() async throws {
        let money = try FundOptions.amount(amount)
        let after = try await fund.withFund(by: by, for: .appropriate) { installation, fund, person in
            try await installation.fundOffice.appropriate(money, to: fund.id, reason: reason, by: person)
        }
        print("已下达\(money.yuanText)元。 / Appropriated \(money.yuanText) yuan.\n" + FundOptions.table([after]))
    }
}

struct AdminFundCorrect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Put a movement of the fund right (更正): it is taken back as a whole, and what is right posted anew.",
        discussion: """
            Only movements of the fund itself: instalments and sweeps. A payment is corrected in its project. \
            Without --amount the movement is taken back and nothing put in its place.
            """)

    @OptionGroup var fund: FundOptions
    @Argument(help: "The movement's number in the fund's ledger (流水号).")
    var movement: Int64
    @Option(help: "What is right, in yuan (元).")
    var amount: String?
    @Option(help: "Why.")
    var reason: String
    @Option(help: "Who does it, by name or number; default whoever is in office as finance.")
    var by: String?

    func run() async throws {
        let right = try amount.map { try FundOptions.amount($0) }
        let after = try await fund.withFund(by: by, for: .correctFund) { installation, fund, person in
            try await installation.fundOffice.correct(
                movement, to: right, in: fund.id, reason: reason, by: person)
        }
        print("已更正第\(movement)号流水。 / Movement \(movement) is corrected.\n" + FundOptions.table([after]))
    }
}
