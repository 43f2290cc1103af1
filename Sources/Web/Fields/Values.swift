import Workflow

/// The value of one field.
indirect enum FieldValue: Sendable {
    case text(String)
    case money(Money)
    case date(CivilDate)
    case count(Int)
    case flag(Bool)
    case texts([String])
    case people([PersonID])
    case record(Values)
    case records([Values])
}

/// The values of one command or record by name, in the order they were given. A name without a value is not in it.
struct Values: Sendable {
    private(set) var items: [(name: String, value: FieldValue)] = []

    init() {}

    init(_ items: [(String, FieldValue)]) { self.items = items.map { (name: $0.0, value: $0.1) } }

    subscript(_ name: String) -> FieldValue? { items.first { $0.name == name }?.value }

    mutating func set(_ name: String, _ value: FieldValue) { items.append((name, value)) }

    /// Text is empty where it was not given: whether it is needed, the rules say.
    func text(_ name: String) -> String { optionalText(name) ?? "" }

    func optionalText(_ name: String) -> String? {
        if case .text(let text)? = self[name] { text } else { nil }
    }

    func optionalDate(_ name: String) -> CivilDate? {
        if case .date(let day)? = self[name] { day } else { nil }
    }

    func texts(_ name: String) -> [String] {
        if case .texts(let texts)? = self[name] { texts } else { [] }
    }

    func people(_ name: String) -> [PersonID] {
        if case .people(let people)? = self[name] { people } else { [] }
    }

    func records(_ name: String) -> [Values] {
        if case .records(let records)? = self[name] { records } else { [] }
    }

    // The following are of required fields; reading has named all missing ones before it comes to this.

    func money(_ name: String) throws(Problem) -> Money {
        guard case .money(let money)? = self[name] else { throw Problem(.missingField) }
        return money
    }

    func date(_ name: String) throws(Problem) -> CivilDate {
        guard case .date(let day)? = self[name] else { throw Problem(.missingField) }
        return day
    }

    func count(_ name: String) throws(Problem) -> Int {
        guard case .count(let count)? = self[name] else { throw Problem(.missingField) }
        return count
    }

    func flag(_ name: String) throws(Problem) -> Bool {
        guard case .flag(let flag)? = self[name] else { throw Problem(.missingField) }
        return flag
    }

    func record(_ name: String) throws(Problem) -> Values {
        guard case .record(let values)? = self[name] else { throw Problem(.missingField) }
        return values
    }

    func choice<Choice: RawRepresentable>(_ name: String, _ type: Choice.Type) throws(Problem) -> Choice
    where Choice.RawValue == String {
        guard let choice = Choice(rawValue: text(name)) else { throw Problem(.missingField) }
        return choice
    }
}
