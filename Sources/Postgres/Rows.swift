internal import CLibpq

/// What one step returned: its rows, and how many rows it changed.
public struct Rows: Sendable, RandomAccessCollection {
    private let result: ResultMemory
    /// Rows returned.
    public let count: Int
    public let columnCount: Int

    /// Takes over `result`, a result of status tuples-ok or command-ok.
    init(taking result: OpaquePointer) {
        self.result = ResultMemory(result)
        count = Int(PQntuples(result))
        columnCount = Int(PQnfields(result))
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(row: Int) -> Row {
        precondition(row >= 0 && row < count, "row \(row) of \(count)")
        return Row(result: result, index: Int32(row), columnCount: columnCount)
    }

    /// Rows inserted, updated, deleted or selected, from the command's tag; 0 for commands without a number.
    public var affected: Int { result.withPointer { Int(String(cString: PQcmdTuples($0))) ?? 0 } }

    /// What the command called itself, such as `INSERT 0 1`.
    public var tag: String { result.withPointer { String(cString: PQcmdStatus($0)) } }

    /// The columns' names in order.
    public var columns: [String] {
        result.withPointer { pointer in
            (0..<Int32(columnCount)).map { String(cString: PQfname(pointer, $0)) }
        }
    }
}

/// A PGresult, freed with its last user. libpq allows reading one from any thread, for nobody changes it.
final class ResultMemory: @unchecked Sendable {
    private let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }
    deinit { PQclear(pointer) }

    func withPointer<T>(_ body: (OpaquePointer) -> T) -> T { body(pointer) }
}
