public import Workflow

/// The bytes of files, outside the database: uploads under way, sealed originals, and the copies that are served.
///
/// Implemented on a directory by `Vault`. A file is known by the SHA-256 of what was sent, in lower-case hex.
public protocol FileVault: Sendable {
    /// Opens an upload, or finds it as it stands when it was opened before under the same token.
    func open(_ upload: Upload) async throws(FileFault) -> UploadState

    func state(of token: String) async throws(FileFault) -> UploadState?

    /// Appends a piece; refused unless it begins where the upload ends. Returns the new end.
    func append(_ bytes: [UInt8], to token: String, at offset: Int) async throws(FileFault) -> Int

    /// Checks what was sent, makes the copies, seals the original. The bytes are safe on disk when it returns.
    func finish(_ token: String) async throws(FileFault) -> StoredFile

    /// Notes that the upload became this file, so that finishing it again gives the same answer.
    func settle(_ token: String, as sha256: String) async throws(FileFault)

    /// Where a served copy lies and how many bytes it has; nil when there is none.
    func copy(_ sha256: String, _ variant: FileVariant) async -> ServedCopy?

    /// The original, opened; it is decrypted piece by piece.
    func original(_ sha256: String) async throws(FileFault) -> OriginalReader
}

/// Gives the next piece of an original; nil at its end.
public typealias OriginalReader = @Sendable () throws -> [UInt8]?

/// A file on its way: who sends what for which project. Lives beside the bytes until it is finished.
public struct Upload: Hashable, Codable, Sendable {
    public let token: String
    public let project: String
    public let person: Int32
    public let name: String
    public let kind: DocumentKind
    /// Bytes announced; nil where they come in one request and are counted as they come.
    public let size: Int?

    public init(token: String, project: String, person: Int32, name: String, kind: DocumentKind, size: Int?) {
        self.token = token
        self.project = project
        self.person = person
        self.name = name
        self.kind = kind
        self.size = size
    }
}

public struct UploadState: Hashable, Sendable {
    public let upload: Upload
    /// Bytes received: where the next piece begins.
    public let offset: Int
    /// The file it became, once it is finished.
    public let sha256: String?

    public init(upload: Upload, offset: Int, sha256: String?) {
        self.upload = upload
        self.offset = offset
        self.sha256 = sha256
    }
}

/// The four types that are taken, by what their bytes say and never by their name.
public enum FileType: String, CaseIterable, Codable, Sendable {
    case jpeg, png, webp, pdf

    public var mediaType: String { self == .pdf ? "application/pdf" : "image/\(rawValue)" }
    public var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
}

/// The forms a file is served in.
public enum FileVariant: String, CaseIterable, Sendable {
    /// A photo in a list, and filling a screen: re-encoded, without place or camera.
    case thumb, screen
    /// A PDF as it was sent, only ever as an attachment.
    case document

    public var mediaType: String { self == .document ? "application/pdf" : "image/jpeg" }
}

public struct ServedCopy: Hashable, Sendable {
    public let path: String
    public let size: Int

    public init(path: String, size: Int) {
        self.path = path
        self.size = size
    }
}

/// What is known of a file's content, whoever sent it.
public struct StoredFile: Hashable, Sendable {
    public let sha256: String
    public let size: Int
    public let type: FileType
    /// Pixels as sent, and the difference hash of the picture; nil for a PDF.
    public let width: Int?
    public let height: Int?
    public let look: UInt64?
    /// SHA-256 of the served copies; nil for a PDF, which is served as it is.
    public let screenSHA256: String?
    public let thumbSHA256: String?

    public init(
        sha256: String, size: Int, type: FileType, width: Int?, height: Int?, look: UInt64?, screenSHA256: String?,
        thumbSHA256: String?
    ) {
        self.sha256 = sha256
        self.size = size
        self.type = type
        self.width = width
        self.height = height
        self.look = look
        self.screenSHA256 = screenSHA256
        self.thumbSHA256 = thumbSHA256
    }
}
