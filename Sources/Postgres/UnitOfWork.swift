/// One statement with the values for its parameters.
public struct Step: Sendable {
    public let statement: Statement
    public let parameters: [Parameter]

    /// `statement` with `parameters` for `$1`, `$2`, … in order.
    public init(_ statement: Statement, _ parameters: [Parameter] = []) {
        self.statement = statement
        self.parameters = parameters
    }
}

/// Steps that happen all together or not at all, sent to the server in one round trip.
///
/// There is no way to look at one step's rows before the next is sent: a transaction never waits for the program.
public struct UnitOfWork: Sendable {
    /// What the steps may do, and so how often they may be repeated.
    public enum Mode: Sendable {
        /// Changes nothing. Several steps see one snapshot. Repeated once when the connection is lost, so a step that
        /// writes does not belong here.
        case read
        /// READ COMMITTED, between BEGIN and COMMIT.
        case write
        /// SERIALIZABLE, between BEGIN and COMMIT; the caller repeats it when `ServerError.isConflict`.
        case serializable
    }

    public let mode: Mode
    public let steps: [Step]

    /// `steps` in order, under `mode`.
    public init(_ mode: Mode, _ steps: [Step]) {
        self.mode = mode
        self.steps = steps
    }

    /// The statement that opens the transaction; nil for a single read, which is its own transaction.
    var opening: Statement? {
        switch mode {
        case .read: steps.count > 1 ? .beginRead : nil
        case .write: .begin
        case .serializable: .beginSerializable
        }
    }

    /// Whether losing the answer leaves it open if something was changed.
    var changes: Bool {
        switch mode {
        case .read: false
        case .write, .serializable: true
        }
    }

    /// Whether others may share its flush: it leaves no transaction behind when it fails.
    var isBare: Bool { opening == nil }
}
