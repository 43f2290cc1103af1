import ArgumentParser
import Boot
import Store
import UseCases
import Workflow

struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Signed checkpoints (检查点) over all records: make one, list them, hold the records against them.",
        discussion: """
            A checkpoint is a Merkle root (RFC 9162) over every entry of every log, signed with Ed25519. Its code is \
            printed on the wall chart: paper on the wall contradicts whoever rewrites the past. The private key is a \
            file outside the database (LIBAN_CHECKPOINT_KEY, default checkpoint.key in the data directory, mode 0600), \
            made on first use; keep a copy of it elsewhere. Meant for a timer: deploy/systemd/liban-checkpoint.timer.
            """,
        subcommands: [CheckpointMake.self, CheckpointList.self, CheckpointVerify.self])
}

struct CheckpointMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Sign everything recorded since the checkpoint before (签一个检查点).")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let (checkpoint, added, code) = try await database.withInstallation { installation in
            let (checkpoint, added) = try await installation.makeCheckpoint()
            return (checkpoint, added, installation.checkpoints.code(of: checkpoint))
        }
        print(
            added == 0
                ? "第\(checkpoint.number)号检查点之后没有新记录，校验码仍是\(code)。"
                    + " / Nothing new since checkpoint \(checkpoint.number); its code is still \(code)."
                : "第\(checkpoint.number)号检查点已签，新增\(added)条、共\(checkpoint.tree.size)条记录，校验码\(code)。"
                    + " / Checkpoint \(checkpoint.number) signed: \(added) new, \(checkpoint.tree.size) entries in "
                    + "all, code \(code).")
    }
}

struct CheckpointList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all checkpoints.")

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "The signed statements and signatures in full, for keeping elsewhere.")
    var full = false

    func run() async throws {
        let checkpoints = try await database.withInstallation { installation in
            try await installation.checkpoints.all().map { ($0, installation.checkpoints.code(of: $0)) }
        }
        if full {
            for (checkpoint, code) in checkpoints {
                print(
                    checkpoint.statement + "key \(hexadecimal(checkpoint.publicKey))\n"
                        + "signature \(hexadecimal(checkpoint.signature))\ncode \(code)\n")
            }
            return
        }
        var table = TextTable(header: ["no.", "made 签于", "entries 记录", "code 校验码"])
        for (checkpoint, code) in checkpoints {
            table.add(["\(checkpoint.number)", "\(checkpoint.madeAt)", "\(checkpoint.tree.size)", code])
        }
        print(table.text)
    }
}

struct CheckpointVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hold the records against every checkpoint (核验); with a code, say whether it is one of ours.",
        discussion: "Changes nothing. Ends with 1 and names the first difference, or the code that is not known.")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "A code off a printed chart, such as K7Q2-9M4X-TB3A; case and dashes do not matter.")
    var code: String?

    func run() async throws {
        let typed = try code.map { text -> String in
            guard let code = Checkpoint.code(typed: text) else {
                throw Failure(
                    .usage, "“\(text)”不是校验码，应为12位字母和数字。", "“\(text)” is no code; it has 12 letters and digits.")
            }
            return code
        }
        let (report, named) = try await database.withInstallation { installation -> (CheckpointReport, Checkpoint?) in
            let report = try await installation.verifyCheckpoints()
            guard let typed else { return (report, nil) }
            let found = try await installation.checkpoints.all().first {
                installation.checkpoints.code(of: $0) == typed
            }
            guard let found else {
                throw Failure(
                    .dataSaysNo, "没有校验码为\(typed)的检查点：纸上的与库里的不符，请保全现场并比对备份。",
                    "There is no checkpoint \(typed): the paper contradicts the records.")
            }
            return (report, found)
        }
        try report.show()
        if let named {
            print(
                "校验码\(typed ?? "")是第\(named.number)号检查点，签于\(named.madeAt)，含\(named.tree.size)条记录。"
                    + " / Code \(typed ?? "") is checkpoint \(named.number), made \(named.madeAt), over "
                    + "\(named.tree.size) entries.")
        }
    }
}

extension CheckpointReport {
    /// Prints what was found; throws at a difference.
    func show() throws {
        if let firstDifference {
            throw Failure(
                .dataSaysNo, "记录与检查点不符，请保全现场并比对备份：\(firstDifference.chinese)。", firstDifference.english + ".")
        }
        print(
            "\(checkpoints)个检查点、\(events)条签过的记录，全部相符。"
                + " / \(checkpoints) checkpoints over \(events) entries: all as signed.")
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
