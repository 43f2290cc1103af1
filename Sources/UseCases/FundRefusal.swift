public import Workflow

/// Why a fund cannot be changed as asked.
public enum FundRefusal: Error, Hashable, Sendable {
    case notPermitted(WriteOperation)
    case reasonMissing
    case amountOutOfRange
    case yearOutOfRange(Int32)
    case programmeUnknown(String)
    case fundExists
    case fundMissing
    case yearClosed(Int32)
    case yearNotClosed(Int32)
    case exceedsFree(Money, free: Money)
    /// Only movements of the fund itself are put right here.
    case movementOfProject(Int64)
    case movementUnknown(Int64)
    case correctedAlready(Int64)
    /// The year closes when every encumbrance is carried forward or ended.
    case moneyHeld(Money)
    /// And when what is left was swept.
    case moneyLeft(Money)

    public var chinese: String {
        switch self {
        case .notPermitted(let operation):
            "您无权办理，须由\(operation.permitted.map(\.chinese).joined(separator: "或"))办理。"
        case .reasonMissing: "请写明依据，例如文号或原因。"
        case .amountOutOfRange: "金额不对，应为0.01至10亿元，精确到分。"
        case .yearOutOfRange(let year): "年度\(year)不对，请核对。"
        case .programmeUnknown(let name): "没有“\(name)”这个专项。"
        case .fundExists: "该年度资金已经建立。"
        case .fundMissing: "没有该年度的资金，请先建立。"
        case .yearClosed(let year): "\(year)年度已关账，请先重新打开。"
        case .yearNotClosed(let year): "\(year)年度没有关账，无须重新打开。"
        case .exceedsFree(let amount, let free): "\(amount.yuanText)元超过可用余额\(free.yuanText)元。"
        case .movementOfProject(let number): "第\(number)号流水是项目的，请在项目里更正付款。"
        case .movementUnknown(let number): "没有第\(number)号流水，或它本身就是更正。"
        case .correctedAlready(let number): "第\(number)号流水已经更正过。"
        case .moneyHeld(let amount): "还有\(amount.yuanText)元占用，请先结转下年或收回。"
        case .moneyLeft(let amount): "还有\(amount.yuanText)元可用余额，请先统筹收回。"
        }
    }

    public var english: String {
        switch self {
        case .notPermitted(let operation):
            "It takes \(operation.permitted.map(\.rawValue).joined(separator: " or "))."
        case .reasonMissing: "Say why, such as the document's number."
        case .amountOutOfRange: "The amount must be 0.01 to 1,000,000,000.00 yuan, in whole fen."
        case .yearOutOfRange(let year): "The year \(year) is not near; check it."
        case .programmeUnknown(let name): "There is no programme \(name)."
        case .fundExists: "The fund of that year is there already."
        case .fundMissing: "There is no fund of that year; open it first."
        case .yearClosed(let year): "The year \(year) is closed; reopen it first."
        case .yearNotClosed(let year): "The year \(year) is not closed."
        case .exceedsFree(let amount, let free): "\(amount.yuanText) yuan is more than the \(free.yuanText) free."
        case .movementOfProject(let number): "Movement \(number) is a project's; correct the payment there."
        case .movementUnknown(let number): "There is no movement \(number), or it is a correction itself."
        case .correctedAlready(let number): "Movement \(number) was corrected already."
        case .moneyHeld(let amount): "\(amount.yuanText) yuan is still held; carry it forward or take it back first."
        case .moneyLeft(let amount): "\(amount.yuanText) yuan is still free; sweep it first."
        }
    }
}
