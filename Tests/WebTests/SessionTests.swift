import HTTPTypes
import Testing
import Web

/// Signing in, staying signed in, and what another site may not do.
struct SessionTests {
    private static let json = ["Content-Type": "application/json"]
    private static func credentials(_ login: String, _ password: String = World.password) -> String {
        #"{"login":"\#(login)","password":"\#(password)"}"#
    }

    @Test func aSignInGivesATokenAndACookie() async throws {
        try await World().run { client in
            let answer = try await client.send(
                .post, "/api/v1/sessions", Self.json, Self.credentials("director"))
            #expect(answer.status == 201)
            #expect((answer.json["person"] as? [String: Any])?["name"] as? String == "赵主任")
            #expect(answer.json["expiresAt"] as? String == "2026-11-20T16:00:00.000000Z")
            let cookie = try #require(answer.header("Set-Cookie"))
            for part in ["__Host-liban=", "; Path=/", "; Max-Age=43200", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
                #expect(cookie.contains(part), "\(part)")
            }
        }
    }

    @Test func wrongPasswordsLockTheAccount() async throws {
        try await World().run { client in
            for _ in 0..<5 {
                let wrong = try await client.send(
                    .post, "/api/v1/sessions", Self.json, Self.credentials("clerk", "wrong"))
                #expect((wrong.status, wrong.code) == (401, "signInWrong"))
            }
            let locked = try await client.send(.post, "/api/v1/sessions", Self.json, Self.credentials("clerk"))
            #expect((locked.status, locked.code) == (429, "signInLocked"))
            #expect(locked.header("Retry-After") == "301")
            let unknown = try await client.send(.post, "/api/v1/sessions", Self.json, Self.credentials("nobody"))
            #expect((unknown.status, unknown.code) == (401, "signInWrong"))
        }
    }

    @Test func withoutASessionThereIsNoEntry() async throws {
        try await World().run { client in
            for header in ["", "Bearer", "Bearer nonsense", "Basic YTpi", "Bearer a b"] {
                let answer = try await client.send(.get, "/api/v1/projects", ["Authorization": header])
                #expect((answer.status, answer.code) == (401, "notSignedIn"), "\(header)")
                #expect(answer.header("WWW-Authenticate") == "Bearer realm=\"liban\"")
            }
        }
    }

    @Test func signingOutEndsTheSession() async throws {
        try await World().run { client in
            let person = try await client.signIn("leader")
            #expect(try await person.get("/api/v1/sessions/current").status == 200)
            let out = try await client.send(
                .delete, "/api/v1/sessions/current", ["Authorization": "Bearer \(person.token)"])
            #expect(out.status == 204)
            #expect(try await person.get("/api/v1/sessions/current").status == 401)
        }
    }

    /// The browser's cookie alone is no proof that our page asked.
    @Test func writesWithTheCookieMustComeFromOurPages() async throws {
        try await World().run { client in
            let token = try await client.signIn("secretary").token
            let body = #"{"unit":1,"application":\#(World.application)}"#
            func write(_ headers: [String: String]) async throws -> Answer {
                var all = [
                    "Cookie": "__Host-liban=\(token)", "Content-Type": "application/json", "Idempotency-Key": "k",
                ]
                all.merge(headers) { $1 }
                return try await client.send(.post, "/api/v1/projects", all, body)
            }
            for headers in [
                [:], ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
                ["Origin": "https://evil.example"], ["Origin": "null"],
                ["Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"],
            ] {
                let answer = try await write(headers)
                #expect((answer.status, answer.code) == (403, "crossSite"), "\(headers)")
            }
            #expect(try await write(["Sec-Fetch-Site": "same-origin"]).status == 201)
            // A bearer token is never sent by itself.
            #expect(try await client.signIn("secretary").draft().status == 201)
        }
    }

    @Test func anotherSiteCannotSignABrowserIn() async throws {
        try await World().run { client in
            let answer = try await client.send(
                .post, "/sign-in",
                ["Content-Type": "application/x-www-form-urlencoded", "Origin": "https://evil.example"],
                "login=clerk&password=x")
            #expect(answer.status == 403)
        }
    }
}
