import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct AdminPerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Add a person (新增人员), with a login and an office where they have one.",
        discussion: """
            Whoever takes over by a handover is added without an office: the handover gives it. With --login the \
            password is one line of standard input.
            """)

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The name (姓名).")
    var name: String

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "The login; without it the person cannot sign in.")
    var login: String?

    @Option(help: "The office.")
    var role: Role?

    @Option(help: "The unit (村/社区) the office is over; without it the whole town.")
    var unit: String?

    @Option(help: "First day in office; default today.")
    var from: String?

    func run() async throws {
        guard name.contains(where: { !$0.isWhitespace }) else { throw Failure(.usage, "请写姓名。", "Give a name.") }
        guard role != nil || (unit == nil && from == nil) else {
            throw Failure(.usage, "--unit和--from须与--role同用。", "--unit and --from go with --role.")
        }
        if role == .secretary, unit == nil {
            throw Failure(.usage, "书记须用--unit写明村(社区)。", "A secretary needs --unit.")
        }
        let day = try from.map { try CivilDate(argument: $0, "--from") }
        let password = try login.map { _ in try AdminPassword.given() }
        let id = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let today = installation.clock.now().civilDate
            var scope = Scope.town
            if let unit {
                scope = .unit(try await installation.store.units(town: town.id, on: today).named(unit).place.unit)
            }
            let assignments = role.map { [Assignment(role: $0, scope: scope, from: day ?? today)] } ?? []
            return try await installation.addPerson(
                name, login: login, password: password, assignments: assignments, to: town)
        }
        print("已新增\(name)，编号\(id)。 / Added \(name), number \(id).")
    }
}
