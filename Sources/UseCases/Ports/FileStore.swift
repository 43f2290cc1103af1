public import Workflow

/// Which files belong to which project. The bytes are the vault's.
public protocol FileStore: Sendable {
    /// Adds a file to a project, with its content if nobody sent that before; the same file again changes nothing.
    /// Throws `constraint("file_quota")` when the project's space is used up.
    func add(_ file: ProjectFile, to project: ProjectID) async throws(StoreError)

    /// Takes a file back from its project. Throws `constraint("file_attached")` when the log names it.
    func withdraw(
        _ sha256: String, of project: ProjectID, by person: PersonID, at now: Instant
    ) async throws(StoreError)

    /// A project's files in the order they came.
    func files(of project: ProjectID) async throws(StoreError) -> [ProjectFile]

    func file(_ sha256: String, of project: ProjectID) async throws(StoreError) -> ProjectFile?

    /// Files of other projects of the town that are the same as this project's, or look the same.
    func duplicates(of project: ProjectID) async throws(StoreError) -> [FileDuplicate]
}

/// A file of a project: what was sent, by whom, as what.
public struct ProjectFile: Hashable, Sendable {
    /// The name of what came without one.
    public static let unnamed = "未命名"

    public let content: StoredFile
    public let kind: DocumentKind
    public let name: String
    public let by: PersonID
    public let at: Instant

    public init(content: StoredFile, kind: DocumentKind, name: String, by: PersonID, at: Instant) {
        self.content = content
        self.kind = kind
        self.name = name
        self.by = by
        self.at = at
    }

    /// What a command carries to say that it means this file.
    public var document: Document { Document(kind: kind, name: name, sha256: content.sha256) }
}

/// The same picture in two projects: a warning with its evidence, never a verdict.
public struct FileDuplicate: Hashable, Sendable {
    public let sha256: String
    public let name: String
    /// Where else it was found.
    public let other: ProjectID
    public let otherTitle: String
    public let otherSHA256: String
    public let otherName: String
    public let otherAt: Instant
    /// Bits in which the two pictures' hashes differ, of 64; 0 and the same content is the same file.
    public let distance: Int

    public init(
        sha256: String, name: String, other: ProjectID, otherTitle: String, otherSHA256: String, otherName: String,
        otherAt: Instant, distance: Int
    ) {
        self.sha256 = sha256
        self.name = name
        self.other = other
        self.otherTitle = otherTitle
        self.otherSHA256 = otherSHA256
        self.otherName = otherName
        self.otherAt = otherAt
        self.distance = distance
    }

    public var isSameFile: Bool { sha256 == otherSHA256 }
}

/// How alike two pictures have to be, and how that is found without looking at all of them.
public enum PhotoLook {
    /// At most five bits of 64: the same photo sent through a chat differs in zero to four, another one in twenty.
    public static let distance = 5

    /// Six slices of the hash, each with its place. Two hashes that differ in five bits agree in one slice at least,
    /// so an index over slices finds them all.
    public static func slices(_ look: UInt64) -> [Int32] {
        let widths = [11, 11, 11, 11, 10, 10]
        var rest = look
        return widths.enumerated().map { index, width in
            defer { rest >>= UInt64(width) }
            return Int32(index) << 16 | Int32(rest & (1 << UInt64(width) - 1))
        }
    }

    /// A plain wall or a black photo looks like any other: nothing follows from it.
    public static func isTelling(_ look: UInt64) -> Bool { (6...58).contains(look.nonzeroBitCount) }
}
