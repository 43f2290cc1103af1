/// One field of a command as requests and forms have it. The same table reads JSON, reads forms, and draws them.
struct Field: Sendable {
    /// The core's word; money has `Fen` behind it in JSON.
    let name: String
    let zh: String
    let en: String
    let kind: Kind
    let required: Bool
    /// What to write, shown under the field of a form: the name of a text such as `hint.need`.
    var hint: String = ""
    /// A password or a code: never shown, never written back, taken as it was typed.
    var secret: Secret?

    enum Secret: Sendable { case current, new, code }

    func secret(_ kind: Secret) -> Field {
        var field = self
        field.secret = kind
        return field
    }

    indirect enum Kind: Sendable {
        /// Text on one line, and text on several.
        case line, text
        case money, date, count
        /// Yes or no, in the words of the matter.
        case flag(yes: Choice, no: Choice)
        case choice([Choice])
        /// Several texts; in forms one on each line.
        case lines
        /// Several persons by their numbers.
        case people
        /// One object, and several; in forms one on each line, its parts separated by spaces.
        case record([Field])
        case records([Field])
    }

    struct Choice: Worded, ExpressibleByStringLiteral, Sendable {
        let value: String
        let zh: String
        let en: String

        var chinese: String { zh }
        var english: String { en }

        /// A name, such as a person's, is the same in every language.
        init(value: String, zh: String, en: String? = nil) {
            self.value = value
            self.zh = zh
            self.en = en ?? zh
        }

        /// A choice that only programs are offered: Chinese will do.
        init(stringLiteral zh: String) { self.init(value: "", zh: zh) }

        static func yes(_ zh: String, _ en: String) -> Choice { Choice(value: "yes", zh: zh, en: en) }
        static func no(_ zh: String, _ en: String) -> Choice { Choice(value: "no", zh: zh, en: en) }
    }

    var jsonName: String {
        if case .money = kind { return name + "Fen" }
        return name
    }

    /// The same field with its values to choose from, where they depend on the town's policy.
    func choosing(_ values: [String]) -> Field { choosing(values.map { Choice(value: $0, zh: $0) }) }

    func choosing(_ choices: [Choice]) -> Field {
        Field(name: name, zh: zh, en: en, kind: .choice(choices), required: required, hint: hint)
    }

    /// The same field, which must not stay empty.
    func needed() -> Field { Field(name: name, zh: zh, en: en, kind: kind, required: true, hint: hint) }

    /// The same field under another name for people.
    func called(_ zh: String, _ en: String) -> Field {
        Field(name: name, zh: zh, en: en, kind: kind, required: required, hint: hint)
    }

    static func line(_ name: String, _ zh: String, _ en: String, _ hint: String = "") -> Field {
        Field(name: name, zh: zh, en: en, kind: .line, required: false, hint: hint)
    }

    static func text(_ name: String, _ zh: String, _ en: String, _ hint: String = "") -> Field {
        Field(name: name, zh: zh, en: en, kind: .text, required: false, hint: hint)
    }

    static func must(_ name: String, _ zh: String, _ en: String, _ kind: Kind, _ hint: String = "") -> Field {
        Field(name: name, zh: zh, en: en, kind: kind, required: true, hint: hint)
    }

    static func may(_ name: String, _ zh: String, _ en: String, _ kind: Kind, _ hint: String = "") -> Field {
        Field(name: name, zh: zh, en: en, kind: kind, required: false, hint: hint)
    }
}

/// Limits of what may be written into a field. They keep a mistake from becoming a row nobody can read;
/// the rules themselves are in the core.
enum FieldLimits {
    static let line = 200
    static let text = 4000
    static let items = 100
    /// Counts are of lamps, metres, votes; sums of three stay far from overflowing.
    static let count = 0...100_000_000
}
