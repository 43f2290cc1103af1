import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "The daily round (每日巡查): remind whoever's turn it is of what is due, over its limit or expiring.",
        discussion: """
            Looks at each running project afresh and puts each reminder on the outbox exactly once, so it may run as \
            often as you like. Due days that waited for a holiday table which is there by now are computed again and \
            listed. Meant for a timer: deploy/systemd/liban-sweep.timer.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Name of the town (镇). Not needed while there is only one.")
    var town: String?

    @Flag(help: "All towns.")
    var all = false

    func run() async throws {
        guard !(all && town != nil) else {
            throw Failure(.usage, "--all与--town只能用一个。", "Use either --all or --town.")
        }
        let (recomputed, withoutClerk) = try await database.withInstallation { installation in
            let towns = try await installation.store.towns()
            var recomputed: [MovedDue] = []
            var withoutClerk: [String] = []
            for town in all ? towns : [try towns.named(town)] {
                Terminal.progress("巡查 \(town.name)…")
                if let moved = try await installation.recomputeDue(of: town) {
                    recomputed += moved
                } else {
                    withoutClerk.append(town.name)
                }
                let outcome = try await installation.sweep.run(town: town.id)
                Terminal.progress("")
                print(
                    "\(town.name)：巡查\(outcome.looked)个，提醒\(outcome.reminded)条，已提醒过\(outcome.alreadyReminded)条。"
                        + " / looked at \(outcome.looked), reminded \(outcome.reminded), "
                        + "already \(outcome.alreadyReminded)")
            }
            let (uploads, orphans) = try await installation.sweepFiles()
            if uploads + orphans > 0 {
                print("清理未完成的上传\(uploads)个、无主文件\(orphans)个。 / removed \(uploads) uploads, \(orphans) orphans")
            }
            return (recomputed, withoutClerk)
        }
        show(recomputed: recomputed)
        guard withoutClerk.isEmpty else { throw Failure(withoutClerk: withoutClerk) }
    }
}
