import Foundation
import Hummingbird
import UseCases

/// The stylesheet and the scripts. An address changes with its content, so browsers keep it for good; a script runs
/// only with the integrity the page names.
struct Assets: Sendable {
    /// Parts of the one stylesheet, in order: a later one may refine an earlier one.
    private static let sheets = ["tokens", "page", "parts", "forms", "chart", "print"]
    static let folder = "/assets/"
    static let stylesheet = "liban.css"
    static let icon = "icon.svg"

    struct Asset: Sendable {
        let bytes: [UInt8]
        let contentType: String
        let address: String
        let integrity: String
    }

    private let assets: [String: Asset]

    init(_ secrets: any Secrets) throws {
        var assets: [String: Asset] = [:]
        func add(_ name: String, _ text: String, _ contentType: String) {
            let bytes = Array(text.utf8)
            let digest = secrets.sha256(bytes)
            assets[name] = Asset(
                bytes: bytes, contentType: contentType,
                address: Self.folder + name + "?" + Base64URL.encode(digest.prefix(9)),
                integrity: "sha256-" + Data(digest).base64EncodedString())
        }
        let css = try Self.sheets.map { Self.plain(try Resource.text("css/\($0).css")) }.joined()
        add(Self.stylesheet, css, "text/css; charset=utf-8")
        for name in try Resource.names(in: "js", "js") {
            add(name, Self.plain(try Resource.text("js/\(name)")), "text/javascript; charset=utf-8")
        }
        add(Self.icon, try Resource.text("icon.svg"), "image/svg+xml")
        self.assets = assets
    }

    subscript(_ name: String) -> Asset? { assets[name] }

    /// Without its block comments, which are for us and not for a phone's data plan.
    private static func plain(_ text: String) -> String { text.replacing(/\/\*[\s\S]*?\*\/\n?/, with: "") }

    static func serve(_ call: Call) async throws -> Response {
        guard let asset = call.pages.assets[try call.parameter("name")] else { throw Problem(.notFound) }
        var response = Response(
            status: .ok, headers: [.contentType: asset.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}

/// Files that ship beside the program.
enum Resource {
    static func text(_ path: String) throws -> String {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(path)) else {
            throw MissingResource(name: path)
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// The names of all files of a kind, in a fixed order.
    static func names(in path: String, _ kind: String) throws -> [String] {
        let url = folder.appendingPathComponent(path)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path)
        else { throw MissingResource(name: path) }
        return names.filter { $0.hasSuffix(".\(kind)") }.sorted()
    }

    private static let folder = Bundle.module.bundleURL.appendingPathComponent("Resources")
}

/// A file that belongs beside the program is not there.
struct MissingResource: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) is missing beside the program; install it again" }
}
