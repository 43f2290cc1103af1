import UseCases
import Workflow

/// Days, times and sums as people of each language write them.
extension Words {
    /// 2026年3月5日 · 5 Mar 2026
    func day(_ day: CivilDate) -> String {
        let parts = day.parts
        return pick(
            "\(parts.year)年\(parts.month)月\(parts.day)日",
            "\(parts.day) \(Self.months[parts.month - 1]) \(parts.year)")
    }

    /// A day near today, without its year: 3月5日 · 5 Mar
    func shortDay(_ day: CivilDate) -> String {
        let parts = day.parts
        return pick("\(parts.month)月\(parts.day)日", "\(parts.day) \(Self.months[parts.month - 1])")
    }

    /// To the minute: 2026年3月5日 09:30
    func time(_ at: Instant) -> String { "\(day(at.civilDate)) \(at.clockText)" }

    /// 剩3天, 今天到期, 已超2天
    func left(_ days: Int) -> String {
        if days == 0 { return self("days.today") }
        return days > 0 ? self("days.left", ["days": "\(days)"]) : self("days.over", ["days": "\(-days)"])
    }

    func days(_ count: Int) -> String {
        count == 1 ? self("days.one") : self("days.count", ["days": "\(count)"])
    }

    /// 1.2万元 · ¥12,000. Chinese counts by ten thousands and drops zeros that say nothing.
    func money(_ money: Money) -> String {
        switch language {
        case .zh: Self.short(money.wanText) + "万元"
        case .en: "¥" + Self.grouped(money)
        }
    }

    /// A file that came without a name is called so in every language.
    func fileName(_ name: String) -> String { name == ProjectFile.unnamed ? self("files.unnamed") : name }

    /// 大写, for whoever reads Chinese.
    func capitals(_ money: Money) -> String? { language == .zh ? money.capitals : nil }

    /// 批复1.2万元, 申请1.2万元 or 不需资金.
    func money(awarded: Money, requested: Money) -> String {
        if awarded > .zero { return self("money.awarded", ["sum": money(awarded)]) }
        return requested > .zero ? self("money.requested", ["sum": money(requested)]) : self("money.none")
    }

    private static func short(_ wan: String) -> String {
        guard wan.contains(".") else { return wan }
        var text = wan[...]
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return String(text)
    }

    private static func grouped(_ money: Money) -> String {
        let (yuan, fen) = (abs(money.fen) / 100, abs(money.fen) % 100)
        var digits = ""
        for (index, digit) in String(yuan).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { digits.append(",") }
            digits.append(digit)
        }
        let cents = fen == 0 ? "" : fen < 10 ? ".0\(fen)" : ".\(fen)"
        return (money.fen < 0 ? "−" : "") + String(digits.reversed()) + cents
    }

    static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
