import Workflow

/// A ledger as read: the rows that can be understood, and what there is to say about the rest.
public struct Ledger: Sendable {
    public var rows: [LedgerRow]
    public let findings: [LedgerFinding]

    public init(rows: [LedgerRow], findings: [LedgerFinding]) {
        self.rows = rows
        self.findings = findings
    }

    /// Reads every line on its own: a bad one keeps no other out.
    public init(_ sheet: LedgerSheet) {
        var findings = sheet.damage
        var rows: [LedgerRow] = []
        let places = Self.places(sheet.header, &findings)
        let missing = LedgerColumn.required.filter { places[$0] == nil }
        guard missing.isEmpty else {
            findings.insert(LedgerFinding(line: 1, number: nil, fault: .columnMissing(missing)), at: 0)
            self.init(rows: [], findings: findings)
            return
        }
        var firstLines: [String: Int] = [:]
        for line in sheet.lines {
            let reader = LineReading(line: line, places: places, width: sheet.header.count)
            let (row, faults) = reader.read()
            var ownFaults = faults
            let number = row?.number ?? reader.number
            if let row {
                if let first = firstLines[row.number] {
                    ownFaults.append(.numberTwice(first: first))
                } else {
                    firstLines[row.number] = row.line
                    rows.append(row)
                }
            }
            findings += ownFaults.map { LedgerFinding(line: line.number, number: number, fault: $0) }
        }
        if sheet.lines.isEmpty, sheet.damage.isEmpty {
            findings.append(LedgerFinding(line: nil, number: nil, fault: .empty))
        }
        self.init(rows: rows, findings: findings.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }

    private static func places(_ header: [String], _ findings: inout [LedgerFinding]) -> [LedgerColumn: Int] {
        var places: [LedgerColumn: Int] = [:]
        for (index, text) in header.enumerated() {
            guard let column = LedgerColumn(header: text) else {
                findings.append(LedgerFinding(line: 1, number: nil, fault: .columnUnknown(text)))
                continue
            }
            if places[column] != nil {
                findings.append(LedgerFinding(line: 1, number: nil, fault: .columnTwice(column)))
            } else {
                places[column] = index
            }
        }
        return places
    }
}

/// Understands one line.
private struct LineReading {
    let line: LedgerSheet.Line
    let places: [LedgerColumn: Int]
    let width: Int

    var number: String? {
        let text = text(.number)
        return text.isEmpty ? nil : text
    }

    func read() -> (LedgerRow?, [LedgerFault]) {
        guard line.fields.count == width else {
            return (nil, [.ragged(found: line.fields.count, expected: width)])
        }
        var faults = LedgerColumn.required.filter { text($0).isEmpty }.map { LedgerFault.missing($0) }
        func day(_ column: LedgerColumn) -> CivilDate? {
            let text = text(column)
            guard !text.isEmpty else { return nil }
            if let day = CivilDate(text) { return day }
            faults.append(.noSuchDay(column, text))
            return nil
        }
        func amount(_ column: LedgerColumn) -> Money? {
            let text = text(column)
            guard !text.isEmpty else { return nil }
            if let amount = Money(wan: text) { return amount }
            faults.append(Self.isNumber(text) ? .amountOutOfRange(column, text) : .amountUnreadable(column, text))
            return nil
        }
        let submitted = day(.submittedOn)
        let days = LedgerDays(
            submitted: submitted ?? CivilDate(dayNumber: 0), admitted: day(.admittedOn), verified: day(.verifiedOn),
            awarded: day(.awardedOn), started: day(.startedOn), accepted: day(.acceptedOn),
            completed: day(.completedOn))
        let stage = word(.stage, State.allCases, \.chinese, &faults)
        let grade = word(.satisfaction, Satisfaction.Grade.allCases, \.chinese, &faults)
        let row = LedgerRow(
            line: line.number, number: text(.number), area: text(.area), unit: text(.unit), title: text(.title),
            category: text(.category), channel: text(.channel), works: text(.works),
            requested: amount(.requested) ?? .zero, ownContribution: amount(.ownContribution) ?? .zero,
            awarded: amount(.awarded) ?? .zero, settled: amount(.settled), paid: amount(.paid) ?? .zero, days: days,
            stage: stage ?? .draft, officer: text(.officer), satisfaction: grade, remark: text(.remark))
        return (faults.isEmpty ? row : nil, faults)
    }

    private func text(_ column: LedgerColumn) -> String {
        guard let place = places[column], line.fields.indices.contains(place) else { return "" }
        let field = line.fields[place]
        return String(field.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    private func word<Value>(
        _ column: LedgerColumn, _ values: [Value], _ name: KeyPath<Value, String>, _ faults: inout [LedgerFault]
    ) -> Value? {
        let text = text(column)
        guard !text.isEmpty else { return nil }
        if let value = values.first(where: { $0[keyPath: name] == text }) { return value }
        faults.append(.wordUnknown(column, text))
        return nil
    }

    /// A number, if not one that can be an amount here: negative, or too large, but not too fine.
    private static func isNumber(_ text: String) -> Bool {
        let plain = halfWidth(text).filter { $0 != "," && $0 != " " }
        let digits = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
            && (parts.count == 1 || parts[1].count <= 6)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
