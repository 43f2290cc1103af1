import ArgumentParser
import Boot
import Foundation
import Store
import UseCases
import Workflow

struct Admin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: """
            The administrator's tools (系统管理): people, passwords, programmes, funds, leave, deputies, \
            handovers, calendar, map, delivery.
            """,
        subcommands: [
            AdminPeople.self, AdminPerson.self, AdminPassword.self, AdminFirst.self, AdminCode.self,
            AdminProgramme.self, AdminFund.self,
            AdminException.self, AdminDeputy.self,
            AdminHandover.self, AdminCalendar.self, AdminMap.self, AdminDelivery.self,
        ])
}

struct AdminPeople: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "List a town's people with what they are, over what, and since when (任职).")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    func run() async throws {
        let (people, units) = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let today = installation.clock.now().civilDate
            let people = try await installation.store.people(town: town.id)
            return (people, try await installation.store.units(town: town.id, on: today))
        }
        var table = TextTable(header: ["no.", "name 姓名", "role 职务", "over 范围", "from 起", "to 止"])
        for person in people {
            for assignment in person.assignments {
                table.add([
                    "\(person.id)", person.name, assignment.role.chinese, Self.name(assignment.scope, units),
                    assignment.from.description, assignment.to?.description ?? "",
                ])
            }
        }
        print(table.text)
    }

    private static func name(_ scope: Scope, _ units: [UnitRecord]) -> String {
        switch scope {
        case .town: "全镇"
        case .area(let id): units.first { $0.place.area == id }?.area ?? "\(id)"
        case .unit(let id): units.first { $0.place.unit == id }?.name ?? "\(id)"
        }
    }
}

struct AdminPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Give a login another password (重置密码), and sign its person out everywhere.",
        discussion: "The password is one line of standard input, so that it shows in no process list and no history.")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The login.")
    var login: String

    func run() async throws {
        let password = try Self.given()
        let isDone = try await database.withInstallation { installation in
            try await installation.setPassword(login: login, password: password)
        }
        guard isDone else {
            throw Failure(.dataSaysNo, "没有登录名“\(login)”。", "There is no login \(login).")
        }
        print("已更改，该人员须重新登录。 / Changed; the person has to sign in again.")
    }

    /// A password from standard input, long enough to be one.
    static func given() throws -> String {
        guard let password = secretLine(), (8...256).contains(password.utf8.count) else {
            throw Failure(.usage, "请从标准输入给出一行8至256字节的密码。", "Give a password of 8 to 256 bytes on standard input.")
        }
        return password
    }

    /// A line of standard input; on a terminal, asked for and not shown while typed.
    private static func secretLine() -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return readLine() }
        var settings = termios()
        tcgetattr(STDIN_FILENO, &settings)
        var hidden = settings
        hidden.c_lflag &= ~tcflag_t(ECHO)
        Terminal.progress("新密码 / new password: ")
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            Terminal.say(" ")
        }
        return readLine()
    }
}

struct AdminCalendar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Add a year's days off and make-up workdays (节假日表) from a CSV file: date,kind,name.",
        discussion: "The same as liban import --kind calendar --commit. kind is holiday or workday.")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The CSV file.")
    var file: String

    func run() async throws {
        guard let text = TextEncoding.auto.decode(try FileOutput.read(file)) else {
            throw Failure(.dataSaysNo, "\(file)不是文本。", "\(file) is not text; save it as CSV in UTF-8.")
        }
        try await CalendarImport(database: database, commit: true).run(CSVReader.read(text))
    }
}
