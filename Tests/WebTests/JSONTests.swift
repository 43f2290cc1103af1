import Foundation
import Testing
import UseCases
import Workflow

@testable import Web

/// Our JSON is everybody's JSON.
struct JSONTests {
    /// Every scalar that may stand in text comes back the same through another implementation.
    @Test func textSurvivesAnotherReader() throws {
        let scalars = (1...0x2FFFF).compactMap { Unicode.Scalar(UInt32($0)) }
        for chunk in stride(from: 0, to: scalars.count, by: 4096) {
            let text = String(String.UnicodeScalarView(scalars[chunk..<min(chunk + 4096, scalars.count)]))
            var json = JSONWriter()
            json.object { json in
                json.field("text", text)
                json.field("nothing", nil as String?)
                json.array("list", [1, 2]) { $0.value($1) }
                json.object("empty") { _ in }
            }
            let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
            #expect(read?["text"] as? String == text)
            #expect(read?["list"] as? [Int] == [1, 2])
            #expect(read?["nothing"] is NSNull)
        }
    }

    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}", "01", "-", "1.", "1e", "+1", ".5", "nul", "tru",
        "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\n\"", "1 2", "[1 2]", "{\"a\":1,}",
        "\u{FEFF}{}", "NaN", "'a'",
    ]) func whatIsNoJSONIsRefused(_ text: String) {
        #expect(throws: MalformedJSON.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
            #expect(throws: MalformedJSON.self) { try JSONReader.read(bytes) }
        }
    }

    @Test func whatIsJSONIsRead() throws {
        let text = #"{"a":[1,-2.5e+3,true,false,null,"\u00e9\ud83d\ude00\/\n路"],"b":{}}"#
        guard case .object(let members) = try JSONReader.read(Array(text.utf8)),
            case .array(let items) = members[0].value
        else {
            Issue.record("no object with a list")
            return
        }
        #expect(members.map(\.name) == ["a", "b"])
        #expect(items.map(\.kindName) == ["number", "number", "boolean", "boolean", "null", "string"])
        guard case .string(let string) = items[5] else {
            Issue.record("no text")
            return
        }
        #expect(string == "é😀/\n路")
    }

    /// Bytes cut and changed at random are refused or read; nothing else can happen.
    @Test func damagedBytesNeverCrash() {
        let whole = Array(#"{"unit":1,"application":{"title":"路","quantities":[{"what":"灯","count":2}]}}"#.utf8)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            var bytes = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
            for _ in 0..<3 where !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if case .object(let members)? = try? JSONReader.read(bytes) {
                _ = try? JSONFieldReader.read(members, Command.Kind.draft.fields)
            }
        }
    }

    @Test func base64URLReadsOnlyWhatItWrites() {
        for length in 0..<40 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        for wrong in ["A", "AB=", "A+B/", "AAB", "é"] { #expect(Base64URL.decode(wrong) == nil, "\(wrong)") }
    }

    @Test func aCursorOnlyFitsItsOwnList() throws {
        let (due, id) = try Cursor.read(
            Base64URL.encode("due|2026-05-09|1-2026-42".utf8), .due)
        #expect(due == CivilDate("2026-05-09"))
        #expect(id == ProjectID("1-2026-42"))
        for text in ["", "x", Base64URL.encode("newest||1-2026-1".utf8), Base64URL.encode("due|x|1-2026-1".utf8)] {
            #expect(throws: Problem.self) { try Cursor.read(text, .due) }
        }
    }
}
