import Boot
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import TestSupport
import UseCases
import Vault
import Web
import Workflow

@testable import Store

/// A town with one person in every role, and a stranger from another town.
struct World: Sendable {
    let store: MemoryStore
    let services: WebServices
    let drawings = Counter()
    let editions = MemoryEditions()
    let scratch = Scratch()

    static let password = "长城-Baidu-2026"

    /// The clock stands still here, so nothing spent of a rate comes back: limits are for the tests about them.
    init(
        free: Money = Money(fen: 100_000_000), profile: PasswordProfile = .gbt22239L2,
        provider: (any IdentityProvider)? = nil, rates: RateLimits? = nil, metricsToken: String? = nil,
        logins given: [String: Person] = [:]
    ) {
        var settings = WebSettings()
        settings.rates = rates
        settings.metricsToken = metricsToken
        let from = CivilDate(dayNumber: 20_000)
        func person(_ number: Int32, _ name: String, _ role: Role, _ scope: Scope, town: Int32 = 1) -> Person {
            Person(
                id: PersonID(number), town: TownID(town), name: name,
                assignments: [Assignment(role: role, scope: scope, from: from)])
        }
        var logins: [String: Person] = [
            "secretary": person(1, "张书记", .secretary, .unit(UnitID(1))),
            "officer": person(2, "李指导", .guidanceOfficer, .area(AreaID(1))),
            "clerk": person(3, "王经办", .clerk, .town), "director": person(4, "赵主任", .director, .town),
            "leader": person(5, "钱镇长", .leader, .town), "finance": person(6, "孙会计", .finance, .town),
            "panel": person(7, "周委员", .panelMember, .town), "panel2": person(8, "吴委员", .panelMember, .town),
            "auditor": person(9, "郑审计", .auditor, .town), "admin": person(10, "冯管理", .admin, .town),
            "security": person(21, "沈安全", .securityAdmin, .town), "audit": person(22, "韩审管", .auditAdmin, .town),
            // Elected yesterday, in office from the handover on.
            "newcomer": Person(id: PersonID(12), town: TownID(1), name: "新书记", assignments: []),
            "stranger": person(11, "外镇人", .director, .town, town: 2),
        ]
        logins.merge(given) { $1 }
        store = MemoryStore(
            people: logins.values.sorted { $0.id < $1.id }, logins: logins, free: free)
        let clock = FixedClock()
        let directory = Directory(store: store, clock: clock)
        let drawings = drawings
        let audit = AuditLog(store: store, clock: clock)
        let desk = Desk(projects: store, directory: directory, clock: clock)
        let board = PublicBoard(store: store, directory: directory, vault: scratch.vault, clock: clock)
        let accounts = Accounts(store: store, secrets: PlainSecrets(), clock: clock, profile: profile)
        let reading = Reading(
            projects: store, funds: store, directory: directory, clock: clock,
            checkpoints: Checkpoints(
                store: store, secrets: PlainSecrets(), clock: clock, isSigned: { _, _, _ in false }),
            editions: editions)
        services = WebServices(
            desk: desk,
            reading: reading,
            programmes: Programmes(setup: store, directory: directory),
            handovers: Handovers(store: store, directory: directory, clock: clock),
            offices: Offices(setup: store, directory: directory, clock: clock),
            files: Files(
                store: store, projects: store, vault: scratch.vault, directory: directory, audit: audit,
                secrets: PlainSecrets(), clock: clock),
            board: board,
            opinions: Opinions(
                store: store, board: board, directory: directory, projects: store, desk: desk, sealer: scratch.key,
                audit: audit, secrets: PlainSecrets(), clock: clock),
            statements: StatementReading(
                statements: Statements(store: store, funds: store, projects: store, directory: directory), clock: clock),
            warnings: Warnings(store: store, projects: store, directory: directory, clock: clock),
            accounts: accounts,
            changes: Changes(store: store, clock: clock), help: HelpReading(store: store, clock: clock),
            registers: Registers(store: store, directory: directory, clock: clock),
            requestKeys: RequestKeys(store: store), audit: audit,
            ownAccount: OwnAccount(
                store: store, accounts: accounts,
                directory: directory, common: CommonPasswords(["password"])),
            accountAdministration: AccountAdministration(
                store: store, accounts: accounts,
                directory: directory), provider: provider, drawCode: { "<svg>\($0.utf8.count)</svg>" },
            secrets: PlainSecrets(), clock: clock,
            chartOffice: ChartOffice(reading: reading, editions: Editions(store: editions, clock: clock)),
            drawChart: { report, order in
                drawings.add()
                let words =
                    order.sheet == nil && order.format != .svg || order.paper == "A0"
                    ? "\(order.format.rawValue) \(report.projects.count) \(report.asOf)"
                    : "\(order.drawing) \(order.sheet ?? 0) \(report.projects.count)"
                return DrawnChart(
                    bytes: Array(words.utf8),
                    contentType: order.format == .svg ? "image/svg+xml" : "application/octet-stream",
                    number: min(order.sheet ?? 1, 2), count: 2)
            },
            readTable: { bytes in String(validating: bytes, as: UTF8.self).map(CSVReader.read) },
            readiness: { Readiness(checks: [.init(name: "database", passed: true, detail: "")]) },
            gauges: { [Gauge("liban_test", "A number.", 7)] }, settings: settings)
    }

    func run<Value>(_ body: @Sendable (Client) async throws -> Value) async throws -> Value {
        let app = Application(
            router: try buildRouter(services, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        return try await app.test(.router) { client in try await body(Client(client: client)) }
    }
}

/// Noon of 20 November 2026, a Friday, in Asia/Shanghai.
struct FixedClock: WallClock {
    static let time = Instant(microseconds: 1_795_147_200_000_000)
    func now() -> Instant { Self.time }
}

/// Real digests, for two tokens must never be taken for one; the rest without cryptography.
struct PlainSecrets: Secrets {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { Store.sha256(bytes) }
    func randomToken() -> String { "token-\(UUID().uuidString)" }
    func random(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255) } }
    /// Mixed well enough that neighbouring steps of an authenticator have different codes.
    func hmacSHA1(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var state: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key + message { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return (0..<20).map { index in
            var mixed = state &+ UInt64(index + 1) &* 0x9e37_79b9_7f4a_7c15
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return UInt8(truncatingIfNeeded: mixed >> 32)
        }
    }
    func seal(_ bytes: [UInt8]) -> [UInt8] { [7] + bytes }
    func open(_ sealed: [UInt8]) -> [UInt8]? { sealed.first == 7 ? Array(sealed.dropFirst()) : nil }
    func hashPassword(_ password: String) async -> String? { "hash:" + password }
    func verifyPassword(_ password: String, hash: String) async -> Bool {
        hash == "correct" ? password == World.password : hash == "hash:" + password
    }
}

final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var number = 0
    func add() { lock.withLock { number += 1 } }
    var value: Int { lock.withLock { number } }
}

/// What came back, with the JSON read.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:]
    }
    var code: String? { json["code"] as? String }
    var state: String? { json["state"] as? String }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

/// Sends requests; every answer is checked for what all answers must have.
struct Client: Sendable {
    let client: any TestClientProtocol

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String] = [:], _ body: String? = nil
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        let answer = try await client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Answer(
                status: response.status.code, headers: response.headers, bytes: Array(response.body.readableBytesView))
        }
        Conformance.check(answer, method, path)
        return answer
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String], bytes: [UInt8]
    ) async throws -> Answer {
        var fields = HTTPFields()
        for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
        return try await client.execute(
            uri: path, method: method, headers: fields, body: ByteBuffer(bytes: bytes)
        ) { response in
            Answer(
                status: response.status.code, headers: response.headers, bytes: Array(response.body.readableBytesView))
        }
    }

    func signIn(_ login: String) async throws -> Person {
        let body = #"{"login":"\#(login)","password":"\#(World.password)"}"#
        let answer = try await send(.post, "/api/v1/sessions", ["Content-Type": "application/json"], body)
        let token = answer.json["token"] as? String ?? "none"
        return Person(client: self, token: token)
    }

    /// A signed-in person at work.
    struct Person: Sendable {
        let client: Client
        let token: String

        func get(_ path: String) async throws -> Answer {
            try await client.send(.get, path, ["Authorization": "Bearer \(token)"])
        }

        func send(_ method: HTTPRequest.Method, _ path: String, _ body: String) async throws -> Answer {
            try await client.send(
                method, path,
                [
                    "Authorization": "Bearer \(token)", "Content-Type": "application/json",
                    "Idempotency-Key": UUID().uuidString, "If-Match": "*",
                ], body)
        }

        func post(
            _ path: String, _ body: String, version: Int? = nil, key: String? = nil
        ) async throws -> Answer {
            var headers = [
                "Authorization": "Bearer \(token)", "Content-Type": "application/json",
                "Idempotency-Key": key ?? UUID().uuidString,
            ]
            if let version { headers["If-Match"] = "\"\(version)\"" }
            return try await client.send(.post, path, headers, body)
        }

        func draft(_ application: String = World.application, key: String? = nil) async throws -> Answer {
            try await post("/api/v1/projects", #"{"unit":1,"application":\#(application)}"#, key: key)
        }

        /// Issues a command on the newest version.
        func command(_ id: String, _ name: String, _ body: String = "{}") async throws -> Answer {
            let version = try await get("/api/v1/projects/\(id)").json["version"] as? Int
            return try await post("/api/v1/projects/\(id)/commands/\(name)", body, version: version)
        }
    }
}

extension World {
    /// One of everything that can be read by its number.
    static func seed(_ client: Client) async throws {
        let (id, secretary) = try await FileTests.project(client)
        _ = try await secretary.send(.post, "/api/v1/projects/\(id)/files", SampleFiles.pdf, type: "application/pdf")
        _ = try await secretary.post("/api/v1/opinions", #"{"words":"路灯坏了","channel":"visit"}"#)
        let clerk = try await client.signIn("clerk")
        let entry = #""heldOn":"2026-11-18","title":"路灯""#
        _ = try await clerk.post("/api/v1/meetings", "{\(entry),\"kind\":\"council\"}")
        _ = try await clerk.post("/api/v1/spot-checks", "{\(entry),\"problem\":false}")
        _ = try await clerk.post("/api/v1/cases", "{\(entry)}")
    }

    static let application = """
        {"title":"东湾路灯","category":"人居环境","need":"夜里看不见路","channel":"走访","place":"东湾组",\
        "quantities":[{"what":"路灯","count":68,"unit":"盏"}],\
        "budget":[{"what":"灯杆及安装","amountFen":11300000}],"requestedFen":11300000}
        """
}

/// A directory for one world's files; it goes when the world does.
final class Scratch: Sendable {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("liban-web-\(UUID().uuidString)")
    let vault: any FileVault
    let key: SealingKey

    init() {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            key = try SealingKey.load(folder.appendingPathComponent("key").path)
            vault = try Vault(root: folder.appendingPathComponent("files").path, key: key)
        } catch { preconditionFailure("\(error)") }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
