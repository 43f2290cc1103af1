import Workflow

/// Everything wrong with the fields of one request, gathered so that it is told at once.
struct FieldProblems {
    private var unknown: [Problem.FieldError] = []
    private var malformed: [Problem.FieldError] = []
    private var missing: [Problem.FieldError] = []
    private var outOfRange: String?

    mutating func unknown(_ path: String) {
        unknown.append(.init(field: path, zh: "没有“\(path)”这个字段", en: "there is no field “\(path)”"))
    }

    mutating func malformed(_ path: String, _ field: Field, _ zh: String, _ en: String) {
        malformed.append(.init(field: path, zh: "\(field.zh)\(zh)", en: "\(field.en): \(en)"))
    }

    mutating func missing(_ path: String, _ field: Field) {
        missing.append(.init(field: path, zh: "请填写\(field.zh)", en: "give \(field.en)"))
    }

    mutating func outOfRange(_ path: String) { outOfRange = outOfRange ?? path }

    /// Throws the gravest kind with all its fields: unknown, malformed, out of range, missing.
    func check() throws(Problem) {
        if !unknown.isEmpty { throw problem(.unknownField, unknown) }
        if !malformed.isEmpty { throw problem(.malformedField, malformed) }
        if let outOfRange { throw Problem(Refusal.amountOutOfRange(field: outOfRange)) }
        if !missing.isEmpty { throw problem(.missingField, missing) }
    }

    private func problem(_ kind: ProblemKind, _ errors: [Problem.FieldError]) -> Problem {
        var problem = Problem(
            kind, detail: errors.map(\.zh).joined(separator: "；") + "。",
            detailEn: errors.map(\.en).joined(separator: "; ") + ".")
        problem.field = errors.first?.field
        problem.errors = errors
        return problem
    }
}

/// Paths of fields as refusals name them, in the words of requests.
enum FieldNames {
    private static let money: Set<String> = [
        "amount", "actual", "requested", "promised", "contractAmount", "cap", "upTo", "totalCost", "retained",
        "cashLimit",
    ]

    /// "budget/0/amount" → "budget/0/amountFen".
    static func inRequests(_ path: String) -> String {
        guard let last = path.split(separator: "/").last, money.contains(String(last)) else { return path }
        return path + "Fen"
    }

    /// "budget/0/amountFen" → "budget", "satisfaction.satisfied" and "requestedFen" → as the form has them.
    static func inForms(_ path: String) -> String {
        let name = path.split(separator: "/").first.map(String.init) ?? path
        return name.hasSuffix("Fen") && money.contains(String(name.dropLast(3))) ? String(name.dropLast(3)) : name
    }
}
