import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Web

/// Uploading with nothing but HTML: a form of several parts, read as it comes.
struct FileFormTests {
    private static let boundary = "----LibanBoundary7"

    static func form(
        _ fields: [(String, String)], _ files: [(field: String, name: String, bytes: [UInt8])]
    ) -> [UInt8] {
        var body: [UInt8] = []
        func add(_ text: String) { body += Array(text.utf8) }
        for (name, value) in fields {
            add("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        for file in files {
            add("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; ")
            add("filename=\"\(file.name)\"\r\n")
            add("Content-Type: application/octet-stream\r\n\r\n")
            body += file.bytes
            add("\r\n")
        }
        add("--\(boundary)--\r\n")
        return body
    }

    private static func post(
        _ browser: FormTests.Browser, _ path: String, _ fields: [(String, String)],
        _ files: [(field: String, name: String, bytes: [UInt8])], token: String? = nil
    ) async throws -> Answer {
        let fields = [("form", token ?? browser.formToken)] + fields
        let headers = [
            "Cookie": "__Host-liban=\(browser.token)", "Accept": "text/html", "Sec-Fetch-Site": "same-origin",
            "Content-Type": "multipart/form-data; boundary=\(boundary)",
        ]
        return try await browser.client.send(.post, path, headers, bytes: form(fields, files))
    }

    @Test func photosAreUploadedAndTheGoodOnesKept() async throws {
        let world = World()
        try await world.run { client in
            let (id, _) = try await FileTests.project(client)
            let browser = try await FormTests.Browser(client, "secretary")
            let good = try await Self.post(
                browser, "/projects/\(id)/files", [("kind", "beforePhoto")],
                [("file", "C:\\照片\\灯.jpg", SampleFiles.lamp), ("file", "", [])])
            #expect(good.header("Location") == "/projects/\(id)/files?done=1", "\(good.text)")
            let mixed = try await Self.post(
                browser, "/projects/\(id)/files", [("kind", "beforePhoto")],
                [("file", "坏.jpg", Array(SampleFiles.road.dropLast(300))), ("file", "路.jpg", SampleFiles.road)])
            #expect(mixed.status == 422)
            #expect(mixed.text.contains("“坏.jpg”：文件不完整或已损坏"))
            let page = try await browser.get("/projects/\(id)/files")
            #expect(page.text.contains("施工前照片</strong> 灯.jpg") && page.text.contains("路.jpg"))
            #expect(Markup(page.text).complaints.isEmpty, "\(Markup(page.text).complaints)")
            let none = try await Self.post(browser, "/projects/\(id)/files", [("kind", "other")], [("file", "", [])])
            #expect(none.status == 422)
        }
    }

    @Test func aFormOfAnotherSiteStoresNothing() async throws {
        let world = World()
        try await world.run { client in
            let (id, _) = try await FileTests.project(client)
            let browser = try await FormTests.Browser(client, "secretary")
            let files = [(field: "file", name: "灯.jpg", bytes: SampleFiles.lamp)]
            let refused = try await Self.post(browser, "/projects/\(id)/files", [], files, token: "x")
            #expect(refused.status == 403)
            #expect(world.store.content.withLock { $0.files.isEmpty })
            let uploads = try FileManager.default.contentsOfDirectory(
                atPath: world.scratch.folder.appendingPathComponent("files/uploads").path)
            #expect(uploads.isEmpty)
        }
    }

    /// A command with its photos in one form; what was uploaded is ticked when the command is refused.
    @Test func aCommandTakesItsFilesAlong() async throws {
        let world = World()
        try await world.run { client in
            let (id, secretary) = try await FileTests.project(client)
            let browser = try await FormTests.Browser(client, "secretary")
            let fields = [
                ("title", "东湾路灯"), ("category", "人居环境"), ("need", "夜里看不见路"), ("channel", "走访"), ("place", "东湾组"),
                ("requested", "11.3"), ("budget", "灯杆 11.3"), ("quantities", "路灯 68 盏"), ("documents", "村民代表会议记录 纸质"),
                ("documents.upload.kind", "budgetSheet"), ("key", "edit-1"),
            ]
            let files = [(field: "documents.upload", name: "预算.pdf", bytes: SampleFiles.pdf)]
            let path = "/projects/\(id)/commands/edit"
            let stale = try await Self.post(browser, path, fields + [("version", "7")], files)
            #expect(stale.status == 412)
            let file = try #require(world.store.content.withLock { $0.files.values.first?.first })
            #expect(stale.text.contains("value=\"\(file.content.sha256)\" checked"), "the file need not be sent again")
            #expect(Markup(stale.text).complaints.isEmpty, "\(Markup(stale.text).complaints)")
            let done = try await Self.post(
                browser, path, fields + [("version", "1"), ("documents.file", file.content.sha256)], [])
            #expect(done.header("Location") == "/projects/\(id)?done=edit", "\(done.text)")
            let documents = try #require(
                world.store.content.withLock { $0.rows.values.first?.project.application.documents })
            #expect(documents == [Document(kind: .minutes, name: "纸质"), file.document])
            // Editing the text again keeps the file behind its line.
            let kept = try await browser.post(
                path,
                Dictionary(uniqueKeysWithValues: fields).merging(
                    ["version": "2", "documents": "村民代表会议记录 纸质\n预算表 预算.pdf", "key": "edit-2"]) { $1 })
            #expect(kept.status == 303, "\(kept.text)")
            #expect(world.store.content.withLock { $0.rows.values.first?.project.application.documents } == documents)
            #expect(try await secretary.get("/api/v1/projects/\(id)").json["version"] as? Int == 3)
        }
    }

    /// However the network cuts it, a form reads the same. Every cut in two, and byte by byte.
    @Test func aFormReadsTheSameHoweverItIsCut() throws {
        let body = Self.form(
            [("a", "一\r\n二"), ("b", "")], [("f", "x.jpg", Array("\r\n--\r\n----Liban\r\n".utf8)), ("g", "", [])])
        let type = "multipart/form-data; boundary=\(Self.boundary)"
        func read(_ parts: [ArraySlice<UInt8>]) throws -> [String] {
            var reader = try MultipartReader(contentType: type)
            var all: [String] = []
            var data: [UInt8] = []
            for part in parts {
                for piece in try reader.feed(part) {
                    switch piece {
                    case .begin(let name, let file): all.append("begin \(name) \(file ?? "-")")
                    case .data(let bytes): data += bytes
                    case .end:
                        all.append(String(decoding: data, as: UTF8.self))
                        data = []
                    }
                }
            }
            #expect(reader.isComplete)
            return all
        }
        let whole = try read([body[...]])
        #expect(
            whole == [
                "begin a -", "一\r\n二", "begin b -", "", "begin f x.jpg", "\r\n--\r\n----Liban\r\n", "begin g ", "",
            ])
        for cut in 1..<body.count { #expect(try read([body[..<cut], body[cut...]]) == whole, "\(cut)") }
        #expect(try read(body.indices.map { body[$0...$0] }) == whole)
    }
}
