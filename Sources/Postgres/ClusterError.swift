internal import Glibc

/// Why the private cluster does not run, in one sentence with what to do.
public struct ClusterError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }

    /// A system call failed; `number` is its errno.
    init(_ action: String, errno number: Int32) {
        self.init("cannot \(action): \(errorText(number))")
    }
}

/// What the system calls the error `number`.
func errorText(_ number: Int32) -> String { strerror(number).map { String(cString: $0) } ?? "error \(number)" }
