import HTTPTypes
import Hummingbird
import UseCases
import Workflow

/// The audit trail for whoever may read it: pages of what is looked for, and the whole of it with its proof.
enum AuditRoutes {
    private static let allowed: Set<String> = [
        "person", "act", "result", "from", "to", "subject", "before", "limit",
    ]

    static func list(_ call: Call, _ caller: Caller) async throws -> Response {
        let query = try query(call, caller, limit: AuditLog.pageLimit)
        let records = try await call.services.audit.search(query, by: caller.person)
        var json = JSONWriter(capacity: 512 * records.count + 64)
        json.object { json in
            json.array("items", records) { json, record in write(record, to: &json) }
            json.field("next", records.count == query.limit ? records.last.map { String($0.number) } : nil)
        }
        return .json(json.bytes)
    }

    /// Days are whole civil days in Asia/Shanghai, the last one inclusive.
    static func query(_ call: Call, _ caller: Caller, limit: Int) throws -> AuditQuery {
        let query = try Query(call.request, allowed: allowed)
        var wanted = AuditQuery(
            town: caller.person.town, limit: try query.number("limit", 1...AuditLog.pageLimit, default: limit))
        func given(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }
        func day(_ name: String) throws -> CivilDate? {
            guard let text = given(name) else { return nil }
            guard let day = CivilDate(text) else {
                throw Query.wrong(name, "须为日期，如2026-03-05", "a day such as 2026-03-05 is expected")
            }
            return day
        }
        if let text = given("person") {
            guard let number = Int32(text), number > 0 else {
                throw Query.wrong("person", "须为人员编号", "a person's number is expected")
            }
            wanted.person = PersonID(number)
        }
        if let text = given("before") {
            guard let number = Int64(text), number > 0 else {
                throw Query.wrong("before", "须为序号", "the number of an entry is expected")
            }
            wanted.before = number
        }
        if given("act") != nil { wanted.act = try query.choice("act", of: AuditAct.self) }
        if given("result") != nil { wanted.result = try query.choice("result", of: AuditResult.self) }
        wanted.from = try day("from").map { Instant(startOf: $0) }
        wanted.to = try day("to").map { Instant(startOf: $0).adding(seconds: 86_400) }
        wanted.subject = given("subject").map { String($0.prefix(100)) }
        return wanted
    }

    /// Everything kept, one JSON object a line, the chain's state first and last line last. Whoever keeps the file
    /// and the printed head can prove later what the trail held.
    static func export(_ call: Call, _ caller: Caller) async throws -> Response {
        let audit = call.services.audit
        let chain = try await audit.beginExport(by: caller.person)
        var first = JSONWriter()
        first.object { json in
            json.field("town", chain.town.raw)
            json.field("length", Int(chain.length))
            json.field("head", hex(chain.head))
            json.field("removed", Int(chain.removed))
            json.field("removedHead", hex(chain.removedHead))
        }
        let head = first.bytes + [0x0A]
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: head))
            var number = chain.removed
            while number < chain.length {
                let page = try await audit.page(town: chain.town, after: number)
                guard let last = page.last else { break }
                var lines: [UInt8] = []
                for record in page where record.number <= chain.length {
                    var json = JSONWriter()
                    write(record, to: &json)
                    lines += json.bytes + [0x0A]
                }
                try await writer.write(ByteBuffer(bytes: lines))
                number = last.number
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/x-ndjson; charset=utf-8",
                .contentDisposition: "attachment; filename=\"audit-\(chain.town.raw)-\(chain.length).ndjson\"",
            ], body: body)
    }

    static func write(_ record: AuditRecord, to json: inout JSONWriter) {
        let entry = record.entry
        json.object { json in
            json.field("number", Int(record.number))
            json.field("at", entry.at)
            json.key("personId")
            if let person = entry.person { json.value(person.raw) } else { json.null() }
            json.field("person", record.name)
            json.field("act", entry.act.rawValue)
            json.field("actName", entry.act.chinese)
            json.field("result", entry.result.rawValue)
            json.field("subject", entry.subject)
            json.field("detail", entry.detail)
            json.field("address", entry.origin.address)
            json.field("request", entry.origin.request)
            json.field("previousHash", hex(record.previous))
            json.field("hash", hex(record.hash))
        }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
