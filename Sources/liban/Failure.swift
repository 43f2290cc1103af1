import Foundation

/// How the program ends.
enum ExitStatus: Int32 {
    case done = 0
    case dataSaysNo = 1
    case usage = 2
    case environment = 3
}

/// An end that is not success: one sentence with what to do, Chinese then English.
struct Failure: Error {
    let status: ExitStatus
    let message: String

    /// - Parameter details: lines to print below the sentence, such as a table.
    init(_ status: ExitStatus, _ chinese: String, _ english: String, details: String = "") {
        self.status = status
        // One line, whatever the system put into its own words.
        message =
            "liban: \(chinese) / \(english)".split(whereSeparator: \.isNewline).joined(separator: " ")
            + (details.isEmpty ? "" : "\n\(details)")
    }

    /// For ends whose findings were printed already.
    init(_ status: ExitStatus) {
        self.status = status
        message = ""
    }
}

enum Terminal {
    /// To standard error, so that a pipe carries nothing but the answer.
    static func say(_ message: String) {
        guard !message.isEmpty else { return }
        FileHandle.standardError.write(Data((message + "\n").utf8))
    }

    /// Progress is for eyes: none where nobody watches.
    static let isWatched = isatty(STDERR_FILENO) == 1

    /// Overwrites the line of progress; an empty text removes it.
    static func progress(_ text: String) {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
}
