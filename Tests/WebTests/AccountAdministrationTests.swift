import Foundation
import HTTPTypes
import Testing
import UseCases
import Workflow

@testable import Web

/// What an administrator of security may do about accounts, and to whom.
struct AccountAdministrationTests {
    private static let json = ["Content-Type": "application/json"]

    @Test func aCodeSetsAForgottenPasswordOnce() async throws {
        let world = World()
        try await world.run { client in
            let security = try await client.signIn("security")
            let session = try await client.signIn("clerk")
            let issued = try await security.post("/api/v1/accounts/3/password-code", "{}")
            let code = try #require(issued.json["code"] as? String, "\(issued.text)")
            #expect(code.count == 14)
            func use(_ login: String, _ code: String, _ password: String) async throws -> Answer {
                try await client.send(
                    .post, "/api/v1/password-codes", Self.json.merging(["Sec-Fetch-Site": "same-origin"]) { $1 },
                    #"{"login":"\#(login)","code":"\#(code)","newPassword":"\#(password)"}"#)
            }
            // The same answer for a wrong code, another's code and a login that is not there.
            for (login, code) in [("clerk", "AAAA-BBBB-CCCC"), ("leader", code), ("nobody", code)] {
                let answer = try await use(login, code, OwnAccountTests.newPassword)
                #expect((answer.status, answer.code) == (422, "accountRefused"))
                #expect(answer.json["detailEn"] as? String == AccountRefusal.codeWrong.english)
            }
            #expect(try await use("clerk", code, "weak").code == "passwordRefused")
            #expect(try await use("clerk", code.lowercased(), OwnAccountTests.newPassword).status == 204)
            #expect(try await use("clerk", code, "Another-Pass-9").status == 422)
            #expect(try await session.get("/api/v1/account").status == 401)
            let answer = try await client.send(
                .post, "/api/v1/sessions", Self.json,
                #"{"login":"clerk","password":"\#(OwnAccountTests.newPassword)"}"#)
            #expect(answer.status == 201)
        }
        #expect(world.store.audited(.passwordCodeIssued).map(\.subject) == ["person 3"])
        #expect(world.store.audited(.passwordCodeUsed).filter { $0.result == .done }.count == 1)
    }

    @Test func nobodyAdministersThemselvesOrWithoutTheOffice() async throws {
        try await World().run { client in
            for (login, person, code) in [
                ("security", 21, "accountRefused"), ("admin", 3, "writeRefused"), ("audit", 3, "writeRefused"),
                ("director", 3, "writeRefused"), ("auditor", 3, "writeRefused"),
            ] {
                let who = try await client.signIn(login)
                for act in AdministrationActs.all {
                    let body = act.fields.isEmpty ? "{}" : Self.sample(act)
                    let answer = try await who.post("/api/v1/accounts/\(person)/\(act.name)", body)
                    // Without a provider there is nothing to link.
                    if act.name == "identity", code == "accountRefused" { continue }
                    #expect(answer.code == code, "\(login) \(act.name): \(answer.text)")
                }
            }
        }
    }

    private static func sample(_ act: AccountAct) -> String {
        switch act.name {
        case "open": #"{"login":"someone"}"#
        case "office": #"{"role":"panelMember","from":"2026-11-20"}"#
        case "office-end": #"{"role":"clerk","lastDay":"2026-12-31"}"#
        case "identity": #"{"subject":"s"}"#
        case _: "{}"
        }
    }

    @Test func aBlockedAccountDoesNotEnter() async throws {
        try await World().run { client in
            let (security, clerk) = (try await client.signIn("security"), try await client.signIn("clerk"))
            #expect(try await security.post("/api/v1/accounts/3/block", "{}").status == 200)
            #expect(try await clerk.get("/api/v1/projects").status == 401)
            let body = #"{"login":"clerk","password":"\#(World.password)"}"#
            let refused = try await client.send(.post, "/api/v1/sessions", Self.json, body)
            #expect((refused.status, refused.code) == (401, "signInWrong"))
            #expect(try await security.post("/api/v1/accounts/3/unblock", "{}").status == 200)
            #expect(try await client.send(.post, "/api/v1/sessions", Self.json, body).status == 201)
        }
    }

    @Test func officesKeepAdministratorsApart() async throws {
        let world = World()
        try await world.run { client in
            let security = try await client.signIn("security")
            func give(_ person: Int, _ role: String, _ from: String = "2026-11-20") async throws -> Answer {
                try await security.post(
                    "/api/v1/accounts/\(person)/office", #"{"role":"\#(role)","from":"\#(from)"}"#)
            }
            for (person, role) in [(10, "auditAdmin"), (10, "clerk"), (3, "securityAdmin"), (22, "director")] {
                let answer = try await give(person, role)
                #expect((answer.status, answer.code) == (422, "accountRefused"), "\(person) \(role)")
                #expect(answer.json["detailEn"] as? String == AccountRefusal.officesExclude.english)
            }
            #expect(try await give(3, "panelMember").status == 200)
            #expect(try await give(3, "secretary").status == 422, "over which unit?")
            #expect(try await give(3, "panelMember", "2026-11-19").status == 422, "not backdated")
            #expect(try await give(999, "panelMember").status == 404)
        }
        #expect(world.store.audited(.assignmentGiven).map(\.detail) == ["panelMember from 2026-11-20"])
    }

    /// Administrators see no project, fund, chart, handover list or file: only what they look after.
    @Test(arguments: ["admin", "security", "audit"]) func administratorsReadNoProjects(_ login: String) async throws {
        try await World().run { client in
            let person = try await client.signIn(login)
            for path in ["projects", "queue", "funds", "chart", "units", "duty-exceptions", "projects/1-2026-1"] {
                let status = try await person.get("/api/v1/\(path)").status
                #expect(status == 403, "\(path)")
            }
        }
    }
}
