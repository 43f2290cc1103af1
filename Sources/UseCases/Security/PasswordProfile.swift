import Workflow

/// What passwords, second factors and sessions must be like: a named set, because the two standards that customers
/// are held to contradict each other. OWASP ASVS 5.0 forbids composition rules and forced change (6.2.5, 6.2.10);
/// GB/T 22239 demands both. An installation follows one of them, never a mixture.
public struct PasswordProfile: Hashable, Sendable {
    public enum Name: String, CaseIterable, Sendable {
        case asvs
        case gbt22239L2 = "gbt22239-l2"
        case gbt22239L3 = "gbt22239-l3"
    }

    /// Who needs an authenticator; everybody may have one.
    public enum SecondFactor: String, CaseIterable, Sendable {
        case offered, administrators, everybody
    }

    public let name: Name
    /// Characters.
    public let least: Int
    /// Of upper case, lower case, digits and other characters; 1 asks for nothing.
    public let classes: Int
    /// Days after which it has to be changed; nil for never.
    public let days: Int?
    /// Passwords before this one that must not come back.
    public let remembered: Int
    public var secondFactor: SecondFactor
    /// Seconds without a request after which a session ends, and after which it ends anyway.
    public let idleSeconds: Int64
    public let sessionSeconds: Int64

    /// Longer input is no password but a load on the hash; ASVS asks for at least 64.
    public static let most = 128

    /// ASVS 5.0 level 2: 6.2.1 (8 characters), 6.2.4 and 6.2.11 (lists), 6.2.5 and 6.2.10 (no composition, no forced
    /// change), 6.3.3 (second factor), 7.3 (both timeouts).
    public static let asvs = PasswordProfile(
        name: .asvs, least: 8, classes: 1, days: nil, remembered: 0, secondFactor: .everybody, idleSeconds: 2 * 3600,
        sessionSeconds: 12 * 3600)
    /// GB/T 22239-2019 level 2: 身份鉴别 with complexity and periodic change; the figures are those assessors ask for.
    public static let gbt22239L2 = PasswordProfile(
        name: .gbt22239L2, least: 8, classes: 3, days: 90, remembered: 5, secondFactor: .offered,
        idleSeconds: 30 * 60, sessionSeconds: 12 * 3600)
    /// Level 3 adds two factors, one of them cryptographic.
    public static let gbt22239L3 = PasswordProfile(
        name: .gbt22239L3, least: 10, classes: 3, days: 90, remembered: 5, secondFactor: .everybody,
        idleSeconds: 15 * 60, sessionSeconds: 12 * 3600)

    public static func named(_ name: Name) -> PasswordProfile {
        switch name {
        case .asvs: asvs
        case .gbt22239L2: gbt22239L2
        case .gbt22239L3: gbt22239L3
        }
    }

    /// Whether the person has to have an authenticator on that day.
    func needsSecondFactor(_ person: Person, on day: CivilDate) -> Bool {
        switch secondFactor {
        case .offered: false
        case .administrators: person.assignments.contains { $0.role.isAdministrator && $0.holds(on: day) }
        case .everybody: true
        }
    }

    func isOver(_ setAt: Instant, at now: Instant) -> Bool {
        days.map { now >= setAt.adding(seconds: Int64($0) * 86_400) } ?? false
    }
}

/// Why a password is not taken. Every reason is told at once.
public enum PasswordFault: Hashable, Sendable {
    case tooShort(least: Int)
    case tooLong(most: Int)
    case tooPlain(classes: Int)
    case common
    /// Little is left of it without the names everybody here knows.
    case containsKnown(String)
    case usedBefore
    case wrongCurrent

    public var chinese: String {
        switch self {
        case .tooShort(let least): "密码至少\(least)个字符。"
        case .tooLong(let most): "密码不超过\(most)个字符。"
        case .tooPlain(let classes): "密码须含大写、小写、数字、其他符号中的\(classes)类。"
        case .common: "这个密码太常见，容易被猜到，请换一个。"
        case .containsKnown(let word): "密码不能主要由“\(word)”这样人人知道的名称组成。"
        case .usedBefore: "这个密码最近用过，请换一个。"
        case .wrongCurrent: "当前密码不对。"
        }
    }

    public var english: String {
        switch self {
        case .tooShort(let least): "A password has at least \(least) characters."
        case .tooLong(let most): "A password has at most \(most) characters."
        case .tooPlain(let classes): "Use \(classes) of upper case, lower case, digits and other characters."
        case .common: "This password is too common; choose another."
        case .containsKnown(let word): "Little is left of this password without “\(word)”, which everybody knows."
        case .usedBefore: "This password was used lately; choose another."
        case .wrongCurrent: "The current password is wrong."
        }
    }
}

/// Passwords everybody guesses first, lower case.
public struct CommonPasswords: Sendable {
    private let words: Set<String>

    public init(_ words: some Sequence<String>) { self.words = Set(words) }

    func contains(_ password: String) -> Bool {
        let plain = password.lowercased()
        // "Password123!" is "password" with what a rule asked for.
        var bare = plain[...]
        while let last = bare.last, !last.isLetter { bare.removeLast() }
        return words.contains(plain) || (bare.count >= 4 && words.contains(String(bare)))
    }
}

extension PasswordProfile {
    /// Everything wrong with a new password.
    ///
    /// - Parameter known: names of the place, the people and this program.
    func faults(_ password: String, known: [String], common: CommonPasswords) -> [PasswordFault] {
        var faults: [PasswordFault] = []
        if password.count < least { faults.append(.tooShort(least: least)) }
        if password.count > Self.most || password.utf8.count > 4 * Self.most {
            faults.append(.tooLong(most: Self.most))
        }
        if Self.classes(of: password) < classes { faults.append(.tooPlain(classes: classes)) }
        if common.contains(password) { faults.append(.common) }
        if let word = Self.known(in: password, known) { faults.append(.containsKnown(word)) }
        return faults
    }

    private static func classes(of password: String) -> Int {
        var (upper, lower, digit, other) = (0, 0, 0, 0)
        for character in password {
            if character.isUppercase {
                upper = 1
            } else if character.isLowercase {
                lower = 1
            } else if character.isNumber {
                digit = 1
            } else {
                other = 1
            }
        }
        return upper + lower + digit + other
    }

    /// The known word without which fewer than six characters are left.
    private static func known(in password: String, _ known: [String]) -> String? {
        let plain = password.lowercased()
        return known.first { word in
            let word = word.lowercased()
            guard word.count >= 2, let range = range(of: word, in: plain) else { return false }
            return plain.count - plain[range].count < 6
        }
    }

    private static func range(of word: String, in text: String) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(word) { return start..<text.index(start, offsetBy: word.count) }
            start = text.index(after: start)
        }
        return nil
    }
}
