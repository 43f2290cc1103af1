internal import COpenSSL

/// One public key of the provider's key set (RFC 7517), for one algorithm: a token cannot choose another.
struct VerifyingKey: Sendable {
    let id: String?
    let algorithm: IDToken.Algorithm
    /// A SubjectPublicKeyInfo in DER, as OpenSSL reads it.
    private let der: [UInt8]

    /// nil for keys that are not for signatures, of other kinds, or too weak.
    init?(_ json: [String: Any]) {
        guard json["use"] as? String ?? "sig" == "sig" else { return nil }
        func bytes(_ name: String) -> [UInt8]? {
            (json[name] as? String).flatMap { Base64URLText.decode($0[...]) }
        }
        switch json["kty"] as? String {
        case "RSA":
            guard let modulus = bytes("n"), let exponent = bytes("e"), (256...1024).contains(modulus.count),
                (1...8).contains(exponent.count), json["alg"] as? String ?? "RS256" == "RS256"
            else { return nil }
            algorithm = .rs256
            der = DER.rsa(modulus: modulus, exponent: exponent)
        case "EC":
            guard json["crv"] as? String == "P-256", let x = bytes("x"), let y = bytes("y"), x.count == 32,
                y.count == 32, json["alg"] as? String ?? "ES256" == "ES256"
            else { return nil }
            algorithm = .es256
            der = DER.p256(x: x, y: y)
        case _: return nil
        }
        id = json["kid"] as? String
        // A point that is not on the curve, or a number that is none, is no key.
        guard Self.read(der, { _ in true }) == true else { return nil }
    }

    func verifies(_ token: IDToken) -> Bool {
        guard token.algorithm == algorithm else { return false }
        var signature = token.signature
        if algorithm == .es256 {
            // JWS joins the two numbers; OpenSSL wants them as a sequence.
            guard signature.count == 64 else { return false }
            signature = DER.sequence(DER.integer(Array(signature[..<32])) + DER.integer(Array(signature[32...])))
        }
        let verified = Self.read(der) { key in
            guard let context = EVP_MD_CTX_new() else { return false }
            defer { EVP_MD_CTX_free(context) }
            // For RSA this is PKCS #1 v1.5, as RS256 has it.
            return EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1
                && EVP_DigestVerify(context, signature, signature.count, token.signed, token.signed.count) == 1
        }
        return verified == true
    }

    private static func read(_ der: [UInt8], _ body: (OpaquePointer) -> Bool) -> Bool? {
        der.withUnsafeBufferPointer { buffer in
            var place = buffer.baseAddress
            guard let key = d2i_PUBKEY(nil, &place, buffer.count) else { return nil }
            defer { EVP_PKEY_free(key) }
            return body(key)
        }
    }
}

/// The little of DER (X.690) that public keys and signatures are written in.
enum DER {
    static func rsa(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
        // rsaEncryption, with the NULL it has for parameters.
        let algorithm: [UInt8] = [
            0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
        ]
        let key = sequence(integer(modulus) + integer(exponent))
        return sequence(algorithm + value(0x03, [0] + key))
    }

    static func p256(x: [UInt8], y: [UInt8]) -> [UInt8] {
        // ecPublicKey on prime256v1.
        let algorithm: [UInt8] = [
            0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE,
            0x3D, 0x03, 0x01, 0x07,
        ]
        return sequence(algorithm + value(0x03, [0, 4] + x + y))
    }

    static func sequence(_ content: [UInt8]) -> [UInt8] { value(0x30, content) }

    /// A number that is not negative, from its bytes, the most significant first.
    static func integer(_ bytes: [UInt8]) -> [UInt8] {
        let short = Array(bytes.drop { $0 == 0 })
        return value(0x02, (short.first ?? 0x80) >= 0x80 ? [0] + short : short)
    }

    private static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        if count < 0x80 { return [tag, UInt8(count)] + content }
        if count < 0x100 { return [tag, 0x81, UInt8(count)] + content }
        return [tag, 0x82, UInt8(count >> 8), UInt8(count & 255)] + content
    }
}
