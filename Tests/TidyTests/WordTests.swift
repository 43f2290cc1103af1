import Testing

/// Words that must not be there.
struct WordTests {
    /// Written in two halves so that this file does not find itself.
    private let banned = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "fatal" + "Error(", "try" + "!", "as" + "! "]

    @Test func nothingIsLeftForLater() {
        for file in Tree.files("Sources", "swift") + Tree.files("Tests", "swift") + Tree.files("sql", "sql") {
            for (index, line) in file.lines.enumerated() {
                for word in banned where line.contains(word) {
                    Issue.record("\(file):\(index + 1) says \(word)")
                }
            }
        }
    }

    /// A new state or command must stop the build wherever somebody has to think about it.
    @Test func theCoreHasNoCatchAll() {
        for file in Tree.files("Sources/Workflow", "swift") {
            let isOverCharacters = file.path.contains("/Values/")
            for (index, line) in file.lines.enumerated() {
                let code = line.drop { $0 == " " }
                #expect(!code.hasPrefix("default:") && !code.hasPrefix("@unknown"), "\(file):\(index + 1)")
                if !isOverCharacters { #expect(!code.hasPrefix("case _"), "\(file):\(index + 1)") }
            }
        }
    }

    /// The tree must mean the same on every machine.
    @Test func noPathOfOneMachine() {
        let places = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/"]
        let files =
            Tree.files("Sources", "swift", "html", "css", "js") + Tree.files("Tests", "swift")
            + Tree.files("sql", "sql") + [Tree.read("README.md"), Tree.read("Package.swift")].compactMap { $0 }
        for file in files {
            for place in places { #expect(!file.text.contains(place), "\(file) mentions \(place)") }
        }
    }
}
