internal import Glibc

/// PostgreSQL's server programs of one major version.
struct ServerBinaries: Equatable {
    static let oldest = 15

    let directory: String
    let major: Int

    var postgres: String { directory + "/postgres" }
    var initdb: String { directory + "/initdb" }

    /// Finds them: `LIBAN_PG_BIN` alone if it is set, else in `PATH`, else the newest Debian package.
    ///
    /// `major` asks for the version a data directory was made by.
    static func find(
        major wanted: Int?, environment: [String: String], packages: String = "/usr/lib/postgresql"
    ) throws(ClusterError) -> ServerBinaries {
        if let directory = environment["LIBAN_PG_BIN"] {
            for program in ["postgres", "initdb"] where access("\(directory)/\(program)", X_OK) != 0 {
                throw ClusterError("LIBAN_PG_BIN is \(directory), which has no program \(program)")
            }
        }
        let found = candidates(environment, packages)
        if let wanted {
            if let match = found.first(where: { $0.major == wanted }) { return match }
            throw ClusterError(
                """
                the data was made by PostgreSQL \(wanted), whose server programs are not installed; \
                apt-get install postgresql-\(wanted)
                """)
        }
        guard let newest = found.first(where: { $0.major >= oldest }) else {
            let seen =
                found.isEmpty ? "" : " (found only version \(found.map { "\($0.major)" }.joined(separator: ", ")))"
            throw ClusterError(
                """
                PostgreSQL's server programs initdb and postgres, version \(oldest) or later, are missing\(seen); \
                apt-get install postgresql
                """)
        }
        return newest
    }

    /// Those that are there, in order of preference.
    private static func candidates(_ environment: [String: String], _ packages: String) -> [ServerBinaries] {
        if let directory = environment["LIBAN_PG_BIN"] { return [inspect(directory)].compactMap(\.self) }
        let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let versions = entries(of: packages).compactMap { Int($0) }.sorted(by: >)
        let packaged = versions.map { ServerBinaries(directory: "\(packages)/\($0)/bin", major: $0) }
        return path.filter(isComplete).compactMap(inspect) + packaged.filter { isComplete($0.directory) }
    }

    private static func isComplete(_ directory: String) -> Bool {
        access(directory + "/postgres", X_OK) == 0 && access(directory + "/initdb", X_OK) == 0
    }

    /// Asks the program for its version: `postgres (PostgreSQL) 15.18 (…)`.
    private static func inspect(_ directory: String) -> ServerBinaries? {
        guard let outcome = try? ChildProcess.run([directory + "/postgres", "--version"]) else { return nil }
        let words = outcome.output.split(whereSeparator: \.isWhitespace)
        guard words.count >= 3, let major = Int(words[2].prefix(while: \.isNumber)) else { return nil }
        return ServerBinaries(directory: directory, major: major)
    }
}
