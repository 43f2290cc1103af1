import ArgumentParser
import Boot
import UseCases
import Workflow

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The audit trail (审计): verify its chains, or remove what is past its time.",
        subcommands: [AuditVerify.self, AuditPrune.self], defaultSubcommand: AuditVerify.self)
}

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Recompute every town's chain and print its head (核验).",
        discussion: """
            Keep the printed head outside this machine: an export whose last hash equals it holds exactly what the \
            trail held then.
            """)

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let (found, difference) = try await database.withInstallation { installation in
            var difference: AuditDifference?
            let verification = AuditVerification(log: installation.audit, secrets: installation.secrets)
            let chains = try await installation.audit.chains()
            for chain in chains where difference == nil { difference = try await verification.firstDifference(chain) }
            return (chains, difference)
        }
        var table = TextTable(header: ["town 镇", "entries 条数", "removed 已清理", "head 链首"])
        for chain in found {
            let head = chain.head.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
            table.add(["\(chain.town)", "\(chain.length)", "\(chain.removed)", head])
        }
        print(table.text)
        if let difference {
            throw Failure(
                .dataSaysNo, "第\(difference.town)镇第\(difference.number)条\(difference.what == .missing ? "缺失" : "被改动")。",
                "Town \(difference.town), entry \(difference.number): \(difference.what.rawValue).")
        }
    }
}

struct AuditPrune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Remove entries past their time (清理到期审计).",
        discussion: """
            The Cybersecurity Law asks for six months (网络安全法 不少于六个月), which are 181 to 184 days; fewer than 184 \
            are refused, by the database as well. Export first: what is removed is gone.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Days to keep.")
    var keepDays = 200

    func run() async throws {
        guard keepDays >= 184 else {
            throw Failure(.usage, "审计至少保留184天（六个月）。", "At least 184 days, six months, are kept.")
        }
        let removed = try await database.withInstallation { installation in
            try await installation.pruneAudit(keepDays: keepDays)
        }
        for (town, number) in removed { print("\(town): 1–\(number)") }
        if removed.isEmpty { print("没有到期的条目。 / Nothing is past its time.") }
    }
}
