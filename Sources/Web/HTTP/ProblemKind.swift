import Hummingbird

/// Every problem the edge itself can have; refusals of the rules bring their own words.
enum ProblemKind: String, CaseIterable {
    case notFound, tooManyRequests, methodNotAllowed, malformedRequest, malformedJSON, unknownField, malformedField,
        missingField
    case unitUnknown, malformedParameter, parametersClash, bodyTooLarge, mediaTypeUnsupported
    case secondFactorNeeded, enrolmentNeeded, newPasswordNeeded, sessionNeeded, tokenScopeMissing, passwordRefused
    case accountRefused, providerFailed
    case notSignedIn, signInWrong, signInLocked, readRefused, writeRefused, crossSite
    case versionMissing, versionMalformed, stale
    case keyMissing, keyMalformed, keyReused, keyInProgress, answerNotKept
    case registerRefused, handoverRefused, officeRefused, fundRefused, policyRefused, policyVersionFixed
    case fileTooLarge, fileTypeUnknown, fileRefused, fileConflict, opinionRefused
    case databaseRefused, outcomeUnknown, unavailable, overloaded, internalError

    /// The code clients see. Names are camel case except where the interface's description fixed another one.
    var code: String { self == .outcomeUnknown ? "outcome-unknown" : rawValue }

    var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest, .malformedJSON, .unknownField, .malformedField, .malformedParameter, .versionMalformed,
            .keyMissing, .keyMalformed:
            .badRequest
        case .notSignedIn, .signInWrong, .secondFactorNeeded: .unauthorized
        case .readRefused, .writeRefused, .crossSite, .enrolmentNeeded, .newPasswordNeeded, .sessionNeeded,
            .tokenScopeMissing:
            .forbidden
        case .passwordRefused, .accountRefused: .unprocessableContent
        case .providerFailed: .badGateway
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .keyInProgress, .answerNotKept, .policyVersionFixed, .fileConflict: .conflict
        case .stale: .preconditionFailed
        case .bodyTooLarge, .fileTooLarge: .contentTooLarge
        case .mediaTypeUnsupported, .fileTypeUnknown: .unsupportedMediaType
        case .missingField, .unitUnknown, .parametersClash, .keyReused, .databaseRefused, .handoverRefused,
            .officeRefused, .fundRefused,
            .policyRefused, .fileRefused, .opinionRefused, .registerRefused:
            .unprocessableContent
        case .versionMissing: .preconditionRequired
        case .signInLocked, .tooManyRequests: .tooManyRequests
        case .internalError: .internalServerError
        case .outcomeUnknown, .unavailable, .overloaded: .serviceUnavailable
        }
    }

    /// Seconds; nil where repeating would not help.
    var retryAfter: Int? {
        switch self {
        case .keyInProgress, .overloaded, .tooManyRequests: 1
        case .outcomeUnknown, .unavailable: 5
        case .notFound, .methodNotAllowed, .malformedRequest, .malformedJSON, .unknownField, .malformedField,
            .missingField, .unitUnknown, .malformedParameter, .parametersClash, .bodyTooLarge, .mediaTypeUnsupported,
            .notSignedIn,
            .signInWrong, .secondFactorNeeded, .enrolmentNeeded, .newPasswordNeeded, .sessionNeeded, .tokenScopeMissing,
            .passwordRefused, .accountRefused, .providerFailed, .signInLocked, .readRefused, .writeRefused, .crossSite,
            .versionMissing, .versionMalformed,
            .stale, .keyMissing, .keyMalformed, .keyReused, .answerNotKept, .databaseRefused, .handoverRefused,
            .officeRefused, .fundRefused,
            .policyRefused, .policyVersionFixed, .fileTooLarge, .fileTypeUnknown, .fileRefused,
            .fileConflict, .opinionRefused, .registerRefused, .internalError:
            nil
        }
    }

    var title: String { words.title }
    var titleEn: String { words.titleEn }
    var detail: String { words.detail }
    var detailEn: String { words.detailEn }
}
