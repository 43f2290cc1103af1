import HTTPTypes
import Hummingbird

/// Defence against writes that another site makes a signed-in browser send (CSRF).
///
/// Three fences stand one behind the other: the cookie is SameSite=Lax, the browser's own word where a request comes
/// from is checked here, and forms carry a token that only our pages know (`FormToken`).
enum SameOrigin {
    /// A bearer token is never sent by itself, so it needs no such defence.
    static func check(_ request: Request, _ caller: Caller) throws {
        let isForm = request.mediaType == Form.mediaType || request.mediaType == MultipartReader.mediaType
        if caller.proof == .cookie { try check(request, unsaid: isForm) }
    }

    /// - Parameter unsaid: the answer where the browser says nothing (before 2020): forms may pass, for they carry
    ///   a token besides; scripts may not.
    static func check(_ request: Request, unsaid: Bool) throws {
        var said = unsaid
        if let site = request.headers[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw Problem(.crossSite) }
            said = true
        }
        if let origin = request.headers[.origin] {
            let host = origin.drop { $0 != "/" }.drop { $0 == "/" }
            guard !host.isEmpty, host == request.head.authority ?? "" else { throw Problem(.crossSite) }
            said = true
        }
        guard said else { throw Problem(.crossSite) }
    }
}

extension HTTPField.Name {
    // Constants, checked by every run: unwrapping them says nothing about input.
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let requestID = HTTPField.Name("X-Request-Id")!
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    static let uploadOffset = HTTPField.Name("Upload-Offset")!
    static let uploadLength = HTTPField.Name("Upload-Length")!
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
}
