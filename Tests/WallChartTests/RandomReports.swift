import Seeds
import Workflow

@testable import WallChart

/// Reports nobody would enter and somebody will: long titles, quotes, markup, emoji, any dates.
struct RandomReports {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(random.next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    private mutating func pick<T>(_ items: [T]) -> T { items[number(0...items.count - 1)] }
    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    private static let pieces = [
        "巷道路灯更新", "闲置地改造停车场", "党群服务站", "“夜话”", "<b>加粗</b>", "A&B", "\"引号\"", "'单引号'", "水渠", "🚧", "👨‍👩‍👧‍👦",
        "👍🏽", "𠮷野", "𬱖", "Wi-Fi", "LED", "WWWWWWWW", "iiiiii", "12345678901234567890", "（二期）", "——", "……", "《办法》",
        "\u{0007}", "\n",
        "\t", "  ", "e\u{301}\u{302}\u{303}\u{304}", "\u{202E}倒", "Straße", "Ελλάδα", "Щука", "ﷺ", "㎡", "№", "、", "。",
        "；", "垃圾分类投放点升级", "龘",
    ]

    mutating func words(_ length: ClosedRange<Int>) -> String {
        let wanted = number(length)
        var text = ""
        while text.count < wanted { text += pick(Self.pieces) }
        return String(text.prefix(wanted))
    }

    private mutating func money() -> Money {
        Money(fen: Int64(pick([0, number(1...9999), number(1...30) * 1_000_000, number(1...100_000_000_000)])))
    }

    mutating func report(rows count: Int) -> ChartReport {
        let areas = (0..<number(1...5)).map { _ in words(0...8) }
        var rows: [ChartRow] = []
        var area = areas[0]
        var unit = words(1...12)
        for serial in 0..<count {
            if chance(30) { unit = words(0...(chance(5) ? 200 : 10)) }
            if chance(8) { area = pick(areas) }
            rows.append(row(serial: serial + 1, area: area, unit: unit))
        }
        let first = CivilDate(dayNumber: Int32(20_400 + number(0...300)))
        let length = pick([0, 1, 5, 31, 60, 290, 366, 900])
        let axis = chance(4) ? [] : (0..<length + 1).map { day(first.adding(days: $0)) }
        var report = Town.report(
            rows, town: words(0...(chance(10) ? 60 : 6)), programme: words(0...(chance(10) ? 60 : 8)), axis: axis,
            appropriated: money(), edition: chance(50) ? number(1...300) : nil,
            previous: chance(60) ? digest(count) : nil)
        if chance(20) { report.knownOn = date() }
        if chance(50) { report.comparison = comparison(report) }
        if chance(50) { report.settings = settings() }
        return report
    }

    private mutating func comparison(_ report: ChartReport) -> ChartComparison {
        func some() -> [ProjectID] { report.projects.map(\.id).filter { _ in chance(30) } }
        let units = report.units.map { tally in
            var change = UnitChange(unit: tally.unit)
            change.newReds = number(0...12)
            change.completed = number(0...300)
            change.awarded = money()
            change.disbursed = .zero - money()
            return change
        }
        return ChartComparison(
            since: Instant(startOf: date()), newReds: some(), clearedReds: some(), completed: some(), submitted: some(),
            units: units)
    }

    /// Any columns that a policy may have, in any order it may have them.
    private mutating func settings() -> ChartSettings {
        func some<T: Hashable>(_ all: [T], with needed: [T]) -> [T] {
            var kept = all.filter { needed.contains($0) || chance(70) }
            for index in kept.indices.dropFirst().reversed() { kept.swapAt(index, number(0...index)) }
            return kept
        }
        let others = ChartColumn.allCases.filter { !ChartColumn.leading.contains($0) }
        return ChartSettings(
            columns: some(ChartColumn.leading, with: [.unit, .title]) + some(others, with: [.axis, .light]),
            ledger: some(LedgerField.allCases, with: LedgerField.required), order: .unit)
    }

    private mutating func digest(_ rows: Int) -> ChartDigest {
        var counts: [Light: Int] = [:]
        for light in Light.allCases { counts[light] = number(0...rows) }
        let reds = (0..<rows).compactMap {
            chance(30) ? ProjectID(town: TownID(1), year: 2026, serial: Int32($0 + 1)) : nil
        }
        return ChartDigest(
            edition: chance(50) ? number(1...99) : nil, asOf: Instant(startOf: date()), byLight: counts, reds: Set(reds)
        )
    }

    private mutating func ledger() -> LedgerFacts {
        var facts = LedgerFacts()
        facts.origin = chance(50) ? words(0...8) : nil
        facts.works = chance(60) ? words(0...(chance(10) ? 300 : 40)) : nil
        facts.contract = chance(50) ? money() : nil
        facts.leader = chance(50) ? words(0...6) : nil
        facts.awardedOn = chance(50) ? date() : nil
        facts.noticeEndsOn = chance(50) ? date() : nil
        facts.closedOn = chance(30) ? date() : nil
        facts.satisfactionPermille = chance(50) ? number(0...1000) : nil
        facts.remark = chance(50) ? words(0...60) : nil
        return facts
    }

    private mutating func day(_ date: CivilDate) -> ChartDay {
        ChartDay(date: date, isWorking: chance(5) ? date.weekday > 5 : date.weekday < 6)
    }

    private mutating func date() -> CivilDate { CivilDate(dayNumber: Int32(20_350 + number(0...500))) }
    private mutating func spans() -> [StageSpan] {
        var day = date()
        return (0..<number(0...6)).map { _ in
            let from = day
            day = day.adding(days: number(0...30))
            return StageSpan(stage: pick(Stage.allCases), from: from, to: day)
        }
    }

    private mutating func row(serial: Int, area: String, unit: String) -> ChartRow {
        let state = pick(State.allCases)
        return ChartRow(
            id: ProjectID(town: TownID(1), year: 2026, serial: Int32(serial)), number: words(0...(chance(5) ? 40 : 14)),
            title: words(0...(chance(15) ? 200 : 24)), area: area, unit: unit, category: words(0...10),
            secretary: words(0...(chance(5) ? 40 : 5)), officer: words(0...5), state: state,
            light: pick(Light.allCases), lightReason: words(0...12), turn: state.turn,
            turnName: chance(50) ? words(0...(chance(5) ? 50 : 6)) : nil, requested: money(), awarded: money(),
            disbursed: money(), settled: money(), submittedOn: date(), dueOn: chance(80) ? date() : nil,
            dueProvisional: chance(10), completedOn: chance(30) ? date() : nil,
            daysLeft: chance(70) ? number(-4000...4000) : nil, blocker: chance(30) ? words(0...40) : nil,
            nextAction: words(0...20), actual: spans(), planned: spans(), recordedLate: chance(10),
            forecastMiss: chance(20), stageSince: chance(80) ? date() : nil, sources: money(),
            surplus: chance(50) ? money() : nil, openConsultation: chance(20) ? words(0...60) : nil,
            openDispatch: chance(20) ? words(0...60) : nil, ledger: ledger())
    }
}
