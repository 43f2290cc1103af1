import Seeds
import Testing
import Workflow

/// 大写: what a cheque would say.
struct MoneyCapitalsTests {
    @Test(arguments: [
        (0, "零元整"), (1005, "壹拾元零伍分"), (10_000_000, "壹拾万元整"), (12_030_050, "壹拾贰万零叁佰元伍角"),
        (9_999_999_999, "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        // The examples of the People's Bank.
        (140_950, "壹仟肆佰零玖元伍角"), (600_714, "陆仟零柒元壹角肆分"), (168_032, "壹仟陆佰捌拾元叁角贰分"),
        (10_700_053, "壹拾万柒仟元伍角叁分"), (1_640_902, "壹万陆仟肆佰零玖元零贰分"), (32_504, "叁佰贰拾伍元零肆分"),
        // Zeros inside and between the groups.
        (1, "壹分"), (10, "壹角"), (99, "玖角玖分"), (100, "壹元整"), (1000, "壹拾元整"), (10_100, "壹佰零壹元整"),
        (100_100, "壹仟零壹元整"), (1_000_100, "壹万零壹元整"), (1_001_000, "壹万零壹拾元整"), (10_050_000, "壹拾万零伍佰元整"),
        (1_000_000_000, "壹仟万元整"), (10_000_000_000, "壹亿元整"), (10_000_000_100, "壹亿零壹元整"),
        (10_050_000_000, "壹亿零伍拾万元整"), (11_000_000_000, "壹亿壹仟万元整"), (20_010_002_000, "贰亿零壹拾万零贰拾元整"),
        (100_000_000_000, "壹拾亿元整"), (1_000_000_000_000, "壹佰亿元整"), (100_000_000_000_000_000, "壹仟万亿元整"),
        (-1005, "负壹拾元零伍分"),
    ]) func aVectorIsWrittenSo(_ fen: Int, _ words: String) {
        #expect(Money(fen: Int64(fen)).capitals == words)
    }

    /// Reading it back by another way gives the same amount.
    @Test func whatIsWrittenReadsBack() {
        var generator = SplitMix64(seed: 20_261_120)
        for round in 0..<20_000 {
            // All lengths alike, many zeros among the digits.
            let digits = Int.random(in: 1...13, using: &generator)
            var fen: Int64 = 0
            for _ in 0..<digits {
                fen = fen * 10 + (Bool.random(using: &generator) ? 0 : Int64.random(in: 1...9, using: &generator))
            }
            let text = Money(fen: fen).capitals
            #expect(Self.read(text) == fen, "round \(round): \(fen) \(text)")
            #expect(!text.contains("零零") && !text.contains("零万") && !text.contains("零亿"), "\(fen) \(text)")
            #expect(text.hasSuffix("整") == (fen % 100 == 0) && (fen == 0 || !text.contains("零元")), "\(text)")
        }
    }

    /// Reads capitals from the left: a digit waits for its unit, 万 and 亿 multiply what came before them.
    private static func read(_ text: String) -> Int64 {
        let digits = Array("零壹贰叁肆伍陆柒捌玖")
        var (fen, upToYi, group, digit): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
        for mark in text {
            if let place = digits.firstIndex(of: mark) { digit = Int64(place) }
            switch mark {
            case "拾", "佰", "仟":
                group += digit * (mark == "拾" ? 10 : mark == "佰" ? 100 : 1000)
                digit = 0
            case "万", "亿":
                group = (group + digit) * 10_000
                digit = 0
                if mark == "亿" { (upToYi, group) = (upToYi + group * 10_000, 0) }
            case "元":
                fen += (upToYi + group + digit) * 100
                (upToYi, group, digit) = (0, 0, 0)
            case "角", "分":
                fen += digit * (mark == "角" ? 10 : 1)
                digit = 0
            default: break
            }
        }
        return fen
    }
}
