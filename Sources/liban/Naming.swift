import UseCases
import Workflow

/// How people on a command line name things; a name that fits nobody or several is answered with what to write.
extension [Person] {
    /// By number (from liban admin people) or by a name that only one person has.
    func named(_ text: String) throws -> Person {
        if let number = Int32(text), let person = first(where: { $0.id.raw == number }) { return person }
        let found = filter { $0.name == text }
        guard let person = found.first else {
            throw Failure(
                .dataSaysNo, "镇里没有“\(text)”，可用liban admin people查看。",
                "There is no \(text); liban admin people lists them.")
        }
        guard found.count == 1 else {
            let numbers = found.map { "\($0.id)" }.joined(separator: ", ")
            throw Failure(
                .usage, "有\(found.count)个“\(text)”，请写编号：\(numbers)。", "Several are \(text); give a number: \(numbers).")
        }
        return person
    }

    /// The one named, or whoever holds one of the roles today.
    func acting(_ name: String?, as roles: [Role], on today: CivilDate) throws -> Person {
        if let name { return try named(name) }
        if let person = first(where: { person in roles.contains { person.holds($0, on: today) } }) { return person }
        let words = roles.map(\.chinese).joined(separator: "、")
        throw Failure(
            .dataSaysNo, "今天没有在任的\(words)。", "Nobody is in office as \(roles.map(\.rawValue).joined(separator: ", ")).")
    }
}

extension [UnitRecord] {
    func named(_ name: String) throws -> UnitRecord {
        if let unit = first(where: { $0.name == name }) { return unit }
        throw Failure(.dataSaysNo, "镇里没有“\(name)”这个村(社区)。", "There is no unit \(name); liban admin people names them.")
    }
}

extension CivilDate {
    /// A day given to an option.
    init(argument text: String, _ option: String) throws {
        guard let day = CivilDate(text) else {
            throw Failure(
                .usage, "\(option)：没有“\(text)”这一天，请写成2026-01-31的样子。",
                "\(option): there is no day \(text); write it like 2026-01-31.")
        }
        self = day
    }
}
