internal import Foundation
public import UseCases

/// How people sign in here: the profile their passwords follow, who needs a second factor, who vouches from outside.
public struct SignInSettings: Sendable {
    public var profile = PasswordProfile.gbt22239L2
    /// The outside provider; nil where there is none.
    public var provider: Provider?

    public struct Provider: Sendable {
        public let issuer: String
        public let name: String
        public let clientID: String
        public let clientSecret: String?
    }

    /// - Parameter variable: LIBAN_PASSWORD_PROFILE, LIBAN_SECOND_FACTOR, LIBAN_OIDC_ISSUER, LIBAN_OIDC_NAME,
    ///   LIBAN_OIDC_CLIENT_ID and LIBAN_OIDC_CLIENT_SECRET_FILE.
    init(_ variable: (String) -> String?) throws(Configuration.Fault) {
        if let text = variable("LIBAN_PASSWORD_PROFILE") {
            guard let name = PasswordProfile.Name(rawValue: text) else {
                throw Self.unknown("LIBAN_PASSWORD_PROFILE", text, PasswordProfile.Name.allCases.map(\.rawValue))
            }
            profile = .named(name)
        }
        if let text = variable("LIBAN_SECOND_FACTOR") {
            guard let rule = PasswordProfile.SecondFactor(rawValue: text) else {
                throw Self.unknown("LIBAN_SECOND_FACTOR", text, PasswordProfile.SecondFactor.allCases.map(\.rawValue))
            }
            profile.secondFactor = rule
        }
        guard let issuer = variable("LIBAN_OIDC_ISSUER") else { return }
        guard let client = variable("LIBAN_OIDC_CLIENT_ID") else {
            throw .init(
                chinese: "设置了LIBAN_OIDC_ISSUER，还须设置LIBAN_OIDC_CLIENT_ID。",
                english: "LIBAN_OIDC_ISSUER needs LIBAN_OIDC_CLIENT_ID.")
        }
        var secret: String?
        // In a file, because environments show in process lists.
        if let file = variable("LIBAN_OIDC_CLIENT_SECRET_FILE") {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw .init(chinese: "无法读取\(file)。", english: "Cannot read \(file).")
            }
            secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        provider = Provider(
            issuer: issuer, name: variable("LIBAN_OIDC_NAME") ?? "统一身份认证", clientID: client, clientSecret: secret)
    }

    private static func unknown(_ name: String, _ text: String, _ known: [String]) -> Configuration.Fault {
        .init(
            chinese: "环境变量\(name)的值“\(text)”须为\(known.joined(separator: "、"))之一。",
            english: "\(name) is \(text); it must be one of \(known.joined(separator: ", ")).")
    }
}
