import HTTPTypes
import Synchronization
import Testing
import UseCases
import Workflow

@testable import Web

/// Signing in through an outside provider: the browser that began finishes, and only linked people enter.
struct OutsideSignInTests {
    final class Provider: IdentityProvider {
        let issuer = "https://sso.example.cn"
        let name = "县统一认证"
        let begun = Mutex<(state: String, nonce: String, challenge: String)?>(nil)
        let answer: Result<String, ProviderFault>

        init(_ answer: Result<String, ProviderFault> = .success("user-3")) { self.answer = answer }

        func authorization(state: String, nonce: String, challenge: String) async throws(ProviderFault) -> String {
            begun.withLock { $0 = (state, nonce, challenge) }
            return "https://sso.example.cn/authorize?state=\(state)"
        }

        func subject(
            code: String, verifier: String, nonce: String, now: Instant
        ) async throws(ProviderFault) -> String {
            let begun = begun.withLock { $0 }
            guard code == "good", begun?.nonce == nonce,
                begun?.challenge == Base64URL.encode(PlainSecrets().sha256(Array(verifier.utf8)))
            else { throw .untrusted("another request") }
            return try answer.get()
        }
    }

    private func begin(_ client: Client) async throws -> (cookie: String, state: String) {
        let begun = try await client.send(.get, "/sign-in/outside")
        #expect(begun.status == 303)
        let cookie = try #require(begun.header("Set-Cookie"))
        for part in ["__Host-liban-outside=", "HttpOnly", "SameSite=Lax", "Secure"] { #expect(cookie.contains(part)) }
        let state = try #require(begun.header("Location")?.split(separator: "=").last)
        return (String(cookie.prefix { $0 != ";" }), String(state))
    }

    private func finish(_ client: Client, _ cookie: String?, _ query: String) async throws -> Answer {
        try await client.send(
            .get, "/sign-in/outside/callback?\(query)", cookie.map { ["Cookie": $0] } ?? [:])
    }

    @Test func onlyALinkedPersonEnters() async throws {
        let provider = Provider()
        let world = World(provider: provider)
        try await world.run { client in
            let (cookie, state) = try await begin(client)
            let unknown = try await finish(client, cookie, "code=good&state=\(state)")
            #expect(unknown.status == 403 && unknown.text.contains("尚未绑定"))
            let security = try await client.signIn("security")
            let linked = try await security.post("/api/v1/accounts/3/identity", #"{"subject":"user-3"}"#)
            #expect(linked.status == 200, "\(linked.text)")
            let done = try await finish(client, cookie, "code=good&state=\(state)&session_state=x")
            #expect((done.status, done.header("Location")) == (303, "/"))
            let token = try #require(
                done.headers[values: .setCookie].first { $0.hasPrefix("__Host-liban=") }?.dropFirst(13)
                    .prefix { $0 != ";" })
            let clerk = Client.Person(client: client, token: String(token))
            let person = try await clerk.get("/api/v1/sessions/current").json["person"] as? [String: Any]
            #expect(person?["id"] as? Int == 3)
            #expect(try await security.post("/api/v1/accounts/3/block", "{}").status == 200)
            #expect(try await finish(client, cookie, "code=good&state=\(state)").status == 403)
        }
        #expect(world.store.audited(.identityLinked).count == 1)
    }

    @Test func anotherBrowserOrStateIsRefused() async throws {
        try await World(provider: Provider()).run { client in
            let (cookie, state) = try await begin(client)
            for (cookie, query) in [
                (nil, "code=good&state=\(state)"), (cookie, "code=good&state=other"), (cookie, "code=good"),
                ("__Host-liban-outside=AAAA", "code=good&state=\(state)"),
            ] as [(String?, String)] {
                let answer = try await finish(client, cookie, query)
                #expect((answer.status, answer.code) == (403, "crossSite"), "\(query)")
            }
            let denied = try await finish(client, cookie, "error=access_denied&state=\(state)")
            #expect(denied.status == 403 && denied.text.contains("没有完成登录"))
            let forged = try await finish(client, cookie, "code=stolen&state=\(state)")
            #expect((forged.status, forged.code) == (502, "providerFailed"))
        }
    }

    @Test func withoutAProviderThereIsNoDoor() async throws {
        try await World().run { client in
            #expect(try await client.send(.get, "/sign-in/outside").status == 404)
            #expect(try await client.send(.get, "/sign-in/outside/callback?code=x&state=y").status == 404)
            let page = try await client.send(.get, "/sign-in")
            #expect(!page.text.contains("/sign-in/outside"))
        }
        try await World(provider: Provider()).run { client in
            let page = try await client.send(.get, "/sign-in").text
            #expect(page.contains("用县统一认证登录"))
        }
    }
}
