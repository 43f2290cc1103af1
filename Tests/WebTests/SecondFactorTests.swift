import Foundation
import HTTPTypes
import Testing

@testable import UseCases
@testable import Web
@testable import Workflow

/// The authenticator over HTTP: setting it up, signing in with it, losing it.
struct SecondFactorTests {
    private static let json = ["Content-Type": "application/json"]

    private static func code(_ secret: String, drift: Int64 = 0) -> String {
        let step = FixedClock.time.microseconds / 30_000_000 + drift
        let key = Self.base32(secret)
        return TimeCode.code(step: step) { PlainSecrets().hmacSHA1($0, key: key) }
    }

    private static func base32(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (bytes, held, bits): ([UInt8], UInt32, UInt32) = ([], 0, 0)
        for letter in text where letter != "-" {
            held = held << 5 | UInt32(alphabet.firstIndex(of: letter) ?? 0)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits & 255))
            }
        }
        return bytes
    }

    /// Sets an authenticator up; gives its secret and the recovery codes.
    private func enrol(_ person: Client.Person) async throws -> (secret: String, codes: [String]) {
        let begun = try await person.post(
            "/api/v1/account/second-factor", #"{"password":"\#(World.password)"}"#)
        let secret = try #require(begun.json["secret"] as? String)
        #expect((begun.json["uri"] as? String)?.hasPrefix("otpauth://totp/") == true)
        let wrong = try await person.post("/api/v1/account/second-factor-confirm", #"{"code":"000000"}"#)
        #expect((wrong.status, wrong.code) == (422, "accountRefused"))
        let done = try await person.post(
            "/api/v1/account/second-factor-confirm", #"{"code":"\#(Self.code(secret, drift: -1))"}"#)
        let codes = try #require(done.json["codes"] as? [String], "\(done.text)")
        #expect(codes.count == 10 && Set(codes).count == 10 && codes.allSatisfy { $0.count == 29 })
        return (secret, codes)
    }

    private func signIn(_ client: Client, _ login: String, code: String?) async throws -> Answer {
        let given = code.map { #","code":"\#($0)""# } ?? ""
        return try await client.send(
            .post, "/api/v1/sessions", Self.json,
            #"{"login":"\#(login)","password":"\#(World.password)"\#(given)}"#)
    }

    @Test func aCodeIsNeededAndCountsOnce() async throws {
        let world = World()
        try await world.run { client in
            let (secret, codes) = try await enrol(try await client.signIn("finance"))
            let without = try await signIn(client, "finance", code: nil)
            #expect((without.status, without.code) == (401, "secondFactorNeeded"))
            #expect(try await signIn(client, "finance", code: "123456").status == 401)
            // The step of the confirmation is used.
            #expect(try await signIn(client, "finance", code: Self.code(secret, drift: -1)).status == 401)
            #expect(try await signIn(client, "finance", code: Self.code(secret)).status == 201)
            #expect(try await signIn(client, "finance", code: Self.code(secret)).status == 401)
            #expect(try await signIn(client, "finance", code: codes[0].lowercased()).status == 201)
            let again = try await signIn(client, "finance", code: codes[0])
            #expect((again.status, again.code) == (401, "signInWrong"))
        }
        #expect(world.store.audited(.secondFactorSet).count == 1)
        #expect(world.store.audited(.recoveryCodeUsed).count == 1)
    }

    /// Guessing codes waits like guessing passwords.
    @Test func wrongCodesLock() async throws {
        try await World().run { client in
            _ = try await enrol(try await client.signIn("finance"))
            for _ in 0..<5 { #expect(try await signIn(client, "finance", code: "000000").status == 401) }
            #expect(try await signIn(client, "finance", code: "000000").status == 429)
        }
    }

    /// On pages the code comes second, in a session that opens nothing else, and the session gets another token.
    @Test func pagesAskForTheCodeAfterThePassword() async throws {
        let world = World()
        try await world.run { client in
            let (secret, _) = try await enrol(try await client.signIn("finance"))
            let form = ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"]
            let password = World.password.percentEncoded
            let first = try await client.send(.post, "/sign-in", form, "login=finance&password=\(password)")
            #expect((first.status, first.header("Location")) == (303, "/second-factor"))
            let half = Self.cookie(first)
            let jar = ["Cookie": "__Host-liban=\(half)"]
            for path in ["/projects", "/chart", "/account", "/queue"] {
                let answer = try await client.send(.get, path, jar)
                #expect(answer.status == 303 || path == "/account", "\(path)")
            }
            #expect(try await client.send(.get, "/api/v1/projects", jar).code == "secondFactorNeeded")
            #expect(
                try await client.send(
                    .post, "/api/v1/account/password", jar.merging(Self.json) { $1 }.merging(form) { a, _ in a }, "{}"
                ).status >= 400)
            let page = try await client.send(.get, "/second-factor", jar)
            #expect(Markup(page.text).complaints == [])
            let token = try #require(page.text.firstMatch(of: /name="form" value="([^"]+)"/)?.1)
            let wrong = try await client.send(
                .post, "/second-factor", form.merging(jar) { $1 }, "form=\(token)&code=000000")
            #expect(wrong.status == 401 && wrong.text.contains("动态码不对"))
            let done = try await client.send(
                .post, "/second-factor", form.merging(jar) { $1 }, "form=\(token)&code=\(Self.code(secret))")
            #expect((done.status, done.header("Location")) == (303, "/"))
            let whole = Self.cookie(done)
            #expect(whole != half)
            #expect(try await client.send(.get, "/projects", ["Cookie": "__Host-liban=\(whole)"]).status == 200)
            #expect(try await client.send(.get, "/second-factor", jar).header("Location") == "/sign-in")
        }
    }

    /// Half a sign-in changes nothing of the account: whoever has the password alone does not get further with it.
    @Test func halfASignInOpensNoAct() async throws {
        try await World().run { client in
            _ = try await enrol(try await client.signIn("finance"))
            let form = ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"]
            let first = try await client.send(
                .post, "/sign-in", form, "login=finance&password=\(World.password.percentEncoded)")
            let half = Client.Person(client: client, token: Self.cookie(first))
            for act in OwnAccountActs.all {
                let answer = try await half.post("/api/v1/account/\(act.name)", "{}")
                #expect((answer.status, answer.code) == (401, "secondFactorNeeded"), "\(act.name)")
            }
        }
    }

    /// Where the profile asks for an authenticator, a sign-in without one opens its set-up and nothing else.
    @Test func theProfileAsksForOne() async throws {
        try await World(profile: .asvs).run { client in
            let person = try await client.signIn("finance")
            let refused = try await person.get("/api/v1/projects")
            #expect((refused.status, refused.code) == (403, "enrolmentNeeded"))
            _ = try await enrol(person)
            let removed = try await person.post(
                "/api/v1/account/second-factor-remove", #"{"password":"\#(World.password)"}"#)
            #expect(removed.status != 200, "the profile keeps it")
        }
    }

    /// A new password by an administrator's code is not a way around the authenticator.
    @Test func aResetKeepsTheAuthenticator() async throws {
        try await World().run { client in
            _ = try await enrol(try await client.signIn("clerk"))
            let security = try await client.signIn("security")
            let code = try #require(
                try await security.post("/api/v1/accounts/3/password-code", "{}").json["code"] as? String)
            let used = try await client.send(
                .post, "/api/v1/password-codes", Self.json.merging(["Sec-Fetch-Site": "same-origin"]) { $1 },
                #"{"login":"clerk","code":"\#(code)","newPassword":"\#(OwnAccountTests.newPassword)"}"#)
            #expect(used.status == 204)
            let answer = try await client.send(
                .post, "/api/v1/sessions", Self.json,
                #"{"login":"clerk","password":"\#(OwnAccountTests.newPassword)"}"#)
            #expect((answer.status, answer.code) == (401, "secondFactorNeeded"))
        }
    }

    private static func cookie(_ answer: Answer) -> String {
        String((answer.header("Set-Cookie") ?? "").prefix { $0 != ";" }.split(separator: "=").last ?? "")
    }
}
