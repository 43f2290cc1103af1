import Workflow

extension LedgerFault {
    /// What is wrong and what to do, as a clerk would say it.
    public var chinese: String {
        switch self {
        case .empty: "文件里没有数据行。"
        case .columnMissing(let columns): "缺少列：\(columns.map(\.rawValue).joined(separator: "、"))。请补上表头后重试。"
        case .columnTwice(let column): "“\(column.rawValue)”列出现两次，请只保留一列。"
        case .columnUnknown(let header): "不认识的列“\(header)”，未读取。"
        case .quoteOpen: "引号没有成对，本行未读取；请补上引号。"
        case .quoteStray: "引号后面还有文字，本行未读取；请检查引号。"
        case .ragged(let found, let expected): "本行有\(found)栏，表头有\(expected)栏，请对齐。"
        case .missing(let column): "“\(column.rawValue)”为空，请填写。"
        case .noSuchDay(let column, let text): "“\(column.rawValue)”写着“\(text)”，没有这一天；请写成2026-03-05的样子。"
        case .amountUnreadable(let column, let text): "“\(column.rawValue)”写着“\(text)”，不是以万元计、精确到分的金额。"
        case .amountOutOfRange(let column, let text): "“\(column.rawValue)”的\(text)万元超出0至10亿元的范围。"
        case .wordUnknown(let column, let text): "“\(column.rawValue)”写着“\(text)”，没有这种写法。"
        case .numberTwice(let first): "项目编号与第\(first)行重复，本行未读取。"
        case .unitUnknown(let name): "本镇没有“\(name)”，请核对村(社区)名称或先建档。"
        case .areaDiffers(let written, let actual): "片区写着“\(written)”，该村(社区)属于“\(actual)”，以建档为准。"
        case .officerUnknown(let name): "“\(name)”不是该村(社区)当时的指导员，改由在任指导员记录。"
        case .nobodyInOffice(let role, let day): "\(day)没有在任的\(role.chinese)，请先建立任职。"
        case .stageNotImportable(let state): "“\(state.chinese)”所需的材料台账里没有，请先按前一阶段导入，再在系统中办理。"
        case .dayAssumed(let column, let day): "没有单独的日期，按“\(column.rawValue)”\(day)记。"
        case .quantityAssumed(let text): "“\(text)”里没有数量，按1项记。"
        case .refused(let command, let day, let refusal): "\(day)“\(command.chinese)”不成立：\(refusal.chinese)"
        case .fundShort(let needed, let free):
            "批复\(needed.yuanText)元，而前面各行占用之后资金可用余额只有\(free.yuanText)元，请先下达指标。"
        case .alreadyThere: "已导入过，未作改动。"
        }
    }

    public var english: String {
        switch self {
        case .empty: "The file holds no rows."
        case .columnMissing(let columns):
            "Columns are missing: \(columns.map(\.rawValue).joined(separator: ", ")). Add them to the header."
        case .columnTwice(let column): "Column \(column.rawValue) is there twice; keep one."
        case .columnUnknown(let header): "Column \(header) is not known and was not read."
        case .quoteOpen: "A quote is not closed; the line was not read."
        case .quoteStray: "Text follows a closing quote; the line was not read."
        case .ragged(let found, let expected): "The line has \(found) fields, the header has \(expected)."
        case .missing(let column): "\(column.rawValue) is empty."
        case .noSuchDay(let column, let text): "\(column.rawValue): there is no day \(text); write 2026-03-05."
        case .amountUnreadable(let column, let text):
            "\(column.rawValue): \(text) is no amount in 10,000 yuan, exact to the fen."
        case .amountOutOfRange(let column, let text):
            "\(column.rawValue): \(text) is outside 0 to 1,000 million yuan."
        case .wordUnknown(let column, let text): "\(column.rawValue): \(text) is not a word used here."
        case .numberTwice(let first): "The project number is that of line \(first); this line was not read."
        case .unitUnknown(let name): "The town has no unit \(name); check the name or add the unit first."
        case .areaDiffers(let written, let actual):
            "Area says \(written), the unit lies in \(actual); the latter holds."
        case .officerUnknown(let name): "\(name) was not the unit's guidance officer; the one in office is entered."
        case .nobodyInOffice(let role, let day): "Nobody was \(role.rawValue) on \(day); add the assignment first."
        case .stageNotImportable(let state):
            "A ledger lacks what \(state.rawValue) needs; import the stage before it, then act in the system."
        case .dayAssumed(let column, let day): "It has no day of its own; \(column.rawValue) \(day) is entered."
        case .quantityAssumed(let text): "\(text) names no quantity; entered as one item."
        case .refused(let command, let day, let refusal): "\(command.rawValue) on \(day): \(refusal.english)"
        case .fundShort(let needed, let free):
            "The award is \(needed.yuanText) yuan; after the rows before, the fund has \(free.yuanText) free."
        case .alreadyThere: "Imported before; nothing was changed."
        }
    }
}
