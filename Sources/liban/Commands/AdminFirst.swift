import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct AdminFirst: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "first",
        abstract: "Add a town's first administrator of security (首位安全管理员), who opens all other accounts on the pages.",
        discussion: """
            Prints a one-time code, good for a day. The person sets a password with it at /password-code, so that \
            nobody else ever knows it.
            """)

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The name (姓名).")
    var name: String

    @Argument(help: "The login.")
    var login: String

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    func run() async throws {
        guard name.contains(where: { !$0.isWhitespace }), (2...64).contains(login.utf8.count),
            !login.contains(where: \.isWhitespace)
        else {
            throw Failure(.usage, "请写姓名和2至64个字符的登录名。", "Give a name, and a login of 2 to 64 characters.")
        }
        let code = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            return try await installation.addFirstAdministrator(name, login: login, to: town)
        }
        print("重置码 / code: \(code)")
    }
}

struct AdminCode: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Give a login a one-time code for a new password (签发重置码), for when no administrator can sign in.")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The login.")
    var login: String

    func run() async throws {
        let code = try await database.withInstallation { try await $0.issueCode(login: login) }
        guard let code else { throw Failure(.dataSaysNo, "没有登录名“\(login)”。", "There is no login \(login).") }
        print("重置码 / code: \(code)")
    }
}
