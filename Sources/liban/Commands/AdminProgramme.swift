import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct AdminProgramme: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Programmes' policies (专项办法): list, show, check, add a version, switch a town to it.",
        discussion: """
            A policy is a YAML file. To begin: liban admin programme show 书记立办 --preset --yaml > my.yaml, change it, \
            validate it, add it, activate it. A stored version never changes; running projects keep theirs.
            """,
        subcommands: [
            ProgrammeList.self, ProgrammeShow.self, ProgrammeValidate.self, ProgrammeAdd.self, ProgrammeActivate.self,
        ])
}

struct ProgrammeList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the stored versions and which towns use them, and the shipped presets.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let (policies, towns) = try await database.withInstallation { installation in
            (try await installation.store.policies(), try await installation.store.towns())
        }
        var table = TextTable(header: ["programme 专项", "version 版本", "cap 上限(元)", "used by 在用的镇"])
        for policy in policies {
            let users = towns.filter { $0.programme == policy.programme && $0.policyVersion == policy.version }
            let names = users.prefix(5).map(\.name).joined(separator: "、")
            table.add([
                policy.programme, "\(policy.version)", policy.cap.yuanText,
                users.count > 5 ? "\(names)等\(users.count)个" : names,
            ])
        }
        print(table.text)
        let shipped = Policy.presets.map { "\($0.programme) \($0.version)" }.joined(separator: "、")
        print("\n随程序提供（show --preset） / shipped: \(shipped)")
    }
}

struct ProgrammeShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a policy's settings, or write it as a file.")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The programme (专项).")
    var programme: String

    @Argument(help: "The version; default the newest.")
    var version: Int?

    @Flag(help: "The one shipped with the program; needs no database.")
    var preset = false

    @Flag(help: "As a YAML file with every setting explained.")
    var yaml = false

    func run() async throws {
        let policies =
            preset
            ? Policy.presets : try await database.withInstallation { try await $0.store.policies() }
        let policy = try policies.named(programme, version)
        if yaml { return print(ProgrammeWriter.text(policy), terminator: "") }
        var table = TextTable(header: ["setting 项目", "value 值", ""])
        for row in ProgrammeWriter.rows(policy) { table.add(row) }
        print(table.text)
    }
}

struct ProgrammeValidate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check a policy's file and name everything that is wrong with it; needs no database.")

    @Argument(help: "The YAML file.")
    var file: String

    func run() throws {
        let policy = try Self.checked(file)
        print("\(policy.programme)第\(policy.version)版可用。 / \(policy.programme) \(policy.version) is in order.")
        guard !policy.toCheck.isEmpty else { return }
        let fields = policy.toCheck.joined(separator: "、")
        print("请按本镇办法核对：\(fields) / check against your town's own rules.")
    }

    /// The policy of the file; with faults, prints every one and ends with 1.
    static func checked(_ path: String) throws -> Policy {
        guard let text = TextEncoding.auto.decode(try FileOutput.read(path)) else {
            throw Failure(.dataSaysNo, "\(path)不是文本，请存为UTF-8。", "\(path) is not text; save it in UTF-8.")
        }
        let file = ProgrammeFile(text)
        if let policy = file.policy { return policy }
        for finding in file.findings { print(finding.text) }
        throw Failure(
            .dataSaysNo, "\(path)有\(file.findings.count)处问题，请改正。",
            "\(path) has \(file.findings.count) problems; mend them.")
    }
}

struct ProgrammeAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Store a policy's version from its file; no town uses it until it is activated.")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The YAML file.")
    var file: String

    func run() async throws {
        let policy = try ProgrammeValidate.checked(file)
        let isNew = try await database.withInstallation { installation in
            let stored = try await installation.store.policies()
            if let same = stored.first(where: { $0.programme == policy.programme && $0.version == policy.version }) {
                guard same == policy else { throw Self.versionTaken(policy, stored) }
                return false
            }
            try await installation.programmes.add(policy)
            return true
        }
        print(
            isNew
                ? "已写入\(policy.programme)第\(policy.version)版；用activate启用。 / Stored; activate it for a town."
                : "\(policy.programme)第\(policy.version)版已有，内容相同。 / It was there already, the same.")
    }

    private static func versionTaken(_ policy: Policy, _ stored: [Policy]) -> Failure {
        let next = (stored.filter { $0.programme == policy.programme }.map(\.version).max() ?? 0) + 1
        return Failure(
            .dataSaysNo, "\(policy.programme)第\(policy.version)版已有，内容不同，版本不能改；请把version改为\(next)。",
            "Version \(policy.version) is stored with other rules and never changes; set version to \(next).")
    }
}

struct ProgrammeActivate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate",
        abstract: "Switch a town to a stored version for what is submitted from now on; running projects keep theirs.")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The programme (专项).")
    var programme: String

    @Argument(help: "The version.")
    var version: Int

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    func run() async throws {
        let (policy, name, hasFund) = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let policy = try await installation.store.policies().named(programme, version)
            try await installation.programmes.activate(policy.programme, version: policy.version, in: town.id)
            let year = installation.clock.now().civilDate.year
            let funds = try await installation.store.funds(town: town.id)
            return (policy, town.name, funds.contains { $0.programme == programme && Int($0.year) == year })
        }
        print(
            "\(name)今后的申报按\(policy.programme)第\(policy.version)版办理。 / "
                + "New submissions of \(name) follow \(policy.programme) \(policy.version).")
        if !hasFund, policy.cap > .zero {
            print("还没有今年的资金，请用liban admin fund下达。 / There is no fund for this year; see liban admin fund.")
        }
    }
}

extension [Policy] {
    /// The version asked for, or the newest.
    func named(_ programme: String, _ version: Int?) throws -> Policy {
        let versions = filter { $0.programme == programme }
        let found = version.map { wanted in versions.filter { $0.version == wanted } } ?? versions
        if let policy = found.max(by: { $0.version < $1.version }) { return policy }
        throw Failure(
            .dataSaysNo, "没有“\(programme)”\(version.map { "第\($0)版" } ?? "")，可用liban admin programme list查看。",
            "There is no \(programme)\(version.map { " \($0)" } ?? ""); liban admin programme list names them.")
    }
}
