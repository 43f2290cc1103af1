import Foundation
import Testing

@testable import Postgres

@Suite struct ServerBinariesTests {
    private let directory = TestCluster.temporaryDirectory(UUID().uuidString)

    @Test func missingProgramsAreNamedWithTheirPackage() throws {
        let error = #expect(throws: ClusterError.self) {
            try ServerBinaries.find(major: nil, environment: ["PATH": "/nonexistent"], packages: "/nonexistent")
        }
        #expect(error?.description.contains("initdb") == true)
        #expect(error?.description.contains("apt-get install postgresql") == true)
    }

    @Test func aWrongOverrideNamesTheDirectory() throws {
        let error = #expect(throws: ClusterError.self) {
            try ServerBinaries.find(major: nil, environment: ["LIBAN_PG_BIN": "/nonexistent"])
        }
        #expect(error?.description == "LIBAN_PG_BIN is /nonexistent, which has no program postgres")
    }

    @Test func theNewestPackageUnlessTheDataNeedsAnother() throws {
        for version in [9, 14, 15, 16] { try install(version) }
        let environment = ["PATH": "/nonexistent"]
        func find(_ major: Int?) throws -> Int {
            try ServerBinaries.find(major: major, environment: environment, packages: directory).major
        }
        #expect(try find(nil) == 16)
        #expect(try find(15) == 15)
        let error = #expect(throws: ClusterError.self) { try find(17) }
        #expect(error?.description.contains("apt-get install postgresql-17") == true)
    }

    @Test func anOldServerIsNotGoodEnough() throws {
        try install(14)
        let error = #expect(throws: ClusterError.self) {
            try ServerBinaries.find(major: nil, environment: ["PATH": "/nonexistent"], packages: directory)
        }
        #expect(error?.description.contains("found only version 14") == true)
    }

    @Test func programsInThePathComeFirst() throws {
        try install(16)
        let path = "/nonexistent:\(directory)/16/bin"
        let found = try ServerBinaries.find(major: nil, environment: ["PATH": path], packages: "/nonexistent")
        #expect(found == ServerBinaries(directory: "\(directory)/16/bin", major: 16))
    }

    /// Programs that know no more than their version.
    private func install(_ version: Int) throws {
        let bin = "\(directory)/\(version)/bin"
        // Written by another process: a file open for writing here could be inherited by what other tests start, and
        // could then not be executed.
        let script = """
            mkdir -p '\(bin)' && cd '\(bin)' && for program in postgres initdb; do
                printf '#!/bin/sh\necho "postgres (PostgreSQL) \(version).1"\n' > $program && chmod 755 $program || exit 1
            done
            """
        #expect(try ChildProcess.run(["/bin/sh", "-c", script]).status == 0)
    }
}
