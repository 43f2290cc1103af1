import Foundation

/// The demo town behind a live server: its people signed in, each as themselves.
struct DemoTown {
    let server: LiveServer
    private let clients: [String: LiveClient]
    private let ids: [String: Int]
    let today: Date

    static let password = "liban-demo"

    init(_ server: LiveServer, logins: [String]) async throws {
        self.server = server
        today = Date()
        var clients: [String: LiveClient] = [:]
        var ids: [String: Int] = [:]
        for login in logins {
            let answer = try await LiveClient(base: server.base, token: "").send(
                "POST", "/api/v1/sessions", ["login": login, "password": Self.password])
            guard let token = answer.json["token"] as? String, let person = answer.json["person"] as? [String: Any]
            else { throw LiveError.noSession }
            clients[login] = LiveClient(base: server.base, token: token)
            ids[login] = person["id"] as? Int
        }
        self.clients = clients
        self.ids = ids
    }

    func `as`(_ login: String) -> LiveClient { clients[login] ?? LiveClient(base: server.base, token: "") }
    func id(_ login: String) -> Int { ids[login] ?? 0 }

    /// The civil day in Asia/Shanghai so many days ago.
    func day(_ daysAgo: Int) -> String {
        let formatter = DateFormatter()
        formatter.timeZone = TimeZone(identifier: "Asia/Shanghai")
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: today.addingTimeInterval(Double(-daysAgo) * 86_400))
    }

    /// Particulars of a step entered late, with its day and reason.
    func late(_ daysAgo: Int, _ particulars: [String: Any] = [:]) -> [String: Any] {
        var body = particulars
        body["effectiveOn"] = day(daysAgo)
        if daysAgo > 1 { body["lateReason"] = "纸质流程补录" }
        return body
    }

    static var application: [String: Any] {
        [
            "title": "村口路灯更新", "category": "人居环境", "need": "巷道夜间看不见路", "channel": "走访", "place": "东埔村口",
            "quantities": [["what": "路灯", "count": 68, "unit": "盏"]],
            "budget": [["what": "灯具及安装", "amountFen": 8_800_000]],
            "sources": [["kind": "ownContribution", "promisedFen": 800_000]], "requestedFen": 8_000_000,
        ]
    }
}
