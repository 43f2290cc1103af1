import ArgumentParser
import Foundation

/// The one program: server, batches and tools over the same core.
@main
struct Liban: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "liban",
        abstract: "立办 Liban runs a town's micro-project fund: one month from application to completion.",
        discussion: """
            Without --database-url (LIBAN_DATABASE_URL) a private PostgreSQL is started in the data directory and \
            stopped again.

            Exit codes: 0 done; 1 the data says no; 2 wrong usage; 3 the environment (no database, missing \
            programs, port in use, disk full).
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Import.self, Export.self, Chart.self, Report.self, Deliver.self, StatementCommand.self,
            ReconcileCommand.self, DemoCommand.self, SweepCommand.self, Admin.self,
            Migrate.self,
            AuditCommand.self, Verify.self, CheckpointCommand.self, Due.self, WorkflowCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        if let failure = error as? Failure {
            Terminal.say(failure.message)
            Foundation.exit(failure.status.rawValue)
        }
        let message = fullMessage(for: error)
        // Help and version were asked for: they are the answer, not an error.
        if exitCode(for: error) == .success {
            if !message.isEmpty { print(message) }
            Foundation.exit(ExitStatus.done.rawValue)
        }
        // ArgumentParser numbers its own errors 64 (EX_USAGE); anything else here was not foreseen.
        let status: ExitStatus = exitCode(for: error) == .validationFailure ? .usage : .environment
        Terminal.say(status == .usage ? message : "liban: \(error)")
        Foundation.exit(status.rawValue)
    }
}
