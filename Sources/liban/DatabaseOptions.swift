import ArgumentParser
import Boot
import Foundation
import Logging
import Store
import UseCases
import Workflow

/// Flags of every command that needs the database.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "PostgreSQL to use (LIBAN_DATABASE_URL). Without it a private one is started.")
    var databaseURL: String?

    @Option(help: "Where the private PostgreSQL keeps its data (LIBAN_DATA_DIR, default ./.liban).")
    var dataDir: String?

    func configuration(host: String? = nil, port: Int? = nil) throws -> Configuration {
        do throws(Configuration.Fault) {
            return try Configuration(
                databaseURL: databaseURL, dataDirectory: dataDir, host: host, port: port,
                environment: ProcessInfo.processInfo.environment)
        } catch { throw Failure(.usage, error.chinese, error.english) }
    }

    /// Runs `body` on a started installation and shuts it down again, whatever happens.
    func withInstallation<Value>(_ body: (Installation) async throws -> Value) async throws -> Value {
        let installation = try await started(configuration(), log: DatabaseOptions.log(.warning))
        do {
            let value = try await body(installation)
            await installation.shutdown()
            return value
        } catch {
            await installation.shutdown()
            throw Failure(describing: error)
        }
    }

    func started(_ configuration: Configuration, log: Logger) async throws -> Installation {
        do throws(BootFault) {
            return try await Installation.start(configuration, log: log)
        } catch { throw Failure(error) }
    }

    /// To standard error; LIBAN_LOG_LEVEL says how much, `usual` when it is not set.
    static func log(_ usual: Logger.Level) -> Logger {
        var log = Logger(label: "liban") { StreamLogHandler.standardError(label: $0) }
        let asked = ProcessInfo.processInfo.environment["LIBAN_LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:))
        log.logLevel = asked ?? usual
        return log
    }
}

extension Failure {
    init(_ fault: BootFault) {
        self.init(.environment, fault.chinese, fault.english, details: fault.details)
    }

    /// Any error a command may end with, in one sentence.
    init(describing error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let fault as BootFault: self.init(fault)
        case let error as UseCaseError: self.init(error)
        case let error as StoreError: self.init(error)
        case let real as Demo.RealTown:
            self.init(
                .dataSaysNo, "库里有正式的\(real.name)，不在其中建演示；请换一个数据目录。",
                "The database holds \(real.name), which is no demo; use another data directory.")
        case let fault as SigningKey.Fault: self.init(.environment, fault.chinese, fault.english)
        case let damaged as Shipped.Damaged: self.init(.environment, "程序自带文件损坏", "\(damaged)")
        case let error: self.init(.environment, "未预料的错误，请报告", "unforeseen, please report: \(error)")
        }
    }

    init(_ error: UseCaseError) {
        switch error {
        case .notFound: self.init(.dataSaysNo, "没有找到。", "Not found.")
        case .refused(let refusal): self.init(.dataSaysNo, refusal.chinese, refusal.english)
        case .databaseRefused(let rule, let message):
            self.init(.dataSaysNo, "数据库按规则\(rule)拒绝。", "The database refuses by \(rule): \(message)")
        case .store(let error): self.init(error)
        case .handoverRefused(let refusal): self.init(.dataSaysNo, refusal.chinese, refusal.english)
        case .officeRefused(let refusal): self.init(.dataSaysNo, refusal.chinese, refusal.english)
        case .fundRefused(let refusal): self.init(.dataSaysNo, refusal.chinese, refusal.english)
        case .policyRefused(let problems):
            self.init(
                .dataSaysNo, "办法有\(problems.count)处不能成立，未写入。", "The policy has \(problems.count) problems; not stored.",
                details: problems.map { "\($0.field)：\($0.chinese) / \($0.english)" }.joined(separator: "\n"))
        case .registerRefused(let refusals):
            self.init(
                .dataSaysNo, refusals.map(\.chinese).joined(separator: "；") + "。",
                refusals.map(\.english).joined(separator: "; ") + ".")
        case .file(let fault): self.init(.dataSaysNo, fault.chinese, fault.english)
        case .opinion(let refusal): self.init(.dataSaysNo, refusal.chinese, refusal.english)
        case .passwordRefused(let faults):
            self.init(
                .dataSaysNo, faults.map(\.chinese).joined(), faults.map(\.english).joined(separator: " "))
        case .accountRefused(let refusal): self.init(.dataSaysNo, refusal.chinese, refusal.english)
        case .secondFactorNeeded, .readRefused, .writeRefused, .stale, .keyReused, .keyInProgress,
            .answerNotKept, .signInWrong, .signInLocked:
            self.init(.dataSaysNo, "此时不能办理。", "Not possible now: \(error)")
        }
    }

    init(_ error: StoreError) {
        switch error {
        case .unavailable(let reason):
            self.init(
                .environment, "数据库不可用，未作改动，请稍后重试。", "The database is not available, nothing was changed: \(reason)")
        case .overloaded:
            self.init(.environment, "数据库繁忙，未作改动，请稍后重试。", "The database is overloaded, nothing was changed; try again.")
        case .outcomeUnknown(let reason):
            self.init(
                .environment, "提交结果不明，请重新运行，已完成的不会重复。",
                "The outcome of the last write is unknown (\(reason)); run again.")
        case .conflict, .keyUsed:
            self.init(.dataSaysNo, "与他人同时修改，请重试。", "Somebody else changed it at the same moment; try again.")
        case .constraint(let name, let message):
            self.init(.dataSaysNo, "数据库按规则\(name)拒绝。", "The database refuses by \(name): \(message)")
        case .corrupt(let reason):
            self.init(
                .environment, "存储的数据无法读取，请运行liban verify。", "Stored data cannot be read (\(reason)); run liban verify.")
        }
    }
}
