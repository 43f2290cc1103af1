import Testing
import Workflow

@testable import Web

/// The edges of an amount, as JSON and as a form: what can be stored is, and anything else is said clearly.
struct AmountEdgeTests {
    /// In fen as a client writes it, with the status of the answer.
    static let json: [(String, Int)] = [
        ("0", 201), ("1", 201), ("50000000", 201), ("50000001", 201), ("100000000000", 201),
        // One fen too many, 10,000,000,000 yuan, and numbers that no amount can be.
        ("100000000001", 422), ("1000000000000", 422), ("9223372036854775807", 422), ("9223372036854775808", 422),
        ("-1", 422), ("-9223372036854775809", 422), ("0.5", 400), ("1e3", 400), ("\"1\"", 400), ("true", 400),
    ]

    @Test(arguments: json) func asJSON(_ amount: String, _ status: Int) async throws {
        try await World().run { client in
            let secretary = try await client.signIn("secretary")
            let answer = try await secretary.draft(#"{"title":"路灯","requestedFen":\#(amount)}"#)
            #expect(answer.status == status, "\(answer.text)")
            guard status != 201 else {
                #expect(answer.json["requestedFen"] as? Int == Int(amount))
                return
            }
            #expect(answer.json["field"] as? String == "application/requestedFen")
            #expect(answer.json["detail"] as? String != nil && answer.json["detailEn"] as? String != nil)
        }
    }

    /// In 万元 as people type it.
    @Test(arguments: [
        ("0", true), ("0.000001", true), ("50", true), ("100000", true), ("１００，０００", true),
        ("0.0000001", false), ("100000.000001", false), ("1000000", false), ("99999999999999999999", false),
        ("-1", false), ("1.2.3", false), ("一万", false), ("1e3", false), ("NaN", false),
    ])
    func asAForm(_ amount: String, _ isGood: Bool) async throws {
        try await World().run { client in
            let browser = try await FormTests.Browser(client, "secretary")
            var form = FormTests.draft
            form["requested"] = amount
            let answer = try await browser.post("/projects", form)
            if isGood {
                #expect((300..<400).contains(answer.status), "\(answer.status)")
            } else {
                #expect((400..<500).contains(answer.status), "\(answer.status)")
                #expect(answer.text.contains("东湾路灯"), "what was typed stays in the form")
            }
        }
    }

    /// One fen above what is held is too much; a fen is not.
    @Test func cashAndAccountAreCheckedBehindTheInterface() async throws {
        let fields = Command.Kind.disburse.fields.map(\.jsonName)
        #expect(fields.first == "amountFen" && fields.contains("accountName") && fields.contains("method"))
        #expect(Command.Kind.settle.fields.map(\.jsonName).contains("retainedFen"))
    }
}
