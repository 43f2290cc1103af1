import Workflow

extension Money {
    /// An amount as people type it into a field that asks for 万元: 1.2, １．２, 1.2万元, 1.2万, 12000元, ¥12000.
    /// nil for anything that is no amount.
    init?(typed text: String) {
        var text = text[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        let isYuan = text.hasPrefix("¥") || text.hasPrefix("￥") || (text.hasSuffix("元") && !text.hasSuffix("万元"))
        for mark in ["¥", "￥"] where text.hasPrefix(mark) { text.removeFirst() }
        for unit in ["万元", "万", "元"] where text.hasSuffix(unit) {
            text.removeLast(unit.count)
            break
        }
        if isYuan { self.init(yuan: text) } else { self.init(wan: text) }
    }
}
