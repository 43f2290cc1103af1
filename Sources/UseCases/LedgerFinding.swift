public import Workflow

/// One thing an import has to say about a line.
public struct LedgerFinding: Hashable, Sendable {
    /// The line in the file, counted from 1 as a spreadsheet counts; nil for the file as a whole.
    public let line: Int?
    /// The project's number in the ledger, where it could be read.
    public let number: String?
    public let fault: LedgerFault

    public init(line: Int?, number: String?, fault: LedgerFault) {
        self.line = line
        self.number = number
        self.fault = fault
    }
}

/// What is wrong, or was taken for granted. An error keeps its row out; a note does not.
public enum LedgerFault: Error, Hashable, Sendable {
    // The file
    case empty
    case columnMissing([LedgerColumn])
    case columnTwice(LedgerColumn)
    case columnUnknown(String)
    case quoteOpen
    case quoteStray
    case ragged(found: Int, expected: Int)
    // A field
    case missing(LedgerColumn)
    case noSuchDay(LedgerColumn, String)
    case amountUnreadable(LedgerColumn, String)
    case amountOutOfRange(LedgerColumn, String)
    case wordUnknown(LedgerColumn, String)
    case numberTwice(first: Int)
    // Against the town and its rules
    case unitUnknown(String)
    case areaDiffers(String, of: String)
    case officerUnknown(String)
    case nobodyInOffice(Role, CivilDate)
    case stageNotImportable(State)
    case dayAssumed(LedgerColumn, CivilDate)
    case quantityAssumed(String)
    case refused(Command.Kind, CivilDate, Refusal)
    case fundShort(needed: Money, free: Money)
    case alreadyThere

    public var isError: Bool {
        switch self {
        case .empty, .columnMissing, .columnTwice, .quoteOpen, .quoteStray, .ragged, .missing, .noSuchDay,
            .amountUnreadable, .amountOutOfRange, .wordUnknown, .numberTwice, .unitUnknown, .nobodyInOffice,
            .stageNotImportable, .refused, .fundShort:
            true
        case .columnUnknown, .areaDiffers, .officerUnknown, .dayAssumed, .quantityAssumed, .alreadyThere: false
        }
    }

    /// A stable word; for a refusal of the core, the core's own code.
    public var code: String {
        switch self {
        case .empty: "fileEmpty"
        case .columnMissing: "columnMissing"
        case .columnTwice: "columnTwice"
        case .columnUnknown: "columnUnknown"
        case .quoteOpen: "quoteOpen"
        case .quoteStray: "quoteStray"
        case .ragged: "ragged"
        case .missing: "missing"
        case .noSuchDay: "noSuchDay"
        case .amountUnreadable: "amountUnreadable"
        case .amountOutOfRange: "amountOutOfRange"
        case .wordUnknown: "wordUnknown"
        case .numberTwice: "numberTwice"
        case .unitUnknown: "unitUnknown"
        case .areaDiffers: "areaDiffers"
        case .officerUnknown: "officerUnknown"
        case .nobodyInOffice: "nobodyInOffice"
        case .stageNotImportable: "stageNotImportable"
        case .dayAssumed: "dayAssumed"
        case .quantityAssumed: "quantityAssumed"
        case .refused(_, _, let refusal): refusal.code.rawValue
        case .fundShort: "fundExhausted"
        case .alreadyThere: "alreadyThere"
        }
    }

    /// The column it is about, if it is about one.
    public var column: LedgerColumn? {
        switch self {
        case .columnTwice(let column), .missing(let column), .noSuchDay(let column, _),
            .amountUnreadable(let column, _), .amountOutOfRange(let column, _), .wordUnknown(let column, _),
            .dayAssumed(let column, _):
            column
        case .numberTwice, .alreadyThere: .number
        case .unitUnknown: .unit
        case .areaDiffers: .area
        case .officerUnknown: .officer
        case .stageNotImportable: .stage
        case .quantityAssumed: .works
        case .empty, .columnMissing, .columnUnknown, .quoteOpen, .quoteStray, .ragged, .nobodyInOffice, .refused,
            .fundShort:
            nil
        }
    }
}
