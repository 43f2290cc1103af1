import ArgumentParser
import Boot
import Delivery
import Foundation
import Store
import UseCases
import Workflow

struct AdminDelivery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery",
        abstract: "Who is told of things outside (消息接收): mailboxes and programs, and what is on its way to them.",
        discussion: """
            Mail leaves by the server of LIBAN_SMTP_URL (smtps://user:password@mail.example.cn:465) from \
            LIBAN_SMTP_FROM. A webhook gets a POST of JSON signed with its own key: Liban-Signature is sha256= and the \
            HMAC-SHA256 of Liban-Timestamp, a point and the body; Idempotency-Key is the same for every attempt. Its \
            address must be https and lie outside private networks, unless LIBAN_WEBHOOK_PRIVATE=allow is set.
            """,
        subcommands: [List.self, Add.self, End.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List recipients, and messages that have not arrived yet.")

        @OptionGroup var database: DatabaseOptions

        @Option(help: "Name of the town (镇). Not needed while there is only one.")
        var town: String?

        func run() async throws {
            try await database.withInstallation { installation in
                let store = installation.store
                let town = try await store.towns().named(town)
                let units = try await store.units(town: town.id, on: installation.clock.now().civilDate)
                var table = TextTable(header: [
                    "no.", "kind", "address 地址", "notices 提醒", "role 职务", "over 范围", "packs 周报月报",
                ])
                for recipient in try await store.recipients(town: town.id) {
                    let terms = recipient.terms
                    table.add([
                        "\(recipient.id)", terms.kind.rawValue, terms.address, terms.takesNotices ? "✓" : "",
                        terms.role?.chinese ?? "", Self.name(terms.scope, units), terms.takesPacks ? "✓" : "",
                    ])
                }
                print(table.text)
                let counts = try await store.deliveryCounts(town: town.id)
                print("待发\(counts.waiting)，已达\(counts.sent)，放弃\(counts.givenUp)。")
                for trouble in try await store.troubled(town: town.id, limit: 20) {
                    let next = trouble.isGivenUp ? "已放弃" : "下次\(trouble.nextAt.civilDate) \(trouble.nextAt.clockText)"
                    print("\(trouble.address)：\(trouble.subject)，试了\(trouble.attempts)次，\(next)：\(trouble.problem)")
                }
            }
        }

        private static func name(_ scope: Scope, _ units: [UnitRecord]) -> String {
            switch scope {
            case .town: "全镇"
            case .area(let id): units.first { $0.place.area == id }?.area ?? "\(id)"
            case .unit(let id): units.first { $0.place.unit == id }?.name ?? "\(id)"
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a recipient; a webhook's key is printed once and never again.")

        @OptionGroup var database: DatabaseOptions

        @Option(help: "Name of the town (镇). Not needed while there is only one.")
        var town: String?

        @Option(help: "A mailbox, such as clerk@example.cn.")
        var email: String?

        @Option(help: "A program's https address.")
        var webhook: String?

        @Flag(inversion: .prefixedNo, help: "Told whose turn it is and what is late.")
        var notices = true

        @Flag(help: "Gets the weekly and monthly packs (周报、月报).")
        var packs = false

        @Option(help: "Only notices for this role, such as secretary or 书记.")
        var role: String?

        @Option(help: "Only notices of this unit (村、社区).")
        var unit: String?

        @Option(help: "Only notices of this area (片区).")
        var area: String?

        mutating func validate() throws {
            if (email == nil) == (webhook == nil) { throw ValidationError("Give either --email or --webhook.") }
            if !notices, !packs { throw ValidationError("A recipient takes notices, packs or both.") }
            if unit != nil, area != nil { throw ValidationError("Give either --unit or --area.") }
        }

        func run() async throws {
            let settings = DeliverySettings(environment: ProcessInfo.processInfo.environment, publicURL: nil)
            if let email, !DeliveryAddress.isMailbox(email) {
                throw Failure(.usage, "“\(email)”不是邮箱地址。", "\(email) is no mailbox.")
            }
            if let webhook, !DeliveryAddress.isWebhook(webhook, settings) {
                throw Failure(
                    .usage, "“\(webhook)”不能用：应为https地址。", "\(webhook) cannot be used: give an https address.")
            }
            let secret = try await database.withInstallation { installation in
                let store = installation.store
                let town = try await store.towns().named(town)
                let units = try await store.units(town: town.id, on: installation.clock.now().civilDate)
                let secret = webhook == nil ? nil : installation.secrets.randomToken()
                let recipient = NewRecipient(
                    kind: webhook == nil ? .email : .webhook, address: email ?? webhook ?? "", secret: secret,
                    takesNotices: notices, role: try namedRole(), scope: try scope(units), takesPacks: packs)
                do throws(StoreError) { _ = try await store.addRecipient(recipient, town: town.id) } catch {
                    guard case .constraint("recipient_address_once", _) = error else { throw error }
                    throw Failure(.dataSaysNo, "已经有这个接收人。", "That recipient is there already.")
                }
                return secret
            }
            print("已添加。 / Added.")
            if let secret { print("签名密钥（只显示这一次） / signing key, shown once: \(secret)") }
        }

        private func namedRole() throws -> Role? {
            guard let role else { return nil }
            guard let found = Role.allCases.first(where: { $0.rawValue == role || $0.chinese == role }) else {
                throw Failure(
                    .usage, "没有“\(role)”这个职务。",
                    "No role \(role); use \(Role.allCases.map(\.rawValue).joined(separator: ",")).")
            }
            return found
        }

        private func scope(_ units: [UnitRecord]) throws -> Scope {
            if let unit {
                guard let found = units.first(where: { $0.name == unit }) else {
                    throw Failure(.dataSaysNo, "没有“\(unit)”。", "There is no unit \(unit).")
                }
                return .unit(found.place.unit)
            }
            guard let area else { return .town }
            guard let found = units.first(where: { $0.area == area }) else {
                throw Failure(.dataSaysNo, "没有“\(area)”。", "There is no area \(area).")
            }
            return .area(found.place.area)
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send nothing new to a recipient; what is on its way still arrives.")

        @OptionGroup var database: DatabaseOptions

        @Option(help: "Name of the town (镇). Not needed while there is only one.")
        var town: String?

        @Argument(help: "Its number in the list.")
        var number: Int32

        func run() async throws {
            let isDone = try await database.withInstallation { installation in
                let town = try await installation.store.towns().named(town)
                return try await installation.store.endRecipient(number, town: town.id)
            }
            guard isDone else {
                throw Failure(.dataSaysNo, "没有第\(number)号接收人。", "There is no recipient \(number).")
            }
            print("已停发。 / Ended.")
        }
    }
}
