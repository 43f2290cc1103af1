import Testing

@testable import Postgres

@Suite struct ParameterTests {
    static let texts = [
        "", " ", "'", "\"", "\\", "\\\\x", "a'b\"c\\d{,}", "NULL", "null", "村(社区)书记 立办", "🏮\u{301}e\u{301}",
        "line\r\nline\ttab", "$1", "--", String(repeating: "办", count: 700_000),
    ]

    @Test(arguments: texts)
    func textComesBackAsItWas(_ text: String) async throws {
        let pool = try await TestCluster.pool()
        let rows = try await pool.run(.read, "SELECT $1::text, $2::text[]", .text(text), .textArray([text, nil, text]))
        #expect(try rows[0].text(0) == text)
        let elements = try await pool.run(.read, "SELECT unnest($1::text[])", .textArray([text, nil, text]))
        #expect(try elements.map { try $0.optionalText(0) } == [text, nil, text])
        await pool.shutdown()
    }

    @Test func everyKindComesBackAsItWas() async throws {
        let pool = try await TestCluster.pool()
        let bytes = (0...255).map { UInt8($0) }
        let rows = try await pool.run(
            .read,
            """
            SELECT $1::text AS none, $2::bigint AS low, $3::bigint AS high, $4::boolean AS yes, $5::boolean AS no,
                   $6::bytea AS bytes, $7::bytea AS nothing, ($8::bigint[])[1] AS one, ($8::bigint[])[2] AS two,
                   cardinality($9::text[]) AS empty
            """,
            .null, .int(.min), .int(.max), true, false, .bytes(bytes), .bytes([]), .intArray([-7, nil]), .textArray([]))
        let row = rows[0]
        #expect(try row.optionalText("none") == nil)
        #expect(try row.int("low") == .min)
        #expect(try row.int("high") == .max)
        #expect(try row.bool("yes"))
        #expect(try !row.bool("no"))
        #expect(try row.bytes("bytes") == bytes)
        #expect(try row.bytes("nothing") == [])
        #expect(try row.int("one") == -7)
        #expect(try row.optionalInt("two") == nil)
        #expect(try row.int("empty") == 0)
        #expect(rows.columns.prefix(3) == ["none", "low", "high"])
        await pool.shutdown()
    }

    @Test func theCharacterZeroIsRefusedNotCut() async throws {
        let pool = try await TestCluster.pool()
        for parameter: Parameter in ["a\0b", .textArray(["a", "\0"])] {
            let error = await #expect(throws: DatabaseError.self) {
                try await pool.run(.write, "SELECT $1::text", parameter)
            }
            guard case .rolledBack(let refusal) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(refusal.sqlstate == "22021")
        }
        await pool.shutdown()
    }

    @Test func aRowSaysWhatIsWrong() async throws {
        let pool = try await TestCluster.pool()
        let row = try await pool.run(.read, "SELECT NULL::int AS n, 'x' AS t, 1.5 AS f, 9223372036854775808 AS big")[0]
        #expect(throws: RowError.unexpectedNull(column: "n")) { try row.int(0) }
        #expect(throws: RowError.wrongKind(column: "t", wanted: "an integer")) { try row.int("t") }
        #expect(throws: RowError.wrongKind(column: "f", wanted: "an integer")) { try row.int(2) }
        #expect(throws: RowError.wrongKind(column: "big", wanted: "an integer")) { try row.int(3) }
        #expect(throws: RowError.wrongKind(column: "t", wanted: "a boolean")) { try row.bool(1) }
        #expect(throws: RowError.wrongKind(column: "t", wanted: "bytea")) { try row.bytes(1) }
        #expect(throws: RowError.noColumn("7")) { try row.text(7) }
        #expect(throws: RowError.noColumn("T")) { try row.text("T") }
        await pool.shutdown()
    }
}
