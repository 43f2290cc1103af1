import Foundation
import HTTPTypes
import Synchronization
import Testing
import UseCases
import Workflow

@testable import Web

/// People and their own accounts over HTTP: passwords, sessions, tokens, and what each of them opens.
struct OwnAccountTests {
    static let newPassword = "Zhong-Lu-7788"

    @Test func aPasswordIsChangedWithTheOldOneAndEndsTheOthers() async throws {
        let world = World()
        try await world.run { client in
            let (here, there) = (try await client.signIn("clerk"), try await client.signIn("clerk"))
            func change(_ old: String, _ new: String) async throws -> Answer {
                try await here.post("/api/v1/account/password", #"{"password":"\#(old)","newPassword":"\#(new)"}"#)
            }
            let wrong = try await change("wrong", Self.newPassword)
            #expect((wrong.status, wrong.code) == (422, "passwordRefused"))
            #expect(wrong.json["field"] as? String == "password")
            for weak in ["short", "alllowercaseletters", "云岭镇-Aa1", World.password] {
                let answer = try await change(World.password, weak)
                #expect((answer.status, answer.code) == (422, "passwordRefused"), "\(weak)")
            }
            let done = try await change(World.password, Self.newPassword)
            #expect(done.status == 200, "\(done.text)")
            #expect(try await here.get("/api/v1/account").status == 200)
            #expect(try await there.get("/api/v1/account").status == 401)
            let old = try await change(Self.newPassword, World.password)
            #expect(old.json["detailEn"] as? String == "This password was used lately; choose another.")
        }
        #expect(world.store.audited(.passwordChanged).count == 1)
    }

    @Test func peopleSeeTheirSessionsAndEndThem() async throws {
        try await World().run { client in
            let (one, two) = (try await client.signIn("leader"), try await client.signIn("leader"))
            let items = try await one.get("/api/v1/account/sessions").json["items"] as? [[String: Any]] ?? []
            #expect(items.count == 2 && items.filter { $0["current"] as? Bool == true }.count == 1)
            let other = try #require(items.first { $0["current"] as? Bool == false }?["number"] as? Int)
            func end(_ number: Int) async throws -> Int {
                try await client.send(
                    .delete, "/api/v1/account/sessions/\(number)", ["Authorization": "Bearer \(one.token)"]
                ).status
            }
            #expect(try await end(other) == 204)
            #expect(try await end(other) == 404)
            #expect(try await two.get("/api/v1/account").status == 401)
            let stranger = try await client.signIn("clerk")
            let theirs = try await stranger.get("/api/v1/account/sessions").json["items"] as? [[String: Any]] ?? []
            let number = try #require(theirs.first?["number"] as? Int)
            #expect(try await end(number) == 404, "nobody ends another's session by guessing its number")
            #expect(try await one.post("/api/v1/account/sessions-end", "{}").status == 200)
            #expect(try await one.get("/api/v1/account").status == 401)
        }
    }

    private func token(_ person: Client.Person, scope: String) async throws -> Client.Person {
        let body = #"{"name":"取数","scope":"\#(scope)","days":30,"password":"\#(World.password)"}"#
        let answer = try await person.post("/api/v1/account/tokens", body)
        #expect(answer.status == 200, "\(answer.text)")
        let token = try #require(answer.json["token"] as? String)
        #expect(token.hasPrefix("liban_"))
        return Client.Person(client: person.client, token: token)
    }

    /// Token scope × kind of route, from the table of routes itself.
    @Test(arguments: TokenScope.allCases) func aTokenOpensWhatItsScopeSays(_ scope: TokenScope) async throws {
        try await World().run { client in
            let machine = try await token(try await client.signIn("director"), scope: scope.rawValue)
            for route in Routes.all where route.path.hasPrefix("/api/") && route.access != .open {
                let answer = try await client.send(
                    route.method, AccessTests.path(route),
                    ["Authorization": "Bearer \(machine.token)", "Content-Type": "application/json"], "{}")
                let needed: TokenScope? =
                    switch route.access {
                    case .read: .read
                    case .command, .write(.addFile), .write(.enterOpinion), .write(.handleOpinion): .command
                    case .write: .administer
                    case .signedIn: route.method == .get ? .read : .administer
                    case .open, .entering, .mending, .ownSession: nil
                    }
                let name = "\(scope) \(route.method) \(route.path): \(answer.text.prefix(200))"
                if route.access == .ownSession || route.access == .mending {
                    #expect(answer.code == "sessionNeeded", "\(name)")
                } else if let needed {
                    let order = TokenScope.allCases
                    let mayEnter = (order.firstIndex(of: needed) ?? 9) <= (order.firstIndex(of: scope) ?? 0)
                    #expect((answer.code == "tokenScopeMissing") != mayEnter, "\(name)")
                }
            }
        }
    }

    @Test func aTokenIsListedAndRevoked() async throws {
        let world = World()
        try await world.run { client in
            let person = try await client.signIn("clerk")
            let machine = try await token(person, scope: "read")
            #expect(try await machine.get("/api/v1/projects").status == 200)
            let listed = try await person.get("/api/v1/account/tokens")
            #expect(!listed.text.contains(machine.token), "shown once")
            let number = try #require((listed.json["items"] as? [[String: Any]])?.first?["number"] as? Int)
            let path = "/api/v1/account/tokens/\(number)"
            let stranger = try await client.signIn("leader")
            for (who, status) in [(stranger, 404), (person, 204), (person, 404)] {
                let answer = try await client.send(.delete, path, ["Authorization": "Bearer \(who.token)"])
                #expect(answer.status == status)
            }
            #expect(try await machine.get("/api/v1/projects").status == 401)
            for body in [
                #"{"name":" ","scope":"read","days":30}"#, #"{"name":"x","scope":"read","days":0}"#,
                #"{"name":"x","scope":"read","days":366}"#, #"{"name":"x","scope":"all","days":3}"#,
            ] {
                let full = body.dropLast() + #","password":"\#(World.password)"}"#
                let answer = try await person.post("/api/v1/account/tokens", String(full))
                #expect(answer.status == 422 || answer.status == 400, "\(body)")
            }
        }
        #expect(world.store.audited(.tokenIssued).first?.detail == "read, 30 days")
        #expect(world.store.audited(.tokenRevoked).count == 1)
    }

    /// The password with the profile's time over opens nothing but its change.
    @Test func aPasswordThatIsOverHasToBeChanged() async throws {
        let world = World()
        let clerk = PersonID(3)
        world.store.content.withLock {
            $0.accounts.setAt[clerk] = FixedClock.time.adding(seconds: -91 * 86_400)
        }
        try await world.run { client in
            let person = try await client.signIn("clerk")
            for path in ["/api/v1/projects", "/api/v1/handovers", "/api/v1/account/tokens"] {
                let answer = try await person.get(path)
                #expect((answer.status, answer.code) == (403, "newPasswordNeeded"), "\(path)")
            }
            #expect(try await person.get("/api/v1/account").json["limitedTo"] as? String == "newPassword")
            let page = try await client.send(.get, "/projects", ["Cookie": "__Host-liban=\(person.token)"])
            #expect((page.status, page.header("Location")) == (303, "/account"))
            let body = #"{"password":"\#(World.password)","newPassword":"\#(Self.newPassword)"}"#
            #expect(try await person.post("/api/v1/account/password", body).status == 200)
        }
    }

    /// Spaces at the ends and every character count, from the form as well.
    @Test func aPasswordIsTakenAsItWasTyped() async throws {
        try await World().run { client in
            let token = try await client.signIn("clerk").token
            let jar = ["Cookie": "__Host-liban=\(token)", "Sec-Fetch-Site": "same-origin"]
            let page = try await client.send(.get, "/account", jar)
            let form = try #require(page.text.firstMatch(of: /name="form" value="([^"]+)"/)?.1)
            let typed = " Zhong-Lu 7788 "
            let changed = try await client.send(
                .post, "/account/password", jar.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 },
                "form=\(form)&password=\(World.password.percentEncoded)&newPassword=\(typed.percentEncoded)")
            #expect((changed.status, changed.header("Location")) == (303, "/account?done=password"))
            for (password, status) in [(typed, 201), ("Zhong-Lu 7788", 401), (typed.lowercased(), 401)] {
                let answer = try await client.send(
                    .post, "/api/v1/sessions", ["Content-Type": "application/json"],
                    #"{"login":"clerk","password":"\#(password)"}"#)
                #expect(answer.status == status, "\(password)")
            }
        }
    }

    @Test func everyPageOfTheAccountIsWhole() async throws {
        try await World().run { client in
            for login in ["secretary", "admin", "security"] {
                let token = try await client.signIn(login).token
                let page = try await client.send(.get, "/account", ["Cookie": "__Host-liban=\(token)"])
                #expect(page.status == 200)
                #expect(Markup(page.text).complaints == [])
                #expect(page.text.contains("我的账号") && page.text.contains("autocomplete=\"new-password\""))
            }
            for (login, path) in [("security", "/accounts"), ("security", "/accounts/3"), ("audit", "/audit")] {
                let token = try await client.signIn(login).token
                let page = try await client.send(.get, path, ["Cookie": "__Host-liban=\(token)"])
                #expect(page.status == 200, "\(path)")
                #expect(Markup(page.text).complaints == [])
            }
            for path in ["/password-code", "/sign-in"] {
                let page = try await client.send(.get, path)
                #expect(page.status == 200)
                #expect(Markup(page.text).complaints == [])
            }
        }
    }
}
