import Foundation
import Testing

/// The pages' texts: complete in both languages, nothing said past the catalogue, nothing kept that nobody says.
struct CatalogueTests {
    private static let folder = "Sources/Web/Resources"
    private let templates = Tree.files(folder, "mustache")
    private let sources = Tree.files("Sources/Web", "swift")
    private let chinese = texts("zh")
    private let english = texts("en")

    private static func texts(_ language: String) -> [String: String] {
        var texts: [String: String] = [:]
        for line in Tree.read("\(folder)/words.\(language).txt")?.lines ?? [] {
            guard !line.hasPrefix("#"), let equals = line.firstRange(of: " = ") else { continue }
            let name = String(line[..<equals.lowerBound])
            if texts.updateValue(String(line[equals.upperBound...]), forKey: name) != nil {
                Issue.record("words.\(language).txt has \(name) twice")
            }
        }
        return texts
    }

    @Test func everyLineIsATextACommentOrEmpty() {
        for language in ["zh", "en"] {
            for line in Tree.read("\(Self.folder)/words.\(language).txt")?.lines ?? [] {
                let isText = line.prefixMatch(of: /[A-Za-z]+(\.[A-Za-z0-9]+)* = ./) != nil
                #expect(line.isEmpty || line.hasPrefix("#") || isText, "words.\(language).txt: \(line)")
            }
        }
    }

    @Test func bothLanguagesSayTheSame() {
        #expect(chinese.count > 100)
        #expect(Set(chinese.keys) == Set(english.keys), "\(Set(chinese.keys).symmetricDifference(english.keys))")
        for (name, text) in chinese {
            #expect(gaps(text) == gaps(english[name] ?? ""), "\(name) fills in other things in English")
            #expect(!hasHan(english[name] ?? "") || Self.bilingual.contains(name), "\(name) is not English")
        }
    }

    /// The unit people here count in has no English name; the switch names the language it leads to.
    private static let bilingual: Set = [
        "field.wan", "hint.budget", "hint.sources", "layout.otherLanguage", "draft.sum", "project.freeAfter",
        "project.freeShort",
    ]

    @Test func noTextIsMissing() {
        var asked = 0
        for template in templates {
            for name in template.text.matches(of: /\[\[([^\]]*)\]\]/).map({ String($0.1) }) {
                asked += 1
                #expect(chinese[name] != nil, "\(template) says \(name)")
            }
        }
        for source in sources {
            for name in source.text.matches(of: /words\(\s*"([A-Za-z0-9]+\.[A-Za-z0-9.]+)"/).map({ String($0.1) }) {
                asked += 1
                #expect(chinese[name] != nil, "\(source) says \(name)")
            }
            for name in source.text.matches(of: /"(hint\.[A-Za-z0-9.]+)"/).map({ String($0.1) }) {
                #expect(chinese[name] != nil, "\(source) hints \(name)")
            }
        }
        #expect(asked > 100)
    }

    /// A name is used where a template has it in brackets, or where Swift has it in quotes, whole or made of two
    /// parts such as `nav.\(part)`.
    @Test func noTextIsUnused() {
        let said = Set(templates.flatMap { $0.text.matches(of: /\[\[([^\]]*)\]\]/).map { String($0.1) } })
        let code = sources.map(\.text).joined(separator: "\n")
        let quoted = Set(code.matches(of: /"([a-z][A-Za-z]*(\.[A-Za-z0-9]+)*)"/).map { String($0.1) })
        let made = Set(code.matches(of: /"([a-zA-Z.]+\.)\\\(/).map { String($0.1) })
        for name in chinese.keys where !said.contains(name) && !quoted.contains(name) {
            #expect(made.contains { name.hasPrefix($0) }, "nobody says \(name)")
        }
    }

    /// What people read comes from the catalogue: a template holds none of it.
    @Test func templatesHoldNoTextOfTheirOwn() {
        #expect(templates.count > 8)
        for template in templates {
            for (index, line) in template.lines.enumerated() where hasHan(String(line)) {
                Issue.record("\(template):\(index + 1): put the text into words.zh.txt and words.en.txt")
            }
        }
    }

    private func gaps(_ text: String) -> [String] {
        text.matches(of: /\{\{([A-Za-z]+)\}\}/).map { String($0.1) }.sorted()
    }

    private func hasHan(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
}
