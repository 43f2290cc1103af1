import Workflow

/// Reads the fields of a command out of a JSON object.
struct JSONFieldReader {
    private(set) var problems = FieldProblems()

    static func read(_ members: [(name: String, value: JSON)], _ fields: [Field]) throws(Problem) -> Values {
        var reader = JSONFieldReader()
        let values = reader.values(members, fields, at: "")
        try reader.problems.check()
        return values
    }

    private mutating func values(
        _ members: [(name: String, value: JSON)], _ fields: [Field], at path: String
    ) -> Values {
        var values = Values()
        for (name, json) in members {
            guard let field = fields.first(where: { $0.jsonName == name }) else {
                problems.unknown(path + name)
                continue
            }
            // `null` is the same as leaving a field out, as clients that write all their fields do.
            if case .null = json { continue }
            if let value = value(json, field, at: path + name) { values.set(field.name, value) }
        }
        for field in fields where field.required && !members.contains(where: { $0.name == field.jsonName }) {
            problems.missing(path + field.jsonName, field)
        }
        for (name, json) in members {
            if case .null = json, let field = fields.first(where: { $0.jsonName == name && $0.required }) {
                problems.missing(path + name, field)
            }
        }
        return values
    }

    private mutating func value(_ json: JSON, _ field: Field, at path: String) -> FieldValue? {
        switch (field.kind, json) {
        case (.line, .string(let text)): return self.text(text, field, FieldLimits.line, path)
        case (.text, .string(let text)): return self.text(text, field, FieldLimits.text, path)
        case (.money, .number(let digits)): return money(digits, field, path)
        case (.date, .string(let text)):
            if let day = CivilDate(text), day.description == text { return .date(day) }
        case (.count, .number(let digits)):
            if let count = Int(digits), FieldLimits.count.contains(count) { return .count(count) }
        case (.flag, .bool(let truth)): return .flag(truth)
        case (.choice(let choices), .string(let text)):
            if choices.contains(where: { $0.value == text }) { return .text(text) }
            problems.malformed(
                path, field, "须为\(choices.map(\.value).joined(separator: "、"))之一",
                "one of \(choices.map(\.value).joined(separator: ", ")) is expected")
            return nil
        case (.lines, .array(let items)) where items.count <= FieldLimits.items: return texts(items, field, path)
        case (.people, .array(let items)) where items.count <= FieldLimits.items: return people(items, field, path)
        case (.record(let fields), .object(let members)):
            return .record(values(members, fields, at: path + "/"))
        case (.records(let fields), .array(let items)) where items.count <= FieldLimits.items:
            return records(items, field, fields, path)
        case (_, _): break
        }
        problems.malformed(path, field, "应为\(field.expected.zh)", "\(field.expected.en) is expected")
        return nil
    }

    private mutating func text(_ text: String, _ field: Field, _ limit: Int, _ path: String) -> FieldValue? {
        guard text.unicodeScalars.count <= limit else {
            problems.malformed(path, field, "不得超过\(limit)字", "at most \(limit) characters")
            return nil
        }
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" || $0 == "\r" || $0 == "\t" }) else {
            problems.malformed(path, field, "含有控制字符", "control characters are not allowed")
            return nil
        }
        return .text(text)
    }

    private mutating func money(_ digits: String, _ field: Field, _ path: String) -> FieldValue? {
        guard digits.allSatisfy({ $0.isNumber || $0 == "-" }) else {
            problems.malformed(path, field, "须为以分为单位的整数", "a whole number of fen is expected")
            return nil
        }
        guard let fen = Int64(digits), let money = Money.checked(fen: fen) else {
            problems.outOfRange(String(path.dropLast(field.jsonName.count)) + field.name)
            return nil
        }
        return .money(money)
    }

    private mutating func texts(_ items: [JSON], _ field: Field, _ path: String) -> FieldValue? {
        var texts: [String] = []
        for (index, item) in items.enumerated() {
            guard case .string(let text) = item else {
                problems.malformed("\(path)/\(index)", field, "应为文字", "a string is expected")
                continue
            }
            if case .text(let good)? = self.text(text, field, FieldLimits.text, "\(path)/\(index)") {
                texts.append(good)
            }
        }
        return .texts(texts)
    }

    private mutating func people(_ items: [JSON], _ field: Field, _ path: String) -> FieldValue? {
        var people: [PersonID] = []
        for (index, item) in items.enumerated() {
            guard case .number(let digits) = item, let number = Int32(digits), number > 0 else {
                problems.malformed("\(path)/\(index)", field, "应为人员编号", "a person's number is expected")
                continue
            }
            people.append(PersonID(number))
        }
        return .people(people)
    }

    private mutating func records(
        _ items: [JSON], _ field: Field, _ fields: [Field], _ path: String
    ) -> FieldValue? {
        var records: [Values] = []
        for (index, item) in items.enumerated() {
            guard case .object(let members) = item else {
                problems.malformed("\(path)/\(index)", field, "应为对象", "an object is expected")
                continue
            }
            records.append(values(members, fields, at: "\(path)/\(index)/"))
        }
        return .records(records)
    }
}

extension Field {
    /// What JSON has to have here, for messages.
    var expected: (zh: String, en: String) {
        switch kind {
        case .line, .text, .choice: ("文字", "a string")
        case .money: ("以分为单位的整数", "a whole number of fen")
        case .date: ("日期，如2026-03-05", "a day such as 2026-03-05")
        case .count: ("不小于0的整数", "a whole number from 0 to \(FieldLimits.count.upperBound)")
        case .flag: ("true或false", "true or false")
        case .lines, .people, .records: ("不超过\(FieldLimits.items)项的数组", "an array of at most \(FieldLimits.items)")
        case .record: ("对象", "an object")
        }
    }
}
