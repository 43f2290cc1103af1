public import Workflow

/// Files of projects: uploading in one go or in pieces, listing, and reading the copies that are served.
public struct Files: Sendable {
    let store: any FileStore
    let projects: any ProjectStore
    let vault: any FileVault
    let directory: Directory
    let audit: AuditLog
    let secrets: any Secrets
    let clock: any WallClock

    public init(
        store: any FileStore, projects: any ProjectStore, vault: any FileVault, directory: Directory,
        audit: AuditLog, secrets: any Secrets, clock: any WallClock
    ) {
        self.store = store
        self.projects = projects
        self.vault = vault
        self.directory = directory
        self.audit = audit
        self.secrets = secrets
        self.clock = clock
    }

    /// Opens an upload under the client's key; the same key again finds it where it stands.
    ///
    /// - Parameter size: bytes to come; nil where they come in one request.
    public func open(
        _ project: ProjectID, name: String, kind: DocumentKind, size: Int?, key: String, by person: Person
    ) async throws(UseCaseError) -> UploadState {
        try await permitAdding(to: project, person)
        if let size {
            guard size > 0 else { throw .file(.empty) }
            guard size <= FileLimits.bytes else { throw .file(.tooLarge) }
        }
        let asked = "upload \(person.town)/\(person.id)/\(project)/\(key)"
        let token = secrets.sha256(Array(asked.utf8)).hex
        let upload = Upload(
            token: token, project: project.description, person: person.id.raw, name: Self.cleaned(name), kind: kind,
            size: size)
        let state = try await kept { () throws(FileFault) in try await vault.open(upload) }
        // The same key for another file is a mistake of the client.
        guard state.upload == upload else { throw .keyReused }
        return state
    }

    /// The upload as it stands; another person's does not exist.
    public func state(of token: String, for person: Person) async throws(UseCaseError) -> UploadState {
        guard token.utf8.count == 64, token.utf8.allSatisfy(\.isHexDigit) else { throw .file(.uploadUnknown) }
        let state = try await kept { () throws(FileFault) in try await vault.state(of: token) }
        guard let state, state.upload.person == person.id.raw, ProjectID(state.upload.project)?.town == person.town
        else { throw .file(.uploadUnknown) }
        return state
    }

    /// Appends one piece. Call `state` first: it says whether the person may.
    public func append(_ bytes: [UInt8], to state: UploadState, at offset: Int) async throws(UseCaseError) -> Int {
        let end = offset + bytes.count
        guard end <= state.upload.size ?? FileLimits.bytes else { throw .file(.tooLarge) }
        return try await kept { () throws(FileFault) in
            try await vault.append(bytes, to: state.upload.token, at: offset)
        }
    }

    /// Makes the upload a file of its project. Again gives the same file.
    public func finish(_ token: String, by person: Person) async throws(UseCaseError) -> ProjectFile {
        let state = try await state(of: token, for: person)
        guard let project = ProjectID(state.upload.project) else { throw .file(.uploadUnknown) }
        if let sha256 = state.sha256 { return try await file(sha256, of: project, for: person) }
        try await permitAdding(to: project, person)
        if let size = state.upload.size, state.offset < size { throw .file(.offsetWrong(expected: state.offset)) }
        let content = try await kept { () throws(FileFault) in try await vault.finish(token) }
        let file = ProjectFile(
            content: content, kind: state.upload.kind, name: state.upload.name, by: person.id, at: clock.now())
        do throws(StoreError) { try await store.add(file, to: project) } catch {
            guard case .constraint("file_quota", _) = error else { throw .store(error) }
            throw .file(.quotaUsedUp)
        }
        try await kept { () throws(FileFault) in try await vault.settle(token, as: content.sha256) }
        return try await self.file(content.sha256, of: project, for: person)
    }

    /// Takes back a file that the person sent by mistake, while no step names it.
    public func withdraw(_ sha256: String, of project: ProjectID, by person: Person) async throws(UseCaseError) {
        let file = try await file(sha256, of: project, for: person)
        try await permitAdding(to: project, person)
        guard file.by == person.id else { throw .file(.notYours) }
        do throws(StoreError) {
            try await store.withdraw(sha256, of: project, by: person.id, at: clock.now())
        } catch {
            switch error {
            case .constraint("file_attached", _): throw .file(.attached)
            case .constraint("file_of_uploader", _): throw .notFound
            case let error: throw .store(error)
            }
        }
    }

    public func files(of project: ProjectID, for person: Person) async throws(UseCaseError) -> [ProjectFile] {
        try permitReading(project, person)
        return try await stored { try await store.files(of: project) }
    }

    public func file(
        _ sha256: String, of project: ProjectID, for person: Person
    ) async throws(UseCaseError) -> ProjectFile {
        try permitReading(project, person)
        guard sha256.utf8.count == 64, sha256.utf8.allSatisfy(\.isHexDigit),
            let file = try await stored({ try await store.file(sha256, of: project) })
        else { throw .notFound }
        return file
    }

    /// A served copy, with the file it is of.
    public func copy(
        _ sha256: String, _ variant: FileVariant, of project: ProjectID, for person: Person
    ) async throws(UseCaseError) -> (file: ProjectFile, copy: ServedCopy) {
        let file = try await file(sha256, of: project, for: person)
        guard (file.content.type == .pdf) == (variant == .document), let copy = await vault.copy(sha256, variant)
        else { throw .notFound }
        return (file, copy)
    }

    public func duplicates(of project: ProjectID, for person: Person) async throws(UseCaseError) -> [FileDuplicate] {
        try permitReading(project, person)
        return try await stored { try await store.duplicates(of: project) }
    }

    /// The names of those who sent files, for lists.
    public func names(of people: Set<PersonID>, in town: TownID) async throws(UseCaseError) -> [PersonID: String] {
        guard !people.isEmpty else { return [:] }
        let named = try await directory.people(of: town).filter { people.contains($0.id) }.map { ($0.id, $0.name) }
        return Dictionary(named) { first, _ in first }
    }

    func permitReading(_ project: ProjectID, _ person: Person) throws(UseCaseError) {
        guard person.town == project.town else { throw .notFound }
        guard person.mayRead(.files, in: project.town, on: clock.now().civilDate) else { throw .readRefused(.files) }
    }

    /// Whoever works on a project adds to its file, where they hold office and while it is open.
    private func permitAdding(to project: ProjectID, _ person: Person) async throws(UseCaseError) {
        guard person.town == project.town, let record = try await stored({ try await projects.record(of: project) })
        else { throw .notFound }
        let (today, place) = (clock.now().civilDate, record.summary.place)
        let isPermitted = WriteOperation.addFile.permitted.contains { person.holds($0, over: place, on: today) }
        guard isPermitted else { throw .writeRefused }
        guard !record.summary.state.isEnd, record.summary.state != .closedOut else { throw .file(.projectEnded) }
    }

    /// The last part of whatever path a browser sends, without control characters, cut to what a row shows.
    private static func cleaned(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let plain = String(String.UnicodeScalarView(last.unicodeScalars.filter(\.isPrintable)))
        let cut = String(plain.prefix(FileLimits.name))
        return cut.allSatisfy(\.isWhitespace) ? ProjectFile.unnamed : cut
    }
}

/// Runs calls of the vault and says their fault in the use case's words.
func kept<Value>(_ body: () async throws(FileFault) -> Value) async throws(UseCaseError) -> Value {
    do throws(FileFault) { return try await body() } catch { throw .file(error) }
}

extension Unicode.Scalar {
    /// No control character, and none that turns the writing direction of a file's name around.
    fileprivate var isPrintable: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        case _: true
        }
    }
}

extension [UInt8] {
    /// Lower-case hexadecimal.
    public var hex: String {
        let digits = Array<UInt8>("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self) }
}
