import Workflow

/// The texts of one language, from `Resources/words.<language>.txt`: one a line, `name = text`, with `{{gap}}` where
/// something is filled in.
///
/// Templates say `[[days.left]]`, which is put in when they are read; Swift says `words("days.left", ["days": "3"])`.
/// Words of the core (states, roles, commands, refusals) stand beside their cases in both languages: `words(state)`.
struct Words: Sendable {
    let language: Language
    private let texts: [String: String]
    private let phrases: Phrases?

    /// - Parameter phrases: the forms of sheets and warnings in this language; nil where they are made in it.
    init(_ language: Language, file: String, phrases: String? = nil) {
        self.language = language
        self.phrases = phrases.map(Phrases.init(file:))
        var texts: [String: String] = [:]
        for line in file.split(separator: "\n") where !line.hasPrefix("#") {
            guard let equals = line.firstRange(of: " = ") else { continue }
            texts[String(line[..<equals.lowerBound])] = String(line[equals.upperBound...])
        }
        self.texts = texts
    }

    /// Every name there is.
    var names: Set<String> { Set(texts.keys) }

    /// The text as it stands in the file; nil where there is none.
    func raw(_ name: String) -> String? { texts[name] }

    /// The text with its gaps filled. A name that is missing shows itself; a test finds it before anybody sees it.
    func callAsFunction(_ name: String, _ values: [String: String] = [:]) -> String {
        guard let text = texts[name] else { return name }
        return values.isEmpty ? text : Self.counted(Self.filled(text, values))
    }

    /// English has a word of its own for one day.
    static func counted(_ english: String) -> String { english.replacing(/\b1 days\b/, with: "1 day") }

    func callAsFunction(_ worded: some Worded) -> String { pick(worded.chinese, worded.english) }

    /// Either of two texts that stand side by side in the code.
    func pick(_ zh: String, _ en: String) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }

    /// A cell of a sheet of money, or a warning.
    func phrase(_ chinese: String) -> String { phrases?(chinese) ?? chinese }

    func list(_ texts: some Sequence<String>) -> String { texts.joined(separator: pick("、", ", ")) }

    private static func filled(_ text: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
            filled += rest[..<start.lowerBound]
            filled += values[String(rest[start.upperBound..<end.lowerBound])] ?? ""
            rest = rest[end.upperBound...]
        }
        return filled + rest
    }

    /// A template with its `[[name]]` replaced. What a text wants filled in, the template engine fills in.
    func translated(_ template: String) throws(MissingText) -> String {
        var translated = ""
        var rest = template[...]
        while let start = rest.firstRange(of: "[["), let end = rest[start.upperBound...].firstRange(of: "]]") {
            let name = String(rest[start.upperBound..<end.lowerBound])
            guard let text = texts[name] else { throw MissingText(name: name, language: language) }
            translated += rest[..<start.lowerBound]
            translated += ScalarHTML().escapeText(text)
            rest = rest[end.upperBound...]
        }
        return translated + rest
    }
}

/// A template asks for a text that the language does not have.
struct MissingText: Error, CustomStringConvertible {
    let name: String
    let language: Language
    var description: String { "words.\(language.rawValue).txt has no text “\(name)”" }
}
