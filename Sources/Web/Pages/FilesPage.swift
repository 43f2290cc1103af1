import Hummingbird
import UseCases
import Workflow

/// A project's photos and papers, with a form to upload that needs no script.
enum FilesPage {
    struct FileView {
        let kind: String
        let name: String
        let by: String
        let day: String
        let size: String
        let thumb: String?
        let screen: String?
        let document: String?
        /// Of the picture as sent, so that the page does not jump while it loads.
        let width: Int
        let height: Int
    }

    struct OriginalView {
        let id: String
        let sha: String
        let name: String
        let formToken: String
    }

    static func show(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["done"])
        let done = try query.number("done", 0...100, default: 0)
        return .page(try await html(call, caller, done: done == 0 ? nil : done, message: nil))
    }

    static func upload(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        guard call.request.mediaType == MultipartReader.mediaType else {
            throw Problem(.mediaTypeUnsupported, detail: "请用页面上的表单上传。", detailEn: "Send the page's form.")
        }
        let sent = try await MultipartForm.read(call, caller, into: id)
        guard !sent.received.isEmpty || !sent.refused.isEmpty else { throw Problem(FileFault.empty) }
        guard let complaint = sent.complaint(call.words) else {
            return .seeOther("/projects/\(id)/files?done=\(sent.received.count)")
        }
        let taken = sent.received.isEmpty ? nil : sent.received.count
        return .page(try await html(call, caller, done: taken, message: complaint), status: .unprocessableContent)
    }

    static func withdraw(_ call: Call, _ caller: Caller) async throws -> Response {
        let id = try call.projectID()
        try FormToken.check(try await Form(call), caller, call.services.secrets)
        do {
            try await call.services.files.withdraw(try call.parameter("sha"), of: id, by: caller.person)
            return .seeOther("/projects/\(id)/files")
        } catch UseCaseError.file(let fault) {
            let problem = Problem(fault)
            return .page(
                try await html(call, caller, done: nil, message: call.words.said(problem)), status: problem.status)
        }
    }

    private static func html(
        _ call: Call, _ caller: Caller, done: Int?, message: String?
    ) async throws -> String {
        let id = try call.projectID()
        let view = try await call.services.reading.project(id, for: caller.person)
        let files = try await call.services.files.files(of: id, for: caller.person)
        let duplicates = try await call.services.files.duplicates(of: id, for: caller.person)
        var content = try await content(files, view, call, caller)
        content["id"] = id.description
        content["number"] = view.labels.number
        content["heading"] = call.words("files.title")
        content["duplicates"] = duplicates.map { AlikeView($0, on: id, files, call.words) }
        let expected = view.summary.state.expectedPhoto.rawValue
        content["kinds"] = Choices.documents.map {
            FieldView.Option(value: $0.value, label: call.words($0), chosen: $0.value == expected)
        }
        content["mayReadOriginal"] = caller.person.may(.readOriginal, on: call.services.clock.now().civilDate)
        let token = FormToken.of(caller, call.services.secrets)
        content["originals"] = files.filter { $0.content.type != .pdf }.map {
            OriginalView(
                id: id.description, sha: $0.content.sha256, name: call.words.fileName($0.name), formToken: token)
        }
        // A step that names one refuses; which ones they are stands in the log, not in this list.
        content["own"] = files.filter { $0.by == caller.person.id }.map {
            OriginalView(
                id: id.description, sha: $0.content.sha256, name: call.words.fileName($0.name), formToken: token)
        }
        content["done"] = done
        content["message"] = message
        return call.pages.render(
            "project-files", .init(title: view.summary.title, caller: caller, part: .projects), call, content)
    }

    /// What the partial `files` needs; the project's page shows it as well.
    static func content(
        _ files: [ProjectFile], _ view: ProjectView, _ call: Call, _ caller: Caller
    ) async throws -> [String: Any] {
        let people = try await call.services.files.names(of: Set(files.map(\.by)), in: view.summary.place.town)
        let today = call.services.clock.now().civilDate
        let mayUpload =
            WriteOperation.addFile.permitted.contains { caller.person.holds($0, over: view.summary.place, on: today) }
            && !view.summary.state.isEnd && view.summary.state != .closedOut
        return [
            "files": files.map { FileView($0, of: view.summary.id, by: people[$0.by] ?? "", call.words) },
            "hasFiles": !files.isEmpty, "mayUpload": mayUpload,
        ]
    }
}

extension FilesPage.FileView {
    init(_ file: ProjectFile, of project: ProjectID, by: String, _ words: Words) {
        let base = "/projects/\(project)/files/\(file.content.sha256)"
        let isPhoto = file.content.type != .pdf
        kind = words(file.kind)
        name = words.fileName(file.name)
        self.by = by
        day = words.day(file.at.civilDate)
        size = file.content.size.bytesText
        thumb = isPhoto ? "\(base)/thumb" : nil
        screen = isPhoto ? "\(base)/screen" : nil
        document = isPhoto ? nil : "\(base)/document"
        width = file.content.width ?? 0
        height = file.content.height ?? 0
    }
}

extension Int {
    /// A file's size as people read it: 3.2MB.
    var bytesText: String {
        if self < 1 << 10 { return "\(self)B" }
        if self < 1 << 20 { return "\(self >> 10)KB" }
        let tenths = self * 10 / (1 << 20)
        return "\(tenths / 10).\(tenths % 10)MB"
    }
}

extension State {
    /// What is photographed at this time of a project.
    var expectedPhoto: DocumentKind {
        switch self {
        case .draft, .submitted, .returned, .inReview, .inApproval: .beforePhoto
        case .onNotice: .noticeProof
        case .inExecution, .suspended: .duringPhoto
        case .inAcceptance, .inRectification, .completed, .closedOut, .declined, .withdrawn, .terminated: .afterPhoto
        }
    }
}
