import Hummingbird

/// The languages of the pages. Chinese comes first.
enum Language: String, CaseIterable, Sendable {
    case zh, en

    /// The tag of HTML's `lang`.
    var tag: String {
        switch self {
        case .zh: "zh-CN"
        case .en: "en"
        }
    }

    /// The cookie that keeps a choice made with the switch; no secret, and needed before anybody signs in.
    static let cookie = "liban-language"

    /// What the person chose, else what the browser prefers, else Chinese.
    init(_ request: Request) {
        let chosen = request.cookies[Self.cookie].flatMap { Language(rawValue: $0.value) }
        self = chosen ?? Self.preferred(request.headers[.acceptLanguage] ?? "")
    }

    /// English only where it is wanted more than Chinese (RFC 9110 §12.5.4).
    static func preferred(_ header: String) -> Language {
        var best: [Language: Double] = [:]
        for range in header.split(separator: ",").prefix(20) {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first?.lowercased(),
                let language = Language(rawValue: String(tag.prefix { $0 != "-" }))
            else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            best[language] = max(best[language] ?? 0, weight)
        }
        return (best[.en] ?? 0) > (best[.zh] ?? 0) ? .en : .zh
    }
}

extension Call {
    var language: Language { Language(request) }
    /// The texts in the language of whoever asks.
    var words: Words { pages.words(language) }
}
