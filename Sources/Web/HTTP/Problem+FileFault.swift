import Hummingbird
import UseCases

extension Problem {
    /// Why a file was not taken, with what to do about it.
    init(_ fault: FileFault) {
        self.init(fault.problem, detail: fault.chinese, detailEn: fault.english, code: fault.code)
        if case .storage(let reason) = fault { internalDetail = reason }
        if case .busy = fault { retryAfter = 1 }
        if case .fileUnknown = fault { field = "documents" }
    }
}

extension FileFault {
    /// The kind of problem it is, with its status.
    var problem: ProblemKind {
        switch self {
        case .tooLarge: .fileTooLarge
        case .typeUnknown, .heic: .fileTypeUnknown
        case .offsetWrong, .busy, .projectEnded, .quotaUsedUp, .attached: .fileConflict
        case .notYours: .writeRefused
        case .uploadUnknown: .notFound
        case .storage: .unavailable
        case .empty, .incomplete, .polyglot, .tooManyPixels, .unreadable, .fileUnknown: .fileRefused
        }
    }
}
