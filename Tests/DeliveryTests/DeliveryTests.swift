import Foundation
import Postgres
import Store
import TestSupport
import Testing

@testable import Delivery
@testable import UseCases
@testable import Workflow

/// Messages reach real servers: once each, by one key, whoever carries them.
struct DeliveryTests {
    private struct Clock: WallClock {
        func now() -> Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
    }

    /// A town with a receiver; `body` gets a maker of couriers.
    private func withTown(
        _ body: (TestDatabase, SampleTown, Receiver, _ deliveries: (Bool) -> Deliveries) async throws -> Void
    ) async throws {
        let receiver = try await Receiver()
        defer { receiver.stop() }
        try await withDatabase(connections: 8) { db in
            let town = try await SampleTown.make(in: db)
            try await body(db, town, receiver) { allowsPrivate in
                Deliveries(
                    store: db.store,
                    courier: CurlCourier(
                        DeliverySettings(
                            smtpURL: "smtp://127.0.0.1:\(receiver.smtp)", smtpFrom: "liban@example.cn",
                            allowsPrivate: allowsPrivate, publicURL: "https://liban.example.cn")), clock: Clock())
            }
        }
    }

    private func webhook(_ receiver: Receiver, _ path: String, packs: Bool = false) -> NewRecipient {
        NewRecipient(
            kind: .webhook, address: "http://127.0.0.1:\(receiver.http)\(path)", secret: "k-\(path)",
            takesNotices: true, role: nil, scope: .town, takesPacks: packs)
    }

    private func pack(_ effect: String) -> Pack {
        Pack(
            effect: effect, subject: "【立办】云溪镇周报（2026-11-13至2026-11-20）“本期”—新增红灯与办结情况一览表",
            body: "本期办结3项。",
            document: DeliveryDocument(
                name: "云溪镇周报.pdf", mediaType: "application/pdf", bytes: Array(repeating: 37, count: 70_000)))
    }

    /// Rows as commands and the sweep leave them.
    private func notices(_ count: Int, _ subject: String, role: Role, in db: TestDatabase, _ town: SampleTown)
        async throws
    {
        let place = town.units[0].place
        for _ in 0..<count {
            let serial = try await db.store.reserveSerial(town: town.id, year: 2026)
            try await db.asOwner(
                """
                INSERT INTO liban.outbox (town, role, area, unit, subject, year, serial, version)
                VALUES ($1, $2, $3, $4, $5, 2026, $6, 1)
                """,
                [
                    .int(Int64(town.id.raw)), .text(role.rawValue), .int(Int64(place.area.raw)),
                    .int(Int64(place.unit.raw)), .text(subject), .int(Int64(serial)),
                ])
            try await project(serial, in: db, town)
        }
    }

    private func project(_ serial: Int32, in db: TestDatabase, _ town: SampleTown) async throws {
        let loaded = try #require(
            try await db.store.loadForDraft(town: town.id, unit: town.units[0].place.unit, year: 2026, key: nil))
        let id = ProjectID(town: town.id, year: 2026, serial: serial)
        let application = Application(
            title: "路灯<更新>\(serial)", category: "人居环境", need: "", channel: "", place: "", quantities: [], budget: [],
            requested: Money(fen: 1_000_000))
        let entry = Entry(
            sequence: 1, event: .drafted(Drafted(place: loaded.place, application: application, onBehalf: false)),
            by: town.secretaries[0].id, role: .secretary, effectiveOn: SampleTown.firstDay,
            recordedAt: Instant(startOf: SampleTown.firstDay), lateReason: nil)
        let folded = evolve(nil, id, entry)
        try await db.store.commit(
            Change(
                expectedVersion: 0, after: try #require(folded), labels: loaded.labels.numbered("云书办〔2026〕\(serial)号"),
                entries: [entry], previousHash: [], movements: [], notifications: [], answer: nil,
                importedNumber: nil))
    }

    @Test func mailArrivesWithItsFileAndItsWords() async throws {
        try await withTown { db, town, receiver, deliveries in
            let mailbox = NewRecipient(
                kind: .email, address: "clerk@example.cn", secret: nil, takesNotices: true, role: .clerk,
                scope: .unit(town.units[0].place.unit), takesPacks: true)
            _ = try await db.store.addRecipient(mailbox, town: town.id)
            try await notices(1, "overdue", role: .clerk, in: db, town)
            try await notices(1, "overdue", role: .director, in: db, town)
            #expect(try await db.store.put(pack("weekly-2026-11-20"), town: town.id) == 1)
            // The same pack again is none.
            #expect(try await db.store.put(pack("weekly-2026-11-20"), town: town.id) == 0)
            let round = try await deliveries(false).round()
            #expect(round.handedOn == 1 && round.sent == 2 && round.failed == 0)
            let mails = try receiver.arrivals().sorted { ($0.subject ?? "") < ($1.subject ?? "") }
            #expect(mails.count == 2 && mails.allSatisfy { $0.recipients == ["clerk@example.cn"] })
            #expect(mails[0].subject == pack("").subject)
            #expect(mails[0].parts?.last?.size == 70_000 && mails[0].parts?.last?.name == "云溪镇周报.pdf")
            #expect(mails[1].subject == "【立办】云溪镇枫树村：已经超期")
            let text = try #require(mails[1].parts?.first?.text)
            #expect(text.contains("路灯<更新>") && text.contains("https://liban.example.cn/projects/"))
            #expect(try await deliveries(false).round().isIdle)
            #expect(Set(mails.compactMap(\.id)).count == 2)
        }
    }

    @Test func aSignedWebhookIsRepeatedUnderItsKeyUntilItIsTaken() async throws {
        try await withTown { db, town, receiver, deliveries in
            _ = try await db.store.addRecipient(webhook(receiver, "/fail/2"), town: town.id)
            try await notices(3, "admitted", role: .guidanceOfficer, in: db, town)
            for attempt in 1...3 {
                let round = try await deliveries(true).round()
                #expect(attempt < 3 ? round.failed == 3 : round.sent == 3, "\(attempt): \(round)")
                #expect(try await deliveries(true).round().isIdle)
                try await db.asOwner("UPDATE liban.delivery SET due_at = now() WHERE sent_at IS NULL")
            }
            let arrivals = try receiver.arrivals()
            #expect(arrivals.count == 9 && Set(arrivals.compactMap(\.key)).count == 3)
            #expect(arrivals.count { $0.status == 204 } == 3)
            for arrival in arrivals {
                let (timestamp, body) = (try #require(arrival.timestamp), try #require(arrival.body))
                let expected = Webhook.signature(timestamp, Array(body.utf8), key: "k-/fail/2")
                #expect(arrival.signature == "sha256=\(expected)")
                #expect(body.contains("https://liban.example.cn/projects/") && body.contains("路灯<更新>"))
            }
        }
    }

    @Test func fourCarriersAtOnceSendEachMessageOnce() async throws {
        try await withTown { db, town, receiver, deliveries in
            _ = try await db.store.addRecipient(webhook(receiver, "/ok"), town: town.id)
            try await notices(40, "admitted", role: .clerk, in: db, town)
            let carriers = (0..<4).map { _ in deliveries(true) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for carrier in carriers {
                    group.addTask { for _ in 0..<6 { _ = try await carrier.round() } }
                }
                try await group.waitForAll()
            }
            while try await !deliveries(true).round().isIdle {}
            let keys = try receiver.arrivals().compactMap(\.key)
            #expect(keys.count == 40 && Set(keys).count == 40)
            let counts = try await db.store.deliveryCounts(town: town.id)
            #expect(counts.waiting == 0 && counts.sent == 40 && counts.givenUp == 0)
        }
    }

    @Test func aCarrierThatDiesLosesNothing() async throws {
        try await withTown { db, town, receiver, deliveries in
            _ = try await db.store.addRecipient(webhook(receiver, "/ok"), town: town.id)
            try await notices(1, "admitted", role: .clerk, in: db, town)
            #expect(try await db.store.unsentNotices(limit: 9).count == 1)
            // Handed on and claimed by somebody who is never heard of again.
            let dead = Deliveries(store: db.store, courier: NoCourier(), clock: Clock())
            _ = try await dead.round()
            try await db.asOwner("UPDATE liban.delivery SET due_at = now(), last_problem = NULL")
            let claimed = try await db.store.claim(limit: 9, leaseSeconds: 120)
            #expect(claimed.count == 1)
            #expect(try await deliveries(true).round().isIdle)
            try await db.asOwner("UPDATE liban.delivery SET lease_until = now() - interval '1 second'")
            #expect(try await deliveries(true).round().sent == 1)
            // The first one wakes up: it can no longer say what became of it.
            try await db.store.fail(claimed[0], problem: "late", retryInSeconds: 0, isFinal: false)
            #expect(try await db.store.deliveryCounts(town: town.id).sent == 1)
            #expect(try await deliveries(true).round().isIdle)
        }
    }

    private struct NoCourier: Courier {
        func carry(_: Delivery, document _: DeliveryDocument?) async throws(Undelivered) { throw Undelivered("gone") }
    }

    @Test func whatLiesInsideIsNotCalled() async throws {
        try await withTown { db, town, receiver, deliveries in
            var inside = webhook(receiver, "/ok")
            _ = try await db.store.addRecipient(inside, town: town.id)
            inside = NewRecipient(
                kind: .webhook, address: "https://localhost:\(receiver.http)/ok", secret: "k", takesNotices: true,
                role: nil, scope: .town, takesPacks: false)
            _ = try await db.store.addRecipient(inside, town: town.id)
            _ = try await db.store.addRecipient(webhook(receiver, "/moved"), town: town.id)
            try await notices(1, "admitted", role: .clerk, in: db, town)
            let round = try await deliveries(false).round()
            // Plain HTTP is given up at once; the name that means this machine is not connected to.
            #expect(round.sent == 0 && round.givenUp == 2 && round.failed == 1)
            #expect(try receiver.arrivals().isEmpty)
            // Where private addresses are allowed, a redirection still leads nowhere.
            try await db.asOwner("UPDATE liban.delivery SET given_up_at = NULL, due_at = now()")
            _ = try await deliveries(true).round()
            #expect(try receiver.arrivals().map(\.path).sorted { ($0 ?? "") < ($1 ?? "") } == ["/moved", "/ok"])
        }
    }

    @Test func whoWantsNothingMoreIsNotAskedAgain() async throws {
        try await withTown { db, town, receiver, deliveries in
            let id = try await db.store.addRecipient(webhook(receiver, "/gone"), town: town.id)
            try await notices(1, "admitted", role: .clerk, in: db, town)
            #expect(try await deliveries(true).round().givenUp == 1)
            #expect(try await db.store.troubled(town: town.id, limit: 9).first?.problem == "the server answered 410")
            #expect(try await db.store.endRecipient(id, town: town.id))
            #expect(try await db.store.endRecipient(id, town: town.id) == false)
            try await notices(1, "admitted", role: .clerk, in: db, town)
            #expect(try await deliveries(true).round().isIdle)
            #expect(try await db.store.unsentNotices(limit: 9).isEmpty)
        }
    }

    @Test func cleaningTakesWhatEndedAndNothingElse() async throws {
        try await withTown { db, town, receiver, deliveries in
            _ = try await db.store.addRecipient(webhook(receiver, "/ok", packs: true), town: town.id)
            try await notices(2, "admitted", role: .clerk, in: db, town)
            _ = try await db.store.put(pack("weekly-2026-11-20"), town: town.id)
            #expect(try await deliveries(true).round().sent == 3)
            #expect(try await deliveries(true).clean() == 0)
            try await db.asOwner("UPDATE liban.delivery SET sent_at = now() - interval '91 days'")
            try await db.asOwner("UPDATE liban.outbox SET sent_at = now() - interval '91 days'")
            try await db.asOwner("UPDATE liban.document SET put_at = now() - interval '91 days'")
            try await notices(1, "admitted", role: .clerk, in: db, town)
            #expect(try await deliveries(true).clean() == 5)
            // A statement sees its own snapshot: the file goes with the next round.
            #expect(try await deliveries(true).clean() == 1)
            #expect(try await db.store.unsentNotices(limit: 9).count == 1)
        }
    }
}
