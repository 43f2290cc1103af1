import Hummingbird

/// Changes the language of the pages and leads back to the page one came from.
enum LanguageSwitch {
    /// A year: whoever chose once need not choose again.
    private static let keptFor = 365 * 24 * 60 * 60

    static func choose(_ call: Call) async throws -> Response {
        guard let language = Language(rawValue: try call.parameter("language")) else { throw Problem(.notFound) }
        let back = try Query(call.request, allowed: ["back"])["back"] ?? "/"
        var response = Response.seeOther(isOurs(back) ? back : "/")
        response.headers[.setCookie] =
            "\(Language.cookie)=\(language.rawValue); Path=/; Max-Age=\(keptFor); HttpOnly; SameSite=Lax"
            + (call.services.settings.secureCookies ? "; Secure" : "")
        return response
    }

    /// A page of this site and no other: a path, and nothing a browser could take for another host.
    private static func isOurs(_ back: String) -> Bool {
        back.hasPrefix("/") && !back.hasPrefix("//")
            && back.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }
    }
}
