import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing
import UseCases
import Workflow

@testable import Web

/// Files over HTTP: sent whole, in pieces and with forms; served to whoever may see the project, and to nobody else.
struct FileTests {
    static func project(_ client: Client) async throws -> (id: String, secretary: Client.Person) {
        let secretary = try await client.signIn("secretary")
        return (try #require(try await secretary.draft().json["id"] as? String), secretary)
    }

    @Test func aPhotoIsTakenAndServedWithoutWhatItKnew() async throws {
        try await World().run { client in
            let (id, secretary) = try await Self.project(client)
            let path = "/api/v1/projects/\(id)/files"
            let name = "东湾 路灯\"1\".jpg".percentEncoded
            let made = try await secretary.send(
                .post, "\(path)?kind=afterPhoto&name=\(name)", SampleFiles.withLocation, type: "image/jpeg")
            #expect(made.status == 201, "\(made.text)")
            let sha = try #require(made.json["sha256"] as? String)
            #expect(made.header("Location") == "\(path)/\(sha)")
            #expect(made.json["name"] as? String == "东湾 路灯\"1\".jpg")
            // The same file again is the same file.
            let again = try await secretary.send(.post, path, SampleFiles.withLocation, type: "image/jpeg")
            #expect(again.json["sha256"] as? String == sha)
            #expect(((try await secretary.get(path)).json["items"] as? [Any])?.count == 1)
            let screen = try await secretary.get("\(path)/\(sha)/screen")
            #expect(screen.status == 200 && screen.header("Content-Type") == "image/jpeg")
            #expect(!screen.text.contains("Exif"))
            #expect(screen.header("Content-Security-Policy")?.hasPrefix("sandbox") == true)
            let disposition = try #require(screen.header("Content-Disposition"))
            #expect(disposition.hasPrefix("inline; filename=\"\(sha.prefix(12)).jpg\"; filename*=UTF-8''%E4%B8%9C"))
            #expect(disposition.contains("%221%22.jpg"))
            #expect(try await secretary.get("\(path)/\(sha)/document").status == 404)
        }
    }

    @Test func aMistakenFileIsTakenBackUntilAStepNamesIt() async throws {
        try await World().run { client in
            let (id, secretary) = try await Self.project(client)
            let path = "/api/v1/projects/\(id)/files"
            let made = try await secretary.send(.post, path, SampleFiles.pdf, type: "application/pdf")
            let file = "\(path)/\(try #require(made.json["sha256"] as? String))"
            let clerk = try await client.signIn("clerk")
            let others = try await clerk.send(.delete, file, "")
            #expect((others.status, others.code) == (403, "fileNotYours"))
            #expect(try await secretary.send(.delete, file, "").status == 204)
            #expect(try await secretary.get(file).status == 404)
            #expect(try await secretary.send(.delete, file, "").status == 404)
            // Sent again it is there again; named by a step it stays.
            let again = try await secretary.send(.post, path, SampleFiles.pdf, type: "application/pdf")
            let sha = try #require(again.json["sha256"] as? String)
            let named = #"{"attachments":[{"kind":"other","name":"说明","sha256":"\#(sha)"}]}"#
            #expect(try await secretary.command(id, "submit", named).status == 200)
            let kept = try await secretary.send(.delete, file, "")
            #expect((kept.status, kept.code) == (409, "fileAttached"))
        }
    }

    @Test func rangesAndTagsAreWhatTheStandardSays() async throws {
        try await World().run { client in
            let (id, secretary) = try await Self.project(client)
            let path = "/api/v1/projects/\(id)/files"
            let made = try await secretary.send(.post, path, SampleFiles.pdf, type: "application/pdf")
            let url = "\(path)/\(try #require(made.json["sha256"] as? String))/document"
            let whole = try await secretary.get(url)
            let size = SampleFiles.pdf.count
            #expect(whole.bytes == SampleFiles.pdf)
            #expect(whole.header("Content-Disposition")?.hasPrefix("attachment") == true)
            let tag = try #require(whole.header("ETag"))
            let cases: [(String, Int, [UInt8], String?)] = [
                ("bytes=0-4", 206, Array(SampleFiles.pdf[..<5]), "bytes 0-4/\(size)"),
                ("bytes=-6", 206, Array(SampleFiles.pdf.suffix(6)), "bytes \(size - 6)-\(size - 1)/\(size)"),
                ("bytes=\(size - 1)-", 206, Array(SampleFiles.pdf.suffix(1)), "bytes \(size - 1)-\(size - 1)/\(size)"),
                ("bytes=0-999999", 206, SampleFiles.pdf, "bytes 0-\(size - 1)/\(size)"),
                ("bytes=-999999", 206, SampleFiles.pdf, "bytes 0-\(size - 1)/\(size)"),
                ("bytes=\(size)-", 416, [], "bytes */\(size)"), ("bytes=-0", 416, [], "bytes */\(size)"),
                ("bytes=5-2", 200, SampleFiles.pdf, nil), ("bytes=0-1,3-4", 200, SampleFiles.pdf, nil),
                ("lines=0-1", 200, SampleFiles.pdf, nil), ("bytes=a-b", 200, SampleFiles.pdf, nil),
            ]
            for (range, status, bytes, said) in cases {
                let answer = try await secretary.get(url, ["Range": range])
                #expect(answer.status == status && answer.bytes == bytes, "\(range)")
                #expect(answer.header("Content-Range") == said, "\(range)")
            }
            #expect(try await secretary.get(url, ["If-None-Match": tag]).status == 304)
            let stale = try await secretary.get(url, ["Range": "bytes=0-1", "If-Range": "\"other\""])
            #expect(stale.status == 200 && stale.bytes == SampleFiles.pdf)
        }
    }

    @Test func aBrokenUploadIsResumed() async throws {
        try await World().run { client in
            let (id, secretary) = try await Self.project(client)
            let bytes = SampleFiles.lamp
            let body = #"{"name":"a.jpg","kind":"beforePhoto","bytes":\#(bytes.count)}"#
            let opened = try await secretary.post("/api/v1/projects/\(id)/uploads", body, key: "photo-1")
            #expect(opened.status == 201, "\(opened.text)")
            let upload = try #require(opened.header("Location"))
            let type = "application/offset+octet-stream"
            let piece = try await secretary.send(
                .patch, upload, Array(bytes[..<500]), type: type, ["Upload-Offset": "0"])
            #expect((piece.status, piece.header("Upload-Offset")) == (200, "500"))
            // Opening it again under the same key finds it where it stands; for another file the key is used up.
            let again = try await secretary.post("/api/v1/projects/\(id)/uploads", body, key: "photo-1")
            #expect(again.header("Upload-Offset") == "500")
            let other = try await secretary.post(
                "/api/v1/projects/\(id)/uploads", #"{"name":"b.jpg","kind":"other","bytes":7}"#, key: "photo-1")
            #expect((other.status, other.code) == (422, "keyReused"))
            let wrong = try await secretary.send(
                .patch, upload, Array(bytes[400...]), type: type, ["Upload-Offset": "400"])
            #expect((wrong.status, wrong.code) == (409, "uploadOffsetWrong"))
            let early = try await secretary.post("\(upload)/finish", "")
            #expect((early.status, early.code) == (409, "uploadOffsetWrong"))
            let head = try await secretary.send(.head, upload, [], type: type)
            #expect((head.status, head.header("Upload-Offset")) == (200, "500"))
            _ = try await secretary.send(.patch, upload, Array(bytes[500...]), type: type, ["Upload-Offset": "500"])
            let more = try await secretary.send(
                .patch, upload, [1], type: type, ["Upload-Offset": "\(bytes.count)"])
            #expect((more.status, more.code) == (413, "fileTooLarge"))
            let finished = try await secretary.post("\(upload)/finish", "")
            #expect(finished.status == 201, "\(finished.text)")
            #expect(
                try await secretary.post("\(upload)/finish", "").json["sha256"] as? String
                    == finished.json["sha256"] as? String)
            // Somebody else's upload does not exist.
            let clerk = try await client.signIn("clerk")
            #expect(try await clerk.get(upload).status == 404)
            #expect(try await clerk.post("\(upload)/finish", "").status == 404)
        }
    }

    @Test func filesAreForWhoeverMaySeeTheProject() async throws {
        try await World().run { client in
            let (id, secretary) = try await Self.project(client)
            let path = "/api/v1/projects/\(id)/files"
            let sha = try #require(
                try await secretary.send(.post, path, SampleFiles.lamp, type: "image/jpeg").json["sha256"] as? String)
            for login in ["stranger", "admin"] {
                let person = try await client.signIn(login)
                let expected = login == "admin" ? 403 : 404
                for url in [path, "\(path)/\(sha)", "\(path)/\(sha)/thumb", "/projects/\(id)/files/\(sha)/screen"] {
                    #expect(try await person.get(url).status == expected, "\(login) \(url)")
                }
                let sent = try await person.send(.post, path, SampleFiles.road, type: "image/jpeg")
                #expect(sent.status == expected || sent.status == 403, "\(login)")
            }
            #expect(try await secretary.get("\(path)/\(String(repeating: "0", count: 64))/thumb").status == 404)
            #expect(try await secretary.get("\(path)/..%2f..%2fkey/thumb").status == 404)
            let auditor = try await client.signIn("auditor")
            #expect(try await auditor.get("\(path)/\(sha)/thumb").status == 200)
            #expect(try await auditor.send(.post, path, SampleFiles.road, type: "image/jpeg").code == "writeRefused")
            let text = try await secretary.send(.post, path, Array("x".utf8), type: "text/plain")
            #expect((text.status, text.code) == (415, "fileTypeUnknown"))
            let page = try await secretary.send(.post, path, Array("<html>".utf8), type: "image/png")
            #expect((page.status, page.code) == (415, "fileTypeUnknown"))
        }
    }

    @Test func aCommandNamesOnlyFilesOfItsProject() async throws {
        try await World().run { client in
            let (id, secretary) = try await Self.project(client)
            let sha = try #require(
                try await secretary.send(
                    .post, "/api/v1/projects/\(id)/files", SampleFiles.pdf, type: "application/pdf"
                ).json["sha256"] as? String)
            func edit(_ sha: String) async throws -> Answer {
                let document = #"{"kind":"budgetSheet","name":"预算","sha256":"\#(sha)"}"#
                let paper = #"{"kind":"minutes","name":"记录"}"#
                let body = World.application.dropLast() + #","documents":[\#(document),\#(paper)]}"#
                return try await secretary.command(id, "edit", String(body))
            }
            let unknown = try await edit(String(repeating: "0", count: 64))
            #expect((unknown.status, unknown.code) == (422, "fileUnknown"))
            #expect(try await edit(sha).status == 200)
            let other = try await secretary.draft(
                World.application.dropLast() + #","documents":[{"kind":"other","name":"x","sha256":"\#(sha)"}]}"#)
            #expect((other.status, other.code) == (422, "fileUnknown"))
        }
    }
}

extension Client.Person {
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ bytes: [UInt8], type: String, _ headers: [String: String] = [:]
    ) async throws -> Answer {
        var all = headers
        all["Authorization"] = "Bearer \(token)"
        all["Content-Type"] = type
        return try await client.send(method, path, all, bytes: bytes)
    }

    func get(_ path: String, _ headers: [String: String]) async throws -> Answer {
        var all = headers
        all["Authorization"] = "Bearer \(token)"
        return try await client.send(.get, path, all)
    }
}
