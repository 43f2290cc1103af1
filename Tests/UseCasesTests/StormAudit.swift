import Foundation
import Postgres
import TestSupport
import Testing
import Workflow

/// Recomputes every balance from the bodies of the log alone, with none of the program's own code, and compares.
struct StormAudit {
    private let database: TestDatabase

    init(_ database: TestDatabase) { self.database = database }

    /// The money of one project as its log tells it.
    private struct Books {
        var (held, paid, back, asked): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
        var awarded: Int64 = 0

        mutating func read(_ kind: String, _ body: [String: Any]) {
            func fen(_ key: String) -> Int64 { (body[key] as? NSNumber)?.int64Value ?? 0 }
            switch kind {
            case "awarded": (held, awarded) = (fen("amount"), fen("amount"))
            case "amendmentRequested": asked = fen("amount")
            case "amendmentDecided" where body["approved"] as? Bool == true:
                held += asked - awarded
                awarded = asked
            case "disbursed": (held, paid) = (held - fen("amount"), paid + fen("amount"))
            case "recovered": back += fen("amount")
            case "settled": held = fen("actual") - (paid - back)
            case "terminated": held = 0
            case _: break
            }
        }
    }

    func check(acknowledged: Set<String>, seed: UInt64) async throws {
        let rows = try await database.asOwner(
            "SELECT town, serial, seq, kind, body FROM liban.project_event ORDER BY town, year, serial, seq")
        var books: [Int64: [Int64: Books]] = [:]
        var commands = 0
        for row in rows {
            let (town, serial) = (try row.int(0), try row.int(1))
            // The first four were entered together, without keys.
            if try row.int(2) > 4 { commands += 1 }
            let body = try JSONSerialization.jsonObject(with: Data(try row.text(4).utf8)) as? [String: Any]
            books[town, default: [:]][serial, default: Books()].read(try row.text(3), body ?? [:])
        }
        #expect(commands == acknowledged.count, "LIBAN_SEED=\(seed): one entry for each acknowledged key")
        let kept = try await database.asOwner("SELECT town || '/' || person || '/' || key FROM liban.request_key")
        #expect(Set(try kept.map { try $0.text(0) }) == acknowledged, "LIBAN_SEED=\(seed)")
        let funds = try await database.asOwner(
            "SELECT town, encumbered_fen, disbursed_fen, recovered_fen, free_fen FROM liban.fund ORDER BY town")
        for fund in funds {
            let all = Array(books[try fund.int(0), default: [:]].values)
            let held = all.reduce(0) { $0 + $1.held }, paid = all.reduce(0) { $0 + $1.paid }
            let back = all.reduce(0) { $0 + $1.back }
            let found = [try fund.int(1), try fund.int(2), try fund.int(3), try fund.int(4)]
            #expect(found == [held, paid, back, Storm.appropriated.fen - held - paid + back], "LIBAN_SEED=\(seed)")
            #expect(found.allSatisfy { $0 >= 0 })
        }
        #expect(funds.count == 3)
    }
}
