import Foundation
import Hummingbird
import Mustache

/// The templates and the stylesheet, read once at the start.
struct Pages: Sendable {
    let library: MustacheLibrary
    let stylesheet: String

    init() throws {
        stylesheet = "x"
        library = MustacheLibrary()
    }

    func problem(_ problem: Problem, instance: String) -> String { "" }
}
