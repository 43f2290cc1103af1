internal import Foundation
internal import Synchronization

/// Readings of Chinese characters in Latin letters without tones.
enum Pinyin {
    /// Readings of a text: the usual one, and those that come from characters read otherwise in names of places and
    /// people; at most this many, for each such character doubles them.
    private static let variantLimit = 8

    struct Reading: Hashable {
        var full = ""
        var initials = ""
    }

    static func readings(_ text: String) -> [Reading] {
        var readings = [Reading()]
        for character in text {
            let syllables = Self.syllables(character)
            guard let usual = syllables.first else { continue }
            let choices = readings.count * syllables.count <= variantLimit ? syllables : [usual]
            readings = choices.flatMap { syllable in
                readings.map { reading in
                    Reading(full: reading.full + syllable, initials: reading.initials + syllable.prefix(1))
                }
            }
        }
        return Array(Set(readings)).sorted { $0.full < $1.full }
    }

    private static let kept = Mutex<[Character: String]>([:])

    /// Nothing for what is neither a Chinese character nor a Latin letter or digit.
    private static func syllables(_ character: Character) -> [String] {
        if let ways = polyphones[character] { return ways }
        if character.isASCII {
            return character.isLetter || character.isNumber ? [character.lowercased()] : []
        }
        if let syllable = kept.withLock({ $0[character] }) { return syllable.isEmpty ? [] : [syllable] }
        let latin = String(character).applyingTransform(StringTransform("Han-Latin"), reverse: false)?
            .applyingTransform(.stripDiacritics, reverse: false)?.lowercased()
        let syllable =
            latin.map { String($0.unicodeScalars.filter { ("a"..."z").contains($0) }.map(Character.init)) } ?? ""
        // There are some thousand characters in use; what is beyond that is somebody playing.
        kept.withLock { if $0.count < 20_000 { $0[character] = syllable } }
        return syllable.isEmpty ? [] : [syllable]
    }

    /// Characters of villages, roads and families that are read in more than one way, the likelier first. By hand:
    /// transliteration knows one reading for each character.
    private static let polyphones: [Character: [String]] = [
        "长": ["chang", "zhang"], "重": ["chong", "zhong"], "六": ["liu", "lu"], "埔": ["pu", "bu"],
        "蚌": ["bang", "beng"], "单": ["dan", "shan"], "乐": ["le", "yue"], "厦": ["xia", "sha"], "曾": ["zeng", "ceng"],
        "解": ["jie", "xie"], "仇": ["qiu", "chou"], "盖": ["gai", "ge"], "朴": ["piao", "pu"], "查": ["zha", "cha"],
        "区": ["qu", "ou"], "翟": ["zhai", "di"], "都": ["du", "dou"], "堡": ["bao", "pu", "bu"], "泊": ["bo", "po"],
        "陂": ["bei", "pi"], "涡": ["wo", "guo"], "莘": ["xin", "shen"], "铅": ["qian", "yan"], "洞": ["dong", "tong"],
        "蔚": ["wei", "yu"], "尉": ["wei", "yu"], "车": ["che", "ju"], "巷": ["xiang", "hang"], "行": ["xing", "hang"],
        "圩": ["wei", "xu"], "宿": ["su", "xiu"], "覃": ["tan", "qin"], "朝": ["chao", "zhao"], "更": ["geng"],
        "大": ["da", "dai"], "会": ["hui", "kuai"], "卡": ["ka", "qia"], "调": ["tiao", "diao"], "藏": ["zang", "cang"],
        "阿": ["a", "e"], "折": ["zhe", "she"], "台": ["tai"], "峒": ["dong", "tong"], "垌": ["dong", "tong"],
        "濮": ["pu"], "冼": ["xian"], "逄": ["pang"], "亳": ["bo"], "隗": ["wei", "kui"], "缪": ["miao", "mou"],
        "万": ["wan", "mo"], "牟": ["mou", "mu"], "召": ["zhao", "shao"], "中": ["zhong"], "弄": ["nong", "long"],
        "落": ["luo", "la"], "角": ["jiao", "jue"], "浒": ["hu", "xu"], "塔": ["ta"], "丽": ["li"], "浚": ["jun", "xun"],
        "湾": ["wan"], "坊": ["fang"], "石": ["shi", "dan"], "种": ["zhong", "chong"], "降": ["jiang", "xiang"],
    ]
}
