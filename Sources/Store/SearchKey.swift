internal import Workflow

/// What a project is found by: its words as they are written, spoken and abbreviated, and their grams for the index.
///
/// Made when a project is drafted or edited, so that a search reads an index and reckons nothing.
struct SearchKey {
    let text: String
    let grams: [String]

    init(town: TownID, title: String, place: String, number: String, unit: String) {
        var parts: [String] = []
        for words in [title, place, unit] where !words.isEmpty {
            parts.append(Self.plain(words))
            for reading in Pinyin.readings(words) { parts += [reading.full, reading.initials] }
        }
        parts.append(Self.plain(number))
        var unique: [String] = []
        for part in parts where !part.isEmpty && !unique.contains(part) { unique.append(part) }
        text = unique.joined(separator: "|")
        grams = Self.tagged(Set(unique.flatMap { Self.singles($0) + Self.pairs($0) }), town)
    }

    /// A question for the index; nil where nothing is left of it to look for.
    static func question(_ text: String, town: TownID) -> (grams: [String], like: String)? {
        let plain = plain(text)
        guard !plain.isEmpty else { return nil }
        let pairs = pairs(plain)
        return (tagged(Set(pairs.isEmpty ? singles(plain) : pairs), town), "%\(plain)%")
    }

    /// Letters, digits and characters alone, in lower case: whoever searches leaves brackets and spaces out, and
    /// nothing is left that `LIKE` would take for a wildcard.
    private static func plain(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static func singles(_ text: String) -> [String] { text.map(String.init) }

    private static func pairs(_ text: String) -> [String] {
        zip(text, text.dropFirst()).map { "\($0)\($1)" }
    }

    private static func tagged(_ grams: Set<String>, _ town: TownID) -> [String] {
        grams.sorted().map { "\(town):\($0)" }
    }
}
