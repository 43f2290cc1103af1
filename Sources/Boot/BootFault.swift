public import Postgres

/// Why an installation could not be brought up. None of these is the user's data; all are the environment.
public enum BootFault: Error, Sendable {
    case cluster(ClusterError)
    /// Migrations that an external database lacks; it is never changed without being asked.
    case migrationsPending([String])
    case migration(MigrationError)
    /// A part of the program or the system is missing.
    case program(String)
    /// The directory of files or the sealing key cannot be used.
    case files(String)

    public var chinese: String {
        switch self {
        case .cluster(let error): "私有数据库无法启动：\(error)"
        case .migrationsPending(let names):
            "数据库还缺\(names.count)项结构变更（\(names.joined(separator: "、"))），请先运行liban migrate。"
        case .migration(.unavailable(let reason)): "连不上数据库：\(reason)"
        case .migration(.differs): "数据库不是由本程序的结构文件建成的，请恢复原来的文件，或换一个数据目录。"
        case .migration(let error): "数据库结构无法就绪：\(error)"
        case .program(let reason): "程序安装不完整：\(reason)"
        case .files(let reason): "文件存储无法使用：\(reason)"
        }
    }

    public var english: String {
        switch self {
        case .cluster(let error): "the private database does not start: \(error)"
        case .migrationsPending(let names): "the database lacks \(names.count) migrations; run liban migrate first."
        case .migration(.unavailable): "the database cannot be reached; check --database-url and that it runs."
        case .migration(.differs):
            "the database was not made by these migrations; restore the files as they were, "
                + "or use another data directory."
        case .migration: "the database's structure cannot be made ready."
        case .program: "the installation is incomplete."
        case .files(let reason): "the file store cannot be used: \(reason)."
        }
    }

    /// A table for below the sentence; empty where there is none.
    public var details: String {
        if case .migration(.differs(let comparison)) = self { comparison } else { "" }
    }
}
