import Foundation

/// Addresses that messages may go to; asked when a recipient is added and again before each message.
public enum DeliveryAddress {
    private static let marks = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-")

    /// One plain address: a line break or a second address would be another message. RFC 5321 allows 254 characters.
    public static func isMailbox(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && text.utf8.count <= 254
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(marks.contains) }
    }

    /// An https address without a password in it; http too where private networks are allowed.
    public static func isWebhook(_ text: String, _ settings: DeliverySettings) -> Bool {
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty, url.user == nil else { return false }
        return url.scheme == "https" || settings.allowsPrivate && url.scheme == "http"
    }
}
