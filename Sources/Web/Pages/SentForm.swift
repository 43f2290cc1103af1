import Hummingbird
import UseCases
import Workflow

/// The form of a command as it was sent, with files or without.
struct SentForm {
    let form: Form
    /// What was asked, for the request's fingerprint.
    let bytes: [UInt8]
    /// A file that was not taken; the form comes back with the reason.
    let fault: FileFault?

    /// Checks that the form is one of ours. Files in it are uploaded to the project, whatever becomes of the command:
    /// they are ticked when the form comes back, and need not be sent again.
    static func read(_ call: Call, _ caller: Caller, of project: ProjectID) async throws -> SentForm {
        guard call.request.mediaType == MultipartReader.mediaType else {
            let bytes = try await call.body()
            let form = try Form(bytes)
            try FormToken.check(form, caller, call.services.secrets)
            return SentForm(form: form, bytes: bytes, fault: nil)
        }
        let sent = try await MultipartForm.read(call, caller, into: project)
        var texts = sent.form.texts
        for (field, file) in sent.received {
            let name = field.hasSuffix(".upload") ? String(field.dropLast(".upload".count)) : field
            texts["\(name).file", default: []].append(file.content.sha256)
        }
        return SentForm(form: Form(texts: texts), bytes: sent.canonical, fault: sent.refused.first?.fault)
    }

    /// The values with a document for each file that was uploaded with the form or ticked in it.
    func adding(
        _ values: Values, _ fields: [Field], _ call: Call, _ caller: Caller, _ project: ProjectID
    ) async throws -> Values {
        var values = values
        for field in fields where field.holdsDocuments {
            var documents: [Values] = []
            for sha in Set(form.texts["\(field.name).file"] ?? []).sorted() {
                do throws(UseCaseError) {
                    documents.append(
                        try await call.services.files.file(sha, of: project, for: caller.person).document.values)
                } catch {
                    guard error == .notFound else { throw error }
                    throw Problem(.fileUnknown(sha))
                }
            }
            values = values.adding(documents, to: field.name)
        }
        return values
    }
}
