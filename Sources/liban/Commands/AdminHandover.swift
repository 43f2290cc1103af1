public import ArgumentParser
import Boot
import Foundation
import Store
import UseCases
public import Workflow

extension Role: ExpressibleByArgument {}

struct AdminHandover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Hand an office over (换届交接): propose, confirm by both sides, list.",
        discussion: """
            Proposing lists the unit's open projects and changes nothing. When both sides have confirmed, the old \
            person's authority ends the day before, and the new one's begins on the day.
            """,
        subcommands: [
            HandoverPropose.self, HandoverConfirm.self, HandoverWithdraw.self,
            HandoverList.self,
        ])
}

struct HandoverPropose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Propose a handover, in the name of the office.")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Option(help: "The unit (村/社区).")
    var unit: String

    @Option(help: "The office, such as secretary or guidanceOfficer.")
    var role = Role.secretary

    @Option(help: "Who hands over, by name or number; default whoever is in office.")
    var from: String?

    @Option(help: "Who takes over, by name or number.")
    var to: String

    @Option(help: "First day of the new person's authority.")
    var on: String

    @Option(help: "Who proposes it, by name or number; default the clerk or the director in office.")
    var by: String?

    func run() async throws {
        let day = try CivilDate(argument: on, "--on")
        try await database.withInstallation { installation in
            let today = installation.clock.now().civilDate
            let town = try await installation.store.towns().named(town)
            let people = try await installation.store.people(town: town.id)
            let unit = try await installation.store.units(town: town.id, on: today).named(unit)
            let old =
                try from.map(people.named) ?? people.first { $0.holds(role, over: unit.place, on: today) }
            guard let old else {
                throw Failure(
                    .dataSaysNo, "\(unit.name)目前没有\(role.chinese)，无需交接。",
                    "\(unit.name) has nobody as \(role.rawValue) now.")
            }
            let handover = try await installation.handovers.propose(
                NewHandover(
                    town: town.id, unit: unit.place.unit, role: role, from: old.id, to: try people.named(to).id,
                    on: day),
                by: try people.acting(by, as: [.clerk, .director], on: today))
            try await HandoverText(installation, town).show(handover)
        }
    }
}

struct HandoverConfirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Note that one of the two sides confirms; the second one carries it out.",
        discussion: """
            Whoever confirms signs in with --login and their own password (asked for, or one line of standard input). \
            For somebody without a login name the person with --by and the signed paper with --paper; who entered it \
            is kept beside it.
            """)

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The handover's number.")
    var number: Int32

    @Option(help: "The login of whoever confirms; the password is asked for.")
    var login: String?

    @Option(help: "Who confirmed on paper, by name or number.")
    var by: String?

    @Option(help: "The signed paper: its number or where it is kept.")
    var paper: String?

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    func run() async throws {
        guard (login == nil) == (by != nil && paper != nil), (by == nil) == (paper == nil) else {
            throw Failure(
                .usage, "请用--login由本人凭密码确认，或用--by和--paper登记已签字的交接书。",
                "Confirm with --login and the person's password, or enter a signed paper with --by and --paper.")
        }
        let password = try login.map { _ in try AdminPassword.given() }
        try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let people = try await installation.store.people(town: town.id)
            let (person, basis): (Person, String)
            if let login, let password {
                let signedIn = try await installation.accounts.signIn(login: login, password: password)
                try await installation.accounts.signOut(token: signedIn.token)
                (person, basis) = (signedIn.person, "password of \(login) at the command line")
            } else {
                let words = (paper ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
                guard !words.isEmpty else { throw Failure(.usage, "请写明交接书编号。", "Name the signed paper.") }
                person = try people.named(by ?? "")
                basis = "paper \(words), entered by \(NSUserName())"
            }
            let handover = try await installation.handovers.confirm(number, by: person, basis: basis)
            try await HandoverText(installation, town).show(handover)
        }
    }
}

struct HandoverWithdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take back a wrong proposal that is not complete yet (撤回).")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The handover's number.")
    var number: Int32

    @Option(help: "Why.")
    var reason: String

    @Option(help: "In whose name, by name or number; default the clerk or the director in office.")
    var by: String?

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    func run() async throws {
        try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let person = try await installation.store.people(town: town.id)
                .acting(by, as: [.clerk, .director], on: installation.clock.now().civilDate)
            let handover = try await installation.handovers.withdraw(number, by: person, reason: reason)
            try await HandoverText(installation, town).show(handover)
        }
    }
}

struct HandoverList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List a town's handovers.")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    func run() async throws {
        let table = try await database.withInstallation { installation in
            let town = try await installation.store.towns().named(town)
            let handovers = try await installation.store.handovers(town: town.id)
            return try await HandoverText(installation, town).table(handovers)
        }
        print(table)
    }
}

/// Handovers with names instead of numbers.
private struct HandoverText {
    let installation: Installation
    let town: Town

    init(_ installation: Installation, _ town: Town) {
        self.installation = installation
        self.town = town
    }

    /// The handover, and the open projects both sides sign for.
    func show(_ handover: Handover) async throws {
        print(try await table([handover]))
        var projects = TextTable(header: ["number 编号", "title 项目", "state 状态", "due 期限"])
        for id in handover.projects {
            guard let record = try await installation.store.record(of: id) else { continue }
            projects.add([
                record.labels.number, record.summary.title, record.summary.state.chinese,
                record.summary.dueOn?.description ?? "",
            ])
        }
        print(
            handover.projects.isEmpty
                ? "\n没有在办项目。 / No open projects." : "\n在办项目 / open projects:\n\(projects.text)")
    }

    func table(_ handovers: [Handover]) async throws -> String {
        let people = Dictionary(
            uniqueKeysWithValues: try await installation.store.people(town: town.id).map { ($0.id, $0.name) })
        let units = Dictionary(
            uniqueKeysWithValues: try await installation.store.units(
                town: town.id, on: installation.clock.now().civilDate
            ).map { ($0.place.unit, $0.name) })
        var table = TextTable(header: ["no.", "unit 村(社区)", "role 职务", "from 移交", "to 接任", "on 起", "signed 确认"])
        for handover in handovers {
            let terms = handover.terms
            let signed =
                switch (handover.confirmedByFrom != nil, handover.confirmedByTo != nil) {
                case _ where handover.isWithdrawn: "已撤回 withdrawn"
                case (true, true): "双方已确认 both"
                case (true, false): "待接任人 waits for the new"
                case (false, true): "待移交人 waits for the old"
                case (false, false): "待双方 waits for both"
                }
            table.add([
                "\(handover.number)", units[terms.unit] ?? "\(terms.unit)", terms.role.chinese,
                people[terms.from] ?? "\(terms.from)", people[terms.to] ?? "\(terms.to)", "\(terms.on)", signed,
            ])
        }
        return table.text
    }
}
