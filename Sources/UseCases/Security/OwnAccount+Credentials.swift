public import Workflow

/// Codes for when the authenticator is lost: 120 random bits each, so that a plain hash keeps them.
public enum RecoveryCode {
    static let bytes = 15
    static let characters = 24
    public static let count = 10
}

/// A new authenticator's secret, shown once.
public struct NewAuthenticator: Sendable {
    /// Base32, for typing.
    public let secret: String
    /// For the QR code.
    public let uri: String
}

/// Authenticator and tokens of the person's own account.
extension OwnAccount {
    /// Makes a secret that waits for its first code.
    public func beginSecondFactor(
        by person: Person, password: String
    ) async throws(UseCaseError) -> NewAuthenticator {
        let account = try await confirmed(password, person)
        guard account.secondFactor == nil else { throw .accountRefused(.secondFactorThere) }
        let secret = secrets.random(TimeCode.secretBytes)
        let sealed = secrets.seal(secret)
        try await stored {
            try await store.beginSecondFactor(of: person.id, town: person.town, sealed: sealed)
        }
        let text = Base32.encode(secret)
        return NewAuthenticator(secret: text, uri: TimeCode.uri(secret: text, account: account.login, issuer: "立办"))
    }

    /// The authenticator's first code puts it into use. Gives the recovery codes, shown once.
    public func confirmSecondFactor(code: String, by person: Person) async throws(UseCaseError) -> [String] {
        let sealed = try await stored {
            try await store.waitingSecondFactor(of: person.id, town: person.town)
        }
        guard let sealed, let secret = secrets.open(sealed) else { throw .accountRefused(.secondFactorMissing) }
        let now = clock.now()
        let typed = code.filter { $0 != " " }
        let step = TimeCode.step(of: typed, seconds: now.microseconds / 1_000_000, after: 0) {
            secrets.hmacSHA1($0, key: secret)
        }
        guard let step else { throw .accountRefused(.codeWrong) }
        let codes = recoveryCodes()
        let audit = entry(.secondFactorSet, person, "account")
        try await stored {
            try await store.confirmSecondFactor(
                of: person.id, town: person.town, step: step, codes: codes.map(hash), now: now, audit: audit)
        }
        accounts.forgetAll()
        return codes.map(Base32.grouped)
    }

    /// New recovery codes in place of the old ones.
    public func renewRecoveryCodes(by person: Person, password: String) async throws(UseCaseError) -> [String] {
        let account = try await confirmed(password, person)
        guard account.secondFactor != nil else { throw .accountRefused(.secondFactorMissing) }
        let codes = recoveryCodes()
        let audit = entry(.recoveryCodesMade, person, "account")
        try await stored {
            try await store.renewRecoveryCodes(
                of: person.id, town: person.town, codes: codes.map(hash), audit: audit)
        }
        return codes.map(Base32.grouped)
    }

    public func recoveryCodesLeft(of person: Person) async throws(UseCaseError) -> Int {
        try await stored { try await store.recoveryCodesLeft(of: person.id, town: person.town) }
    }

    public func removeSecondFactor(by person: Person, password: String) async throws(UseCaseError) {
        _ = try await confirmed(password, person)
        guard !profile.needsSecondFactor(person, on: clock.now().civilDate) else {
            throw .accountRefused(.secondFactorRequired)
        }
        let audit = entry(.secondFactorRemoved, person, "account")
        let isRemoved = try await stored {
            try await store.removeSecondFactor(of: person.id, town: person.town, audit: audit)
        }
        if !isRemoved { throw .accountRefused(.secondFactorMissing) }
    }

    private func recoveryCodes() -> [String] {
        (0..<RecoveryCode.count).map { _ in Base32.encode(secrets.random(RecoveryCode.bytes)) }
    }

    private func hash(_ code: String) -> [UInt8] { secrets.sha256(Array(code.utf8)) }

    // MARK: Tokens

    public func tokens(of person: Person) async throws(UseCaseError) -> [AccessTokenRecord] {
        try await stored { try await store.tokens(of: person.id, town: person.town) }
    }

    /// A token for a machine that works in the person's name. It is shown once.
    ///
    /// - Parameter days: how long it lasts, 1 to 365.
    public func issueToken(
        name: String, scopes: Set<TokenScope>, days: Int, by person: Person, password: String
    ) async throws(UseCaseError) -> (token: String, number: Int64, expiresAt: Instant) {
        guard name.contains(where: { !$0.isWhitespace }), name.unicodeScalars.count <= 100 else {
            throw .accountRefused(.tokenUnnamed)
        }
        guard !scopes.isEmpty else { throw .accountRefused(.tokenUnscoped) }
        guard (1...365).contains(days) else { throw .accountRefused(.tokenTooLong) }
        _ = try await confirmed(password, person)
        let token = Accounts.tokenPrefix + secrets.randomToken()
        let now = clock.now()
        let new = NewAccessToken(
            hash: accounts.hash(token), person: person.id, town: person.town, name: name, scopes: scopes,
            issuedAt: now, expiresAt: now.adding(seconds: Int64(days) * 86_400))
        let words = scopes.map(\.rawValue).sorted().joined(separator: " ")
        let audit = entry(.tokenIssued, person, "token “\(name)”", "\(words), \(days) days")
        do {
            let number = try await stored { try await store.issueToken(new, audit: audit) }
            return (token, number, new.expiresAt)
        } catch {
            if case .store(.constraint("access_tokens_few", _)) = error { throw .accountRefused(.tokensMany) }
            throw error
        }
    }

    public func revokeToken(_ number: Int64, of person: Person) async throws(UseCaseError) {
        // What is not there, or another's, is no act to be noted.
        let mine = try await tokens(of: person)
        guard mine.contains(where: { $0.number == number && $0.revokedAt == nil }) else { throw .notFound }
        let audit = entry(.tokenRevoked, person, "token \(number)")
        let isRevoked = try await stored {
            try await store.revokeToken(
                number, of: person.id, town: person.town, now: clock.now(), audit: audit)
        }
        accounts.forgetAll()
        if !isRevoked { throw .notFound }
    }
}
