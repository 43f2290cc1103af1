import Hummingbird
import HummingbirdCore
import UseCases
import Workflow

/// A form with files in it, read as it comes: fields as text, each file straight into the project's store.
///
/// Fields come before files in our forms, so the form's token is known, and checked, before anything is stored.
struct MultipartForm {
    let form: Form
    /// Files taken, with the field each came in.
    private(set) var received: [(field: String, file: ProjectFile)] = []
    /// Files not taken, by their names. The others are kept: what was sent over a weak network is not sent twice.
    private(set) var refused: [(name: String, fault: FileFault)] = []

    /// Photos in one form: more are sent in a second one.
    private static let fileLimit = 20

    static func read(_ call: Call, _ caller: Caller, into project: ProjectID) async throws -> MultipartForm {
        var reading = try Reading(call, caller, project)
        var multipart = try MultipartReader(contentType: call.request.headers[.contentType] ?? "")
        for try await buffer in call.request.body {
            for piece in try multipart.feed(buffer.readableBytesView) { try await reading.take(piece) }
        }
        guard multipart.isComplete else { throw Problem(.malformedRequest) }
        try FormToken.check(reading.form, caller, call.services.secrets)
        return MultipartForm(form: reading.form, received: reading.received, refused: reading.refused)
    }

    /// What was asked, for the fingerprint of a request: the fields and the hashes of the files.
    var canonical: [UInt8] {
        let fields = form.texts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.joined(separator: "\u{1F}"))" }
        let files = received.map { "\($0.field)=\($0.file.content.sha256)" }
        return Array((fields + files).joined(separator: "\u{1E}").utf8)
    }

    /// One sentence about every file that was not taken.
    func complaint(_ words: Words) -> String? {
        refused.map { "“\($0.name)”\(words.pick("：", ": "))\(words.pick($0.fault.chinese, $0.fault.english))" }
            .joined(separator: words.pick("", " ")).nilIfEmpty
    }

    private struct Reading {
        let call: Call
        let caller: Caller
        let project: ProjectID
        var form = Form(texts: [:])
        var received: [(field: String, file: ProjectFile)] = []
        var refused: [(name: String, fault: FileFault)] = []
        private var field = ""
        private var text: [UInt8]?
        private var textBytes = 0
        private var upload: (state: UploadState, offset: Int)?
        private var isTokenChecked = false

        init(_ call: Call, _ caller: Caller, _ project: ProjectID) throws {
            self.call = call
            self.caller = caller
            self.project = project
        }

        mutating func take(_ piece: MultipartReader.Piece) async throws {
            switch piece {
            case .begin(let name, nil): (field, text) = (name, [])
            case .begin(let name, let fileName?): try await begin(name, fileName)
            case .data(let bytes): try await add(bytes)
            case .end: try await end()
            }
        }

        private mutating func begin(_ name: String, _ fileName: String) async throws {
            (field, text, upload) = (name, nil, nil)
            // A browser sends an empty part for a field in which no file was chosen.
            guard !fileName.isEmpty else { return }
            if !isTokenChecked {
                try FormToken.check(form, caller, call.services.secrets)
                isTokenChecked = true
            }
            guard received.count + refused.count < MultipartForm.fileLimit else { throw Problem(.bodyTooLarge) }
            // A field says what its files are; a form may also ask.
            let said = form["\(name).kind"] ?? form["kind"] ?? ""
            let state = try await call.services.files.open(
                project, name: fileName, kind: DocumentKind(rawValue: said) ?? .other, size: nil,
                key: call.services.secrets.randomToken(), by: caller.person)
            upload = (state, 0)
        }

        private mutating func add(_ bytes: [UInt8]) async throws {
            if let (state, offset) = upload {
                do throws(UseCaseError) {
                    let end = try await call.services.files.append(bytes, to: state, at: offset)
                    upload = (state, end)
                } catch { try note(error, state) }
            } else if text != nil {
                textBytes += bytes.count
                guard textBytes <= Call.bodyLimit else { throw Problem(.bodyTooLarge) }
                text?.append(contentsOf: bytes)
            }
        }

        private mutating func end() async throws {
            if let (state, _) = upload {
                do throws(UseCaseError) {
                    let file = try await call.services.files.finish(state.upload.token, by: caller.person)
                    received.append((field, file))
                } catch { try note(error, state) }
                upload = nil
            } else if let bytes = text {
                try form.add(field, bytes)
                text = nil
            }
        }

        /// A file that is not taken does not take the others with it.
        private mutating func note(_ error: UseCaseError, _ state: UploadState) throws {
            guard case .file(let fault) = error else { throw error }
            if case .storage = fault { throw error }
            refused.append((state.upload.name, fault))
            upload = nil
        }
    }
}
