public import Workflow

/// Originals as they were sent, with place and camera: for named roles only, with a reason that is kept.
extension Files {
    public func original(
        _ sha256: String, of project: ProjectID, reason: String, by person: Person
    ) async throws(UseCaseError) -> (file: ProjectFile, read: OriginalReader) {
        let file = try await file(sha256, of: project, for: person)
        guard person.may(.readOriginal, on: clock.now().civilDate) else { throw .writeRefused }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .opinion(.reasonMissing) }
        // Noted before it is opened: what cannot be noted is not read.
        try await audit.note(
            .sealedRead, by: person, "original \(sha256.prefix(16)) of project \(project)", detail: reason)
        return (file, try await kept { () throws(FileFault) in try await vault.original(sha256) })
    }
}
