import UseCases

/// The token that forms of one session carry, so that a form made by another site is refused.
enum FormToken {
    /// Derived from the session's own secret: nothing to store, and useless for guessing it.
    static func of(_ caller: Caller, _ secrets: any Secrets) -> String {
        Base64URL.encode(secrets.sha256(Array("form:\(caller.token)".utf8)))
    }

    static func check(_ form: Form, _ caller: Caller, _ secrets: any Secrets) throws {
        let expected = Array(of(caller, secrets).utf8)
        let given = Array((form["form"] ?? "").utf8)
        // Every byte is looked at, so that the time taken tells nothing about how many were right.
        guard given.count == expected.count,
            zip(given, expected).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0
        else { throw Problem(.crossSite) }
    }
}
