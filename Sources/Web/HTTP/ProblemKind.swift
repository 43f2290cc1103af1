import Hummingbird

/// Every problem the edge itself can have; refusals of the rules bring their own words.
enum ProblemKind: String, CaseIterable {
    case notFound, methodNotAllowed, malformedRequest, malformedJSON, unknownField, malformedField, missingField
    case unitUnknown, malformedParameter, bodyTooLarge, mediaTypeUnsupported
    case notSignedIn, signInWrong, signInLocked, readRefused, writeRefused, crossSite
    case versionMissing, versionMalformed, stale
    case keyMissing, keyMalformed, keyReused, keyInProgress
    case handoverRefused, officeRefused, policyRefused, policyVersionFixed
    case databaseRefused, outcomeUnknown, unavailable, overloaded, internalError

    /// The code clients see. Names are camel case except where the interface's description fixed another one.
    var code: String { self == .outcomeUnknown ? "outcome-unknown" : rawValue }

    var status: HTTPResponse.Status {
        switch self {
        case .malformedRequest, .malformedJSON, .unknownField, .malformedField, .malformedParameter, .versionMalformed,
            .keyMissing, .keyMalformed:
            .badRequest
        case .notSignedIn, .signInWrong: .unauthorized
        case .readRefused, .writeRefused, .crossSite: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .keyInProgress, .policyVersionFixed: .conflict
        case .stale: .preconditionFailed
        case .bodyTooLarge: .contentTooLarge
        case .mediaTypeUnsupported: .unsupportedMediaType
        case .missingField, .unitUnknown, .keyReused, .databaseRefused, .handoverRefused,
            .officeRefused, .policyRefused:
            .unprocessableContent
        case .versionMissing: .preconditionRequired
        case .signInLocked: .tooManyRequests
        case .internalError: .internalServerError
        case .outcomeUnknown, .unavailable, .overloaded: .serviceUnavailable
        }
    }

    /// Seconds; nil where repeating would not help.
    var retryAfter: Int? {
        switch self {
        case .keyInProgress, .overloaded: 1
        case .outcomeUnknown, .unavailable: 5
        case .notFound, .methodNotAllowed, .malformedRequest, .malformedJSON, .unknownField, .malformedField,
            .missingField, .unitUnknown, .malformedParameter, .bodyTooLarge, .mediaTypeUnsupported, .notSignedIn,
            .signInWrong, .signInLocked, .readRefused, .writeRefused, .crossSite, .versionMissing, .versionMalformed,
            .stale, .keyMissing, .keyMalformed, .keyReused, .databaseRefused, .handoverRefused, .officeRefused,
            .policyRefused,
            .policyVersionFixed, .internalError:
            nil
        }
    }

    var title: String { words.title }
    var titleEn: String { words.titleEn }
    var detail: String { words.detail }
    var detailEn: String { words.detailEn }
}
