/// What an HTML validator would complain about first: tags out of order, ids given twice, labels of nothing.
struct Markup {
    private(set) var complaints: [String] = []
    private var open: [Substring] = []
    private var ids: Set<String> = []
    private var references: [String] = []

    private static let void: Set<Substring> = ["meta", "link", "input", "br", "img", "hr"]

    init(_ html: String) {
        guard
            html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                || html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">")
        else {
            complaints = ["no doctype and language"]
            return
        }
        var rest = html.dropFirst("<!DOCTYPE html>".count)
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else {
                complaints.append("a tag does not end")
                break
            }
            tag(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
        complaints += open.map { "<\($0)> is not closed" }
        complaints += references.filter { !ids.contains($0) }.map { "there is no id \($0)" }
    }

    private mutating func tag(_ tag: Substring) {
        if tag.hasPrefix("/") {
            let name = tag.dropFirst()
            if open.last == name { open.removeLast() } else { complaints.append("</\(name)> in \(open.suffix(3))") }
            return
        }
        let name = tag.prefix { $0 != " " }
        // A paragraph holds text and ends before anything that is a block.
        if open.last == "p", ["p", "div", "ul", "ol", "dl", "form", "section", "h2", "h3"].contains(name) {
            complaints.append("<\(name)> in <p>")
        }
        if ["ul", "ol"].contains(open.last ?? ""), name != "li" { complaints.append("<\(name)> in a list") }
        if name == "a", open.contains("a") { complaints.append("<a> in <a>") }
        if name == "form", open.contains("form") { complaints.append("<form> in <form>") }
        if !Self.void.contains(name), !tag.hasSuffix("/") { open.append(name) }
        for match in tag.matches(of: /([a-z-]+)="([^"]*)"/) {
            switch match.1 {
            case "id": if !ids.insert(String(match.2)).inserted { complaints.append("id \(match.2) twice") }
            case "for", "aria-describedby": references.append(String(match.2))
            case _: break
            }
        }
    }
}
