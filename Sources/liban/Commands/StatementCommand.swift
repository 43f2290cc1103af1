import ArgumentParser
import Boot
import Sheets
import Store
import UseCases
import Web
import Workflow

struct StatementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Statements and reports of a town's money (资金账): fund, project, month, year, committed.",
        discussion: """
            Amounts are in yuan. A movement counts on its booking day (记账日): the day it happened, or, when its month \
            had already ended before it was written down, the day it was written down. So the report of an ended month \
            never changes, and a cancelled project's money returns in the month of the cancellation. Each statement \
            says whether it sums. Ends with 1 when one does not.

            liban statement fund --year 2026 --as-of 2026-06-30
            liban statement month 2026-11 --format xlsx --out 月报.xlsx
            """,
        subcommands: [FundPart.self, ProjectPart.self, MonthPart.self, YearPart.self, CommittedPart.self])

    struct FundPart: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fund",
            abstract: "A fund line by line (资金明细账): opening, every movement with the balances after it, closing.")

        @OptionGroup var options: StatementOptions
        @OptionGroup var output: StatementOutput
        @Option(help: "First booking day; default the fund's beginning.") var from: String?
        @Option(help: "Last booking day; default today.") var asOf: String?

        func run() async throws {
            let statement = try await options.withFund { installation, fund in
                let to = try asOf.map { try CivilDate(argument: $0, "--as-of") } ?? installation.clock.now().civilDate
                let from = try from.map { try CivilDate(argument: $0, "--from") }
                if let from, from > to { throw Failure(.usage, "--from晚于--as-of。", "--from lies after --as-of.") }
                return try await installation.statements.fund(fund, from: from, to: to)
            }
            try output.write([statement.sheet], json: { StatementJSON.bytes(statement) })
            try StatementOutput.check(statement.sumsUp != false)
        }
    }

    struct ProjectPart: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "project", abstract: "A project's money and its tranche plan (项目资金账、拨付计划).")

        @OptionGroup var options: StatementOptions
        @OptionGroup var output: StatementOutput
        @Argument(help: "The project's key, such as 1-2026-7, or its number, such as 云书办〔2026〕7号.") var project: String

        func run() async throws {
            let statement = try await options.database.withInstallation { installation in
                let town = try await installation.store.towns().named(options.town)
                let today = installation.clock.now().civilDate
                guard let id = try await Self.id(project, installation, town) else {
                    throw Failure(.dataSaysNo, "\(town.name)没有项目“\(project)”。", "There is no project \(project).")
                }
                return try await installation.statements.project(id, until: today)
            }
            try output.write(statement.sheets, json: { StatementJSON.bytes(statement) })
            try StatementOutput.check(statement.sumsUp)
        }

        private static func id(
            _ text: String, _ installation: Installation, _ town: Town
        ) async throws -> ProjectID? {
            if let id = ProjectID(text) { return id.town == town.id ? id : nil }
            if let id = try await installation.store.imported(town: town.id, numbers: [text])[text] { return id }
            // 云书办〔2026〕7号: what comes in brackets and after them is the key.
            let parts = text.split(whereSeparator: { "〔〕[]号".contains($0) })
            guard parts.count == 3, let year = Int32(parts[1]), let serial = Int32(parts[2]) else { return nil }
            return ProjectID(town: town.id, year: year, serial: serial)
        }
    }

    struct MonthPart: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "month", abstract: "A month of a fund (资金月报): what moved, beside the sums to date.")

        @OptionGroup var options: StatementOptions
        @OptionGroup var output: StatementOutput
        @Argument(help: "The month, such as 2026-11; default this month.") var month: String?

        func run() async throws {
            let report = try await options.withFund { installation, fund in
                let today = installation.clock.now().civilDate
                return try await installation.statements.month(fund, of: try month.map(Self.first) ?? today)
            }
            try output.write(report.sheets, json: { StatementJSON.bytes(report) })
            try StatementOutput.check(report.statement.sumsUp == true)
        }

        private static func first(_ text: String) throws -> CivilDate {
            guard let day = CivilDate(month: text) else {
                throw Failure(
                    .usage, "没有“\(text)”这个月，请写成2026-11的样子。", "There is no month \(text); write it like 2026-11.")
            }
            return day
        }
    }

    struct YearPart: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "year", abstract: "A fund month by month (资金年报).")

        @OptionGroup var options: StatementOptions
        @OptionGroup var output: StatementOutput
        @Option(help: "Last booking day; default today.") var asOf: String?

        func run() async throws {
            let report = try await options.withFund { installation, fund in
                let to = try asOf.map { try CivilDate(argument: $0, "--as-of") } ?? installation.clock.now().civilDate
                return try await installation.statements.year(fund, until: to)
            }
            try output.write([report.sheet], json: { StatementJSON.bytes(report) })
            try StatementOutput.check(report.sumsUp)
        }
    }

    struct CommittedPart: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "committed",
            abstract: "What is awarded and not paid (已批未付) at the end of a day, such as the year's.")

        @OptionGroup var options: StatementOptions
        @OptionGroup var output: StatementOutput
        @Option(help: "The day; default the last of the fund's year, or today while that lies ahead.") var asOf: String?

        func run() async throws {
            let report = try await options.withFund { installation, fund in
                let today = installation.clock.now().civilDate
                let last = min(today, CivilDate(year: Int(fund.year), month: 12, day: 31) ?? today)
                let day = try asOf.map { try CivilDate(argument: $0, "--as-of") } ?? last
                return try await installation.statements.committed(fund, on: day)
            }
            try output.write([report.sheet], json: { StatementJSON.bytes(report) })
            try StatementOutput.check(report.sumsUp)
        }
    }
}
