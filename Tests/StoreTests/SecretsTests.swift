import Testing

@testable import Store

struct SecretsTests {
    @Test func sha256IsTheStandards() throws {
        let secrets = try SodiumSecrets(cost: .test)
        #expect(
            hex(secrets.sha256(Array("abc".utf8))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
        #expect(hex(secrets.sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func tokensAre256BitsOfURLSafeText() throws {
        let secrets = try SodiumSecrets(cost: .test)
        let tokens = (0..<500).map { _ in secrets.randomToken() }
        #expect(Set(tokens).count == tokens.count)
        #expect(
            tokens.allSatisfy { token in
                token.count == 43
                    && token.utf8.allSatisfy {
                        Character(Unicode.Scalar($0)).isLetter || $0 == 45 || $0 == 95
                            || (48...57).contains($0)
                    }
            })
    }

    @Test func aPasswordIsKnownByItsHashAlone() async throws {
        let secrets = try SodiumSecrets(cost: .test)
        let hash = try #require(await secrets.hashPassword("密码 pass\u{1F511}"))
        #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(await secrets.verifyPassword("密码 pass\u{1F511}", hash: hash))
        #expect(await !secrets.verifyPassword("密码 pass", hash: hash))
        #expect(await !secrets.verifyPassword("", hash: hash))
        #expect(await !secrets.verifyPassword("x", hash: "nonsense"))
        #expect(await secrets.hashPassword("密码 pass\u{1F511}") != hash)
    }

    @Test func theServicesHashCosts64MiB() async throws {
        let hash = await (try SodiumSecrets()).hashPassword("x")
        #expect(hash?.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$") == true)
    }

    @Test func manyAtOnceAreAllAnswered() async throws {
        let secrets = try SodiumSecrets(cost: .test)
        let hashes = await withTaskGroup(of: String?.self) { group in
            for number in 0..<64 { group.addTask { await secrets.hashPassword("\(number)") } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(hashes.count == 64 && !hashes.contains(nil))
    }
}
