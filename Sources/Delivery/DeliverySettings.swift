/// How messages leave; from the environment, because it holds a password.
public struct DeliverySettings: Sendable {
    /// The mail server, such as smtps://user:password@mail.example.cn:465; nil where no mail is sent.
    public var smtpURL: String?
    /// Who it is from, such as liban@example.cn.
    public var smtpFrom: String?
    /// Whether webhooks may lie in private networks and speak plain HTTP: for programs beside this server.
    public var allowsPrivate: Bool
    /// Where links in messages lead; nil for none.
    public var publicURL: String?

    public init(smtpURL: String?, smtpFrom: String?, allowsPrivate: Bool, publicURL: String?) {
        self.smtpURL = smtpURL
        self.smtpFrom = smtpFrom
        self.allowsPrivate = allowsPrivate
        self.publicURL = publicURL
    }

    /// LIBAN_SMTP_URL, LIBAN_SMTP_FROM, LIBAN_WEBHOOK_PRIVATE=allow, LIBAN_PUBLIC_URL.
    public init(environment: [String: String], publicURL: String?) {
        func text(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        self.init(
            smtpURL: text("LIBAN_SMTP_URL"), smtpFrom: text("LIBAN_SMTP_FROM"),
            allowsPrivate: text("LIBAN_WEBHOOK_PRIVATE") == "allow",
            publicURL: publicURL ?? text("LIBAN_PUBLIC_URL"))
    }
}
