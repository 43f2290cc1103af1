import HTTPTypes
import Hummingbird

/// The headers that keep a browser from doing what our pages never ask for.
enum SecurityHeaders {
    /// Scripts, styles and pictures only as files of our own, nothing inline, forms only to ourselves, in nobody's
    /// frame. `connect-src` is for what scripts send: drafts, photos, live changes.
    static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; frame-ancestors 'none'; base-uri 'none'
        """

    /// A drawing opened by itself styles itself and brings its font along; it still loads nothing and runs nothing.
    static let drawingPolicy = """
        default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'none'; \
        base-uri 'none'
        """

    /// The least that every answer has, even one that no route and no problem made.
    static func addLeast(to headers: inout HTTPFields) {
        headers[.contentSecurityPolicy] = policy
        headers[.xContentTypeOptions] = "nosniff"
        headers[.referrerPolicy] = "same-origin"
        headers[.cacheControl] = "no-store"
    }

    static func add(to response: inout Response, private: Bool) {
        let isDrawing = response.headers[.contentType]?.hasPrefix("image/svg") ?? false
        // A file that strangers sent brings a stricter one along.
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = isDrawing ? drawingPolicy : policy
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.openerPolicy] = "same-origin"
        response.headers[.resourcePolicy] = "same-origin"
        response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = `private` ? "no-store" : "no-cache"
        }
    }
}
