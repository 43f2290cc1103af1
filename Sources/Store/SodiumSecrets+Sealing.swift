internal import COpenSSL
internal import CSodium

/// What is sealed with the key outside the database, and the HMAC of authenticators.
extension SodiumSecrets {
    static let keyBytes = 32

    public func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    public func hmacSHA1(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        // SHA-1 is what authenticator apps know; within HMAC it has no known weakness. libsodium leaves it out.
        var mac = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        _ = HMAC(EVP_sha1(), key, Int32(key.count), message, message.count, &mac, &length)
        return length == 20 ? mac : []
    }

    /// XChaCha20-Poly1305 with a random nonce in front.
    public func seal(_ bytes: [UInt8]) -> [UInt8] {
        let nonce = random(Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES))
        var sealed = [UInt8](repeating: 0, count: bytes.count + Int(crypto_aead_xchacha20poly1305_ietf_ABYTES))
        _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, bytes, UInt64(bytes.count), nil, 0, nil, nonce, sealingKey)
        return nonce + sealed
    }

    public func open(_ sealed: [UInt8]) -> [UInt8]? {
        let (nonce, mark) = (
            Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES), Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
        )
        guard sealed.count >= nonce + mark else { return nil }
        let body = Array(sealed[nonce...])
        var bytes = [UInt8](repeating: 0, count: body.count - mark)
        let done = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &bytes, nil, nil, body, UInt64(body.count), nil, 0, Array(sealed[..<nonce]), sealingKey)
        return done == 0 ? bytes : nil
    }
}
