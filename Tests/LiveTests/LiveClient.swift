import Foundation
import FoundationNetworking

/// One person's client: signed in with a bearer token, JSON in and out.
struct LiveClient: Sendable {
    let base: URL
    let token: String

    /// Without a cookie jar: each client is exactly who its token says.
    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        return URLSession(configuration: configuration)
    }()

    struct Answer: @unchecked Sendable {
        let status: Int
        let etag: String?
        let body: Data
        var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
        var code: String? { json["code"] as? String }
        var state: String? { json["state"] as? String }
        var version: Int? { json["version"] as? Int }
    }

    static func signIn(_ base: URL, _ login: String, _ password: String) async throws -> LiveClient {
        let anonymous = LiveClient(base: base, token: "")
        let answer = try await anonymous.send("POST", "/api/v1/sessions", ["login": login, "password": password])
        guard let token = answer.json["token"] as? String else { throw LiveError.noSession }
        return LiveClient(base: base, token: token)
    }

    func get(_ path: String) async throws -> Answer { try await send("GET", path, nil) }

    func send(
        _ method: String, _ path: String, _ body: [String: Any]?, version: Int? = nil, key: String? = nil
    ) async throws -> Answer {
        var request = URLRequest(url: URL(string: path, relativeTo: base)!)
        request.httpMethod = method
        request.timeoutInterval = 20
        if !token.isEmpty { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        if let version { request.setValue("\"\(version)\"", forHTTPHeaderField: "If-Match") }
        request.setValue(key ?? UUID().uuidString, forHTTPHeaderField: "Idempotency-Key")
        if let body {
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = try JSONSerialization.data(withJSONObject: body, options: .sortedKeys)
        }
        let (data, response) = try await Self.session.data(for: request)
        let http = response as? HTTPURLResponse
        return Answer(status: http?.statusCode ?? 0, etag: http?.value(forHTTPHeaderField: "ETag"), body: data)
    }

    /// Issues a command on the newest version.
    func command(
        _ project: String, _ command: String, _ body: [String: Any] = [:], key: String? = nil
    ) async throws -> Answer {
        let current = try await get("/api/v1/projects/\(project)")
        return try await send(
            "POST", "/api/v1/projects/\(project)/commands/\(command)", body, version: current.version ?? 0, key: key)
    }
}
