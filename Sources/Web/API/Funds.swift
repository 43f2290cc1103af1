import Hummingbird
import UseCases
import Workflow

/// Funds and their ledgers.
enum Funds {
    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let funds = try await call.services.reading.funds(of: caller.person.town, for: caller.person)
        var json = JSONWriter()
        json.object { json in
            json.array("items", funds) { json, fund in write(fund, to: &json) }
        }
        return .json(json.bytes)
    }

    static func read(_ call: Call, _ caller: Caller) async throws -> Response {
        let fund = try await call.services.statements.fund(try call.fundID(), for: caller.person)
        var json = JSONWriter()
        write(fund, to: &json)
        return .json(json.bytes)
    }

    private static func write(_ fund: FundState, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", fund.id.raw)
            json.field("programme", fund.programme)
            json.field("year", fund.year)
            json.field("appropriatedFen", fund.balance.appropriated)
            json.field("encumberedFen", fund.balance.encumbered)
            json.field("disbursedFen", fund.balance.disbursed)
            json.field("recoveredFen", fund.balance.recovered)
            json.field("broughtForwardFen", fund.balance.broughtForward)
            json.field("carriedForwardFen", fund.balance.carriedForward)
            json.field("sweptFen", fund.balance.swept)
            json.field("freeFen", fund.balance.free)
            json.field("closedOn", fund.closedOn)
        }
    }

    static func entries(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try Query(call.request, allowed: ["after", "limit"])
        let limit = try query.number("limit", Projects.eventLimit, default: 100)
        let after = try query.number("after", 0...Int.max, default: 0)
        let reading = call.services.reading
        // The ledger of another town's fund, or of none, is not an empty ledger.
        let fund = try await call.services.statements.fund(try call.fundID(), for: caller.person)
        let lines = try await reading.ledger(
            of: fund.id, after: Int64(after), limit: limit + 1, for: caller.person)
        let page = Array(lines.prefix(limit))
        var json = JSONWriter(capacity: 256 * page.count + 64)
        json.object { json in
            json.array("items", page) { json, line in write(line, to: &json) }
            json.field("next", lines.count > limit ? page.last.map { Int($0.number) } : nil)
        }
        return .json(json.bytes)
    }

    private static func write(_ line: LedgerLine, to json: inout JSONWriter) {
        let (from, to) = line.movement.accounts
        json.object { json in
            json.field("number", line.number)
            json.field("kind", line.movement.kind.rawValue)
            json.field("amountFen", line.movement.amount)
            json.field("from", from.rawValue)
            json.field("to", to.rawValue)
            json.field("corrects", line.corrects.map(Int.init))
            json.field("project", line.project?.description)
            json.field("projectNumber", line.projectNumber)
            json.field("effectiveOn", line.effectiveOn)
            json.field("recordedAt", line.recordedAt)
            json.field("reason", line.reason)
        }
    }
}
