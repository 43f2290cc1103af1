public import ArgumentParser
import Boot
import Store
import UseCases
public import Workflow

extension Duty: ExpressibleByArgument {}

struct AdminException: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exception",
        abstract: "Leave for one person to hold two duties (一人兼两职), in towns too small to separate them.",
        discussion: """
            Without duties the leave given so far is listed. Leave is the director's, for a time and with a reason; it \
            is never removed and every use of it stays visible in the log. Duties: apply 申报, verify 核实, endorse \
            领导同意, award 批复, accept 验收, pay 拨付, close 销号.
            """)

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The two duties, such as verify accept.")
    var duties: [Duty] = []

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "First day; default today.")
    var from: String?

    @Option(help: "Last day, inclusive.")
    var to: String?

    @Option(help: "Why.")
    var reason: String?

    @Option(help: "The director who gives it, by name or number; default whoever is in office.")
    var by: String?

    func run() async throws {
        if duties.isEmpty { return try await list() }
        guard duties.count == 2 else { throw Failure(.usage, "请写两项职责。", "Name two duties.") }
        guard let to else { throw Failure(.usage, "请用--to写明止日。", "Give the last day with --to.") }
        let last = try CivilDate(argument: to, "--to")
        let first = try from.map { try CivilDate(argument: $0, "--from") }
        let (exception, director) = try await database.withInstallation { installation in
            let today = installation.clock.now().civilDate
            let town = try await installation.store.towns().named(town)
            let director = try await installation.store.people(town: town.id)
                .acting(by, as: [.director], on: today)
            let exception = DutyException(
                one: duties[0], other: duties[1], from: first ?? today, to: last, reason: reason ?? "")
            try await installation.offices.allow(exception, by: director)
            return (exception, director)
        }
        print(
            "\(director.name)批准\(exception.from)至\(exception.to)可由一人兼"
                + "\(exception.one.chinese)和\(exception.other.chinese)。"
                + " / Leave given to hold \(exception.one.rawValue) and \(exception.other.rawValue), "
                + "\(exception.from) to \(exception.to).")
    }

    private func list() async throws {
        let exceptions = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            return try await installation.store.dutyExceptions(town: town.id)
        }
        var table = TextTable(header: ["duties 职责", "from 起", "to 止", "reason 理由"])
        for exception in exceptions {
            table.add([
                "\(exception.one.chinese)+\(exception.other.chinese)", "\(exception.from)", "\(exception.to)",
                exception.reason,
            ])
        }
        print(table.text)
    }
}
