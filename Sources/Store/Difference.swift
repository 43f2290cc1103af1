internal import Workflow

/// A row that is not what everything else says it should be.
enum Difference: Hashable {
    case event(ProjectID, Int, What)
    case project(ProjectID, What)
    case fund(FundID, town: TownID, What)
    case movement(fund: FundID, number: Int64, town: TownID, What)

    /// In what it differs.
    enum What: String {
        case hash = "hash differs"
        case chain = "does not follow the entry before it"
        case unreadable = "cannot be read"
        case missing = "is missing"
        case cannotBegin = "cannot begin a log"
        case belongsToNothing = "belongs to nothing"
        case version = "version differs from the number of entries"
        case head = "head hash differs from the newest entry"
        case fold = "stored fold differs from the log"
        case columns = "columns differ from the log"
        case movements = "differs from the log"
        case money = "money differs from its movements"
        case movementMissing = "its movement is missing or altered"
        case resolutions = "ends of its encumbrances differ from the log"
        case sealed = "is not what was sealed"
        case balance = "balance differs from its movements"
        case numbers = "numbers of its movements have a gap"

        var chinese: String {
            switch self {
            case .hash: "散列值不符"
            case .chain: "与上一条不衔接"
            case .unreadable: "无法读取"
            case .missing: "缺失"
            case .cannotBegin: "不能作为第一条"
            case .belongsToNothing: "没有所属项目或记录"
            case .version: "版本号与记录条数不符"
            case .head: "链头散列值与最新一条不符"
            case .fold: "存储的状态与记录不符"
            case .columns: "列值与记录不符"
            case .movements: "与记录不符"
            case .money: "金额与资金流水不符"
            case .movementMissing: "资金流水缺失或被改动"
            case .resolutions: "占用的了结与记录不符"
            case .sealed: "与封存时不符"
            case .balance: "余额与资金流水不符"
            case .numbers: "流水号不连续"
            }
        }
    }
}

extension Difference: CustomStringConvertible {
    /// "project 1-2026-7 event 4: hash differs (项目 1-2026-7 第 4 条记录：散列值不符)".
    var description: String {
        switch self {
        case .event(let id, let sequence, let what):
            "project \(id) event \(sequence): \(what.rawValue) (项目 \(id) 第 \(sequence) 条记录：\(what.chinese))"
        case .project(let id, let what):
            "project \(id): \(what.rawValue) (项目 \(id)：\(what.chinese))"
        case .fund(let id, let town, let what):
            "fund \(id) of town \(town): \(what.rawValue) (镇 \(town) 资金 \(id)：\(what.chinese))"
        case .movement(let fund, let number, let town, let what):
            "movement \(number) of fund \(fund) of town \(town): \(what.rawValue) "
                + "(镇 \(town) 资金 \(fund) 第 \(number) 号流水：\(what.chinese))"
        }
    }
}
