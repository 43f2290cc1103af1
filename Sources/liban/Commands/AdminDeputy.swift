import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct AdminDeputy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deputy",
        abstract: "Who stands in for whom (代理): list, appoint for a time, or end early.",
        discussion: """
            Without names the deputies are listed. A deputy holds the office beside its holder, over the same places, \
            from one day to another; the director or the leader appoints one. With --end it ends today.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "The office, such as director.")
    var role: Role?

    @Option(help: "Who is stood in for, by name or number.")
    var standsInFor: String?

    @Option(help: "Who stands in, by name or number.")
    var deputy: String?

    @Option(help: "First day; default today.")
    var from: String?

    @Option(help: "Last day, inclusive.")
    var to: String?

    @Option(help: "Why.")
    var reason: String?

    @Flag(help: "End it: today is the last day.")
    var end = false

    @Option(help: "Who appoints, by name or number; default the director or the leader in office.")
    var by: String?

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    func run() async throws {
        let first = try from.map { try CivilDate(argument: $0, "--from") }
        let last = try to.map { try CivilDate(argument: $0, "--to") }
        let table = try await database.withInstallation { installation in
            let today = installation.clock.now().civilDate
            let town = try await installation.store.towns().named(town)
            let people = try await installation.store.people(town: town.id)
            if let role, let standsInFor, let deputy {
                let (principal, deputy) = (try people.named(standsInFor), try people.named(deputy))
                let person = try people.acting(by, as: [.director, .leader], on: today)
                if end {
                    try await installation.offices.dismiss(
                        deputy.id, standingInFor: principal.id, as: role, by: person)
                } else {
                    guard let last else { throw Failure(.usage, "请用--to写明止日。", "Give the last day with --to.") }
                    try await installation.offices.appoint(
                        Deputation(
                            role: role, principal: principal.id, deputy: deputy.id, from: first ?? today, to: last,
                            reason: reason ?? ""), by: person)
                }
            } else if role != nil || standsInFor != nil || deputy != nil {
                throw Failure(
                    .usage, "请写明--role、--stands-in-for和--deputy。", "Give --role, --stands-in-for and --deputy.")
            }
            return Self.table(try await installation.store.people(town: town.id))
        }
        print(table)
    }

    private static func table(_ people: [Person]) -> String {
        var table = TextTable(header: ["deputy 代理人", "for 被代理人", "role 职务", "from 起", "to 止"])
        for person in people {
            for office in person.assignments {
                guard let principal = office.standsInFor else { continue }
                table.add([
                    person.name, people.first { $0.id == principal }?.name ?? "\(principal)", office.role.chinese,
                    "\(office.from)", office.to?.description ?? "",
                ])
            }
        }
        return table.text
    }
}
