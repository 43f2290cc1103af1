public import Workflow

/// A bank's statement as it was read: payments in its order, and what could not be understood.
public struct BankSheet: Hashable, Sendable {
    public struct Fault: Hashable, Sendable {
        /// The line in the file; nil for the file as a whole.
        public let line: Int?
        public let chinese: String
        public let english: String
    }

    public private(set) var lines: [CashLine] = []
    public private(set) var faults: [Fault] = []
    /// Lines that are no payments: sums, balances brought forward, amounts of zero.
    public private(set) var skipped = 0

    /// Banks write titles, account and period above the table; further down a header would be a payment's words.
    private static let headerWithin = 30

    public init(_ sheet: LedgerSheet) {
        let all = [LedgerSheet.Line(number: 1, fields: sheet.header)] + sheet.lines
        for damage in sheet.damage {
            faults.append(
                Fault(line: damage.line, chinese: damage.fault.chinese, english: damage.fault.english))
        }
        guard let place = all.prefix(Self.headerWithin).firstIndex(where: { BankHeader($0.fields).isUsable }) else {
            faults.append(
                Fault(
                    line: nil, chinese: "没有找到表头：需要日期（如“交易日期”）和金额（如“借方金额”“贷方金额”或“交易金额”）两栏。",
                    english: "No header was found: a day (交易日期) and an amount (借方金额, 贷方金额 or 交易金额) are needed."))
            return
        }
        // 单位：万元 above the table holds where the column itself does not say.
        let isWan = all[..<place].contains { $0.fields.contains { halfWidth($0).contains("单位:万元") } }
        let header = BankHeader(all[place].fields, isWan: isWan)
        for line in all[(place + 1)...] { read(line, header) }
    }

    private mutating func read(_ line: LedgerSheet.Line, _ header: BankHeader) {
        func fail(_ chinese: String, _ english: String) {
            faults.append(Fault(line: line.number, chinese: chinese, english: english))
        }
        let amount: (direction: CashLine.Direction, amount: Money)?
        do throws(BankHeader.Fault) { amount = try header.amount(line.fields) } catch {
            return header.isSum(line.fields) ? skipped += 1 : fail(error.chinese, error.english)
        }
        guard let amount, !header.isSum(line.fields) else {
            skipped += 1
            return
        }
        let text = header.text(.day, line.fields)
        guard let day = Self.day(text) else {
            return fail("没有“\(text)”这一天。", "There is no day \(text).")
        }
        let payee = header.text(.payee, line.fields)
        lines.append(
            CashLine(
                number: line.number, day: day, direction: amount.direction, amount: amount.amount,
                payee: payee.isEmpty ? nil : payee, words: header.words(line.fields)))
    }

    /// 20260305, 2026-03-05 12:33:05, 2026/3/5, 2026年3月5日.
    private static func day(_ text: String) -> CivilDate? {
        let plain = halfWidth(text)
        if plain.count == 8, plain.allSatisfy(\.isNumber) {
            return CivilDate("\(plain.prefix(4))-\(plain.dropFirst(4).prefix(2))-\(plain.suffix(2))")
        }
        let first =
            plain.contains(":") ? plain.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) : plain
        return first.flatMap { CivilDate($0) }
    }
}
