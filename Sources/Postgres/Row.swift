internal import CLibpq

/// One row; columns are counted from 0.
public struct Row: Sendable {
    private let result: ResultMemory
    private let index: Int32
    private let columnCount: Int

    init(result: ResultMemory, index: Int32, columnCount: Int) {
        self.result = result
        self.index = index
        self.columnCount = columnCount
    }

    /// The column called `name`, by its exact name.
    public func column(_ name: String) throws(RowError) -> Int {
        let found = result.withPointer { pointer in
            (0..<columnCount).first { name == String(cString: PQfname(pointer, Int32($0))) }
        }
        guard let found else { throw .noColumn(name) }
        return found
    }

    /// Reads the value of `column` with `read`, which answers nil for a value that is not of its kind; nil for NULL.
    func read<T>(_ column: Int, as kind: String, _ read: (UnsafeBufferPointer<UInt8>) -> T?) throws(RowError) -> T? {
        guard column >= 0 && column < columnCount else { throw .noColumn("\(column)") }
        let value: Result<T?, RowError> = result.withPointer { pointer in
            if PQgetisnull(pointer, index, Int32(column)) == 1 { return .success(nil) }
            let length = Int(PQgetlength(pointer, index, Int32(column)))
            let bytes = UnsafeRawPointer(PQgetvalue(pointer, index, Int32(column)))?
                .assumingMemoryBound(to: UInt8.self)
            if let value = read(UnsafeBufferPointer(start: bytes, count: length)) { return .success(value) }
            return .failure(.wrongKind(column: String(cString: PQfname(pointer, Int32(column))), wanted: kind))
        }
        return try value.get()
    }

    func required<T>(_ value: T?, _ column: Int) throws(RowError) -> T {
        guard let value else {
            throw .unexpectedNull(column: result.withPointer { String(cString: PQfname($0, Int32(column))) })
        }
        return value
    }
}

/// A row does not hold what the program expects of it: the statement and the code disagree.
public enum RowError: Error, Sendable, Equatable, CustomStringConvertible {
    case noColumn(String)
    case unexpectedNull(column: String)
    case wrongKind(column: String, wanted: String)

    public var description: String {
        switch self {
        case .noColumn(let name): "there is no column \(name)"
        case .unexpectedNull(let column): "column \(column) is NULL"
        case .wrongKind(let column, let wanted): "column \(column) is not \(wanted)"
        }
    }
}
