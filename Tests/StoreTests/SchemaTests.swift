import Foundation
import Testing

@testable import Store
@testable import TestSupport

/// `sql/schema.sql` shows the present; the migrations show the way there. Both make the same database.
struct SchemaTests {
    /// With `LIBAN_WRITE_SCHEMA` set, writes the file anew from the migrations instead of comparing.
    @Test func theWholeSchemaIsWhatTheMigrationsMake() async throws {
        let server = try await TestServer.shared()
        let migrated = try await server.makeDatabase(connections: 1)
        let written = try await server.makeDatabase(connections: 1, migrated: false)
        let dump = try Self.dump(migrated)
        let file = try SQLLibrary.folder().appendingPathComponent("schema.sql")
        if ProcessInfo.processInfo.environment["LIBAN_WRITE_SCHEMA"] != nil {
            let source = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../sql/schema.sql").standardized
            try (Self.head + dump + "\n").write(to: source, atomically: true, encoding: .utf8)
        } else {
            _ = try Self.run("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", written.conninfo(), "-f", file.path])
            let again = try Self.dump(written)
            #expect(again == dump, "set LIBAN_WRITE_SCHEMA=1 and run this test to write sql/schema.sql anew")
            #expect(dump.contains("CONSTRAINT award_within_fund") && dump.contains("'inApproval', 'onNotice'"))
        }
        await migrated.drop()
        await written.drop()
    }

    private static let head = """
        -- The whole schema as the migrations leave it, for reading and for tools. Written by SchemaTests from pg_dump;
        -- do not edit. A database is made by the migrations, never by this file.
        -- Functions come before the tables they speak of.
        SET check_function_bodies = false;

        """

    /// Everything in the schema, rows included, without what differs from one run or version of pg_dump to another.
    private static func dump(_ database: TestDatabase) throws -> String {
        let text = try run("pg_dump", ["-d", database.conninfo(), "-n", "liban", "--no-owner", "--inserts"])
        let kept = text.split(separator: "\n").filter { line in
            !line.hasPrefix("--") && !line.hasPrefix("SET ") && !line.hasPrefix("SELECT pg_catalog.set_config")
                && !line.hasPrefix("\\")
        }
        return kept.joined(separator: "\n")
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw TestServerError(reason: "\(program) failed with \(process.terminationStatus)")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
