/// Amounts in Chinese capitals (大写), which nobody turns into another amount with a stroke of the pen.
///
/// After 《正确填写票据和结算凭证的基本规定》 (People's Bank of China, Payment and Settlement Measures, annex 1): 整 stands
/// after 元 only; zeros in a row are one 零; no 零 stands between 元 and 角, which the rule leaves open.
extension Money {
    /// 120,300.50 yuan is 壹拾贰万零叁佰元伍角; zero is 零元整; less than zero begins with 负.
    public var capitals: String {
        let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        let (jiao, fens) = rest.quotientAndRemainder(dividingBy: 10)
        var text = fen < 0 ? "负" : ""
        if yuan > 0 || rest == 0 { text += Self.whole(yuan) + "元" }
        if rest == 0 { return text + "整" }
        if jiao > 0 {
            text += Self.digit(jiao) + "角"
        } else if yuan > 0 {
            text += "零"
        }
        if fens > 0 { text += Self.digit(fens) + "分" }
        return text
    }

    /// A number by its 亿, its 万 and what is below, each at most four digits; where a group is short 零 says so.
    private static func whole(_ number: UInt64) -> String {
        for (size, name) in [(100_000_000 as UInt64, "亿"), (10_000, "万")] where number >= size {
            let (head, rest) = number.quotientAndRemainder(dividingBy: size)
            return whole(head) + name + (rest == 0 ? "" : (rest < size / 10 ? "零" : "") + whole(rest))
        }
        return number == 0 ? "零" : group(number)
    }

    /// 1 to 9999.
    private static func group(_ number: UInt64) -> String {
        var text = ""
        var rest = number
        var isShort = false
        for (size, name) in [(1000 as UInt64, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let (digit, left) = rest.quotientAndRemainder(dividingBy: size)
            rest = left
            if digit == 0 {
                isShort = !text.isEmpty
                continue
            }
            text += (isShort ? "零" : "") + Self.digit(digit) + name
            isShort = false
        }
        return text
    }

    private static func digit(_ number: UInt64) -> String {
        let digits: [String] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
        return digits[Int(number)]
    }
}
