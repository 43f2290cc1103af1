internal import CSodium
public import UseCases

/// Short texts sealed under the key: names and telephones of residents, the stamps of public forms.
extension SealingKey: Sealer {
    private static let nonceBytes = 24
    private static let tagBytes = 16

    public func seal(_ text: [UInt8], about: String) -> [UInt8] {
        var nonce = [UInt8](repeating: 0, count: Self.nonceBytes)
        randombytes_buf(&nonce, nonce.count)
        var sealed = [UInt8](repeating: 0, count: text.count + Self.tagBytes)
        let context = Array(about.utf8)
        crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, text, UInt64(text.count), context, UInt64(context.count), nil, nonce, subkey(.identities))
        return mark + nonce + sealed
    }

    public func unseal(_ sealed: [UInt8], about: String) -> [UInt8]? {
        let head = mark.count + Self.nonceBytes
        guard sealed.count >= head + Self.tagBytes, sealed.starts(with: mark) else { return nil }
        let nonce = Array(sealed[mark.count..<head])
        let body = Array(sealed[head...])
        let context = Array(about.utf8)
        var text = [UInt8](repeating: 0, count: body.count - Self.tagBytes)
        let opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &text, nil, nil, body, UInt64(body.count), context, UInt64(context.count), nonce, subkey(.identities))
        return opened == 0 ? text : nil
    }
}
