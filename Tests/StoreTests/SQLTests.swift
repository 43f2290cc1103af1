import Foundation
import Postgres
import Testing

@testable import Store
@testable import TestSupport

struct SQLTests {
    @Test func everyFileIsAStatementOfTheProgramAndTheOtherWayRound() throws {
        let folder = try SQLLibrary.folder().appendingPathComponent("queries")
        var files: Set<String> = []
        for noun in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            for file in try SQLLibrary.names(in: folder.appendingPathComponent(noun)) {
                files.insert("\(noun)/\(file.dropLast(4))")
            }
        }
        #expect(files == Set(Query.allCases.map(\.rawValue)))
    }

    @Test func everyStatementPreparesOnTheMigratedSchema() async throws {
        try await withDatabase { db in
            for statement in try SQLLibrary().all {
                let step = Step(Statement(name: "prepare", sql: "PREPARE checked AS \(statement.sql)"))
                let forget = Step(Statement(name: "forget", sql: "DEALLOCATE checked"))
                await #expect(throws: Never.self, "\(statement.name)") {
                    try await db.pool.run(UnitOfWork(.write, [step, forget]))
                }
            }
        }
    }

    @Test func everyStatementIsOneAndSaysSoWithoutASemicolon() throws {
        for statement in try SQLLibrary().all {
            let code = statement.sql.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n")
            #expect(!code.contains(";\n") && !code.hasSuffix(";"), "\(statement.name)")
            #expect(!code.isEmpty, "\(statement.name)")
        }
    }

    @Test func migrationsAreNumberedWithoutAGap() throws {
        let names = try SQLLibrary.migrations().map(\.name)
        #expect(names.enumerated().allSatisfy { index, name in Int(name.prefix(4)) == index + 1 })
    }

    @Test func migratingAgainChangesNothing() async throws {
        try await withDatabase { db in
            let migrator = Migrator(
                conninfo: db.conninfo(), migrations: try SQLLibrary.migrations(), log: TestServer.log)
            #expect(try await migrator.migrate() == [])
            let status = try await migrator.check()
            let names = try SQLLibrary.migrations().map(\.name)
            #expect(status.pending == [] && status.applied == names)
        }
    }
}
