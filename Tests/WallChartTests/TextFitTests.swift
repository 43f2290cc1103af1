import Testing

@testable import WallChart

@Suite struct TextFitTests {
    private func lines(_ text: String, _ width: Double, _ height: Double, _ style: TextStyle) -> [String] {
        fit(text, width: width, height: height, style: style).lines.map(\.text)
    }

    @Test func ideographsAreOneEmAndDigitsAreTabular() {
        #expect(TextMeasure("党建，。（）", face: .regular).width == 6000)
        #expect(Set("0123456789".unicodeScalars.map(Face.regular.advance)).count == 1)
        #expect(Set("0123456789".unicodeScalars.map(Face.bold.advance)).count == 1)
        #expect(TextMeasure("Wi", face: .regular).width == 878 + 275)
    }

    @Test func fullSizeThenSmallerThenTwoLinesThenCut() {
        let style = TextStyle(20, floor: 10, lines: 2)
        #expect(fit("四个大字", width: 100, height: 30, style: style).size == 20)
        let smaller = fit("六个汉字大小", width: 100, height: 24, style: style)
        #expect(smaller.lines.count == 1 && smaller.size > 16 && smaller.size < 17)
        let wrapped = fit("一二三四五六七八九十", width: 101, height: 48, style: style)
        #expect(wrapped.lines.map(\.text) == ["一二三四五", "六七八九十"] && wrapped.size <= 20 && wrapped.size > 19)
        let cut = fit(String(repeating: "长", count: 200), width: 100, height: 24, style: style)
        #expect(cut.isCut && cut.size == 10 && cut.lines.count == 2)
        #expect(cut.lines.last?.text.hasSuffix("…") == true)
        #expect(fit("字", width: 3, height: 24, style: style).lines.isEmpty)
        #expect(fit("字", width: 100, height: 5, style: style).lines.isEmpty)
    }

    @Test func linesBreakWhereTypesettersBreakThem() {
        let style = TextStyle(10, floor: 9.9, lines: 2)
        // A comma does not open the second line, a bracket does not end the first.
        #expect(lines("水渠修缮，二期", 48, 40, style) == ["水渠修", "缮，二期"])
        #expect(lines("路灯更新（二期）", 48, 40, style) == ["路灯更新", "（二期）"])
        // A word stays whole.
        #expect(lines("更换安装LED灯", 48, 40, style) == ["更换安", "装LED灯"])
        // Two equal lines rather than a full one and a leftover.
        #expect(lines("云岭巷道路灯更新", 70, 40, style) == ["云岭巷道", "路灯更新"])
    }

    @Test func familiesAndMarksAreNeverSplit() {
        let family = "👨‍👩‍👧‍👦"
        let measure = TextMeasure(family + "家e\u{301}", face: .regular)
        #expect(measure.count == 3)
        #expect(measure.text(0..<1) == family)
    }

    @Test func plainTextDropsWhatBreaksALine() {
        #expect(plainText("甲\u{0}\u{7}乙\n丙\t 丁  ") == "甲乙 丙 丁")
        #expect(plainText("\u{202E}倒\u{2066}置\u{FEFF}") == "倒置")
        #expect(plainText("e\u{301}\u{302}\u{303}") == "e\u{301}")
        #expect(plainText("云岭镇𠮷🚧<&>\"'") == "云岭镇𠮷🚧<&>\"'")
    }
}
