import Workflow

@testable import WallChart

/// A realistic report of 42 projects as of 2026-11-21 10:18, built from `TownRows`.
enum Town {
    static let today = day("11-21")
    static let asOf = Instant(startOf: today).adding(seconds: 10 * 3600 + 18 * 60)

    static func day(_ text: String) -> CivilDate { CivilDate("2026-" + text) ?? CivilDate(dayNumber: 0) }

    static func report() -> ChartReport {
        let rows = TownRows.lines.split(separator: "\n").enumerated().map { index, line in
            row(line.split(separator: "|", omittingEmptySubsequences: false).map(String.init), serial: index + 1)
        }
        let units = ["东片", "西片", "中片"].flatMap { area in
            rows.filter { $0.area == area }.map(\.unit).reduce(into: [String]()) {
                if !$0.contains($1) { $0.append($1) }
            }
        }
        let ordered = units.flatMap { unit in rows.filter { $0.unit == unit } }
        return report(ordered, edition: 4, previous: lastWeek)
    }

    static func report(
        _ rows: [ChartRow], town: String = "云岭镇", programme: String = "书记立办", axis: [ChartDay]? = nil,
        appropriated: Money = Money(fen: 600_000_000), edition: Int? = nil, previous: ChartDigest? = nil
    ) -> ChartReport {
        var totals = ChartTotals()
        totals.projects = rows.count
        var encumbered = Money.zero
        for row in rows {
            totals.byState[row.state, default: 0] += 1
            totals.byLight[row.light, default: 0] += 1
            totals.requested = totals.requested + row.requested
            totals.awarded = totals.awarded + row.awarded
            totals.disbursed = totals.disbursed + row.disbursed
            totals.settled = totals.settled + row.settled
            if row.completedOn == nil { encumbered = encumbered + row.awarded - row.disbursed }
        }
        let free = appropriated - encumbered - totals.disbursed
        return ChartReport(
            town: town, programme: programme, year: 2026, asOf: asOf, checkpoint: rows.isEmpty ? nil : "K7Q2-93FD",
            totals: totals,
            money: FundBalance(
                appropriated: appropriated, encumbered: encumbered, disbursed: totals.disbursed, recovered: .zero,
                free: free),
            projects: rows, units: tallies(rows), axis: axis ?? days("03-01", "12-31"), edition: edition,
            previous: previous)
    }

    /// The edition of a week before: one red less, and another one that is not red any more.
    static let lastWeek = ChartDigest(
        edition: 3, asOf: asOf.adding(seconds: -7 * 86_400),
        byLight: [.red: 1, .yellow: 4, .green: 6, .blue: 29, .grey: 1],
        reds: [ProjectID(town: TownID(1), year: 2026, serial: 30)])

    /// Against a week in which one red was another one, two were not completed and a payment was not made.
    static func lastWeek(_ report: ChartReport) -> ChartComparison {
        var units = report.units.map { UnitChange(unit: $0.unit) }
        units[0].newReds = 1
        units[1].clearedReds = 1
        units[2].completed = 2
        units[2].disbursed = Money(fen: 12_345_600)
        units[3].awarded = Money(fen: -5_000_000)
        func ids(_ light: Light, _ count: Int) -> [ProjectID] {
            report.projects.filter { $0.light == light }.prefix(count).map(\.id)
        }
        return ChartComparison(
            since: asOf.adding(seconds: -7 * 86_400), newReds: ids(.red, 1), clearedReds: ids(.yellow, 1),
            completed: ids(.blue, 2), submitted: ids(.green, 1), units: units)
    }

    static func tallies(_ rows: [ChartRow]) -> [UnitTally] {
        rows.map(\.unit).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.map { unit in
            let own = rows.filter { $0.unit == unit }
            return UnitTally(
                area: own.first?.area ?? "", unit: unit,
                byLight: Dictionary(grouping: own, by: \.light).mapValues(\.count),
                awarded: own.reduce(.zero) { $0 + $1.awarded })
        }
    }

    static let holidays: Set<String> = [
        "04-06", "05-01", "05-04", "05-05", "06-19", "09-25", "10-01", "10-02", "10-05", "10-06", "10-07",
    ]
    static let makeUp: Set<String> = ["05-09", "09-20", "10-10"]

    static func days(_ from: String, _ to: String) -> [ChartDay] {
        let first = day(from)
        return (0...day(to).days(since: first)).map { offset in
            let date = first.adding(days: offset)
            let key = String(date.description.dropFirst(5))
            let works = date.weekday < 6 && !holidays.contains(key) || makeUp.contains(key)
            return ChartDay(date: date, isWorking: works)
        }
    }

    private static func row(_ field: [String], serial: Int) -> ChartRow {
        func date(_ index: Int) -> CivilDate? { field[index].isEmpty ? nil : day(field[index]) }
        func wan(_ index: Int) -> Money { Money(wan: field[index]) ?? .zero }
        let state = State(rawValue: field[16]) ?? .draft
        let due = date(9).map(dueDay)
        let done = date(15)
        let left = state.isEnd || done != nil ? nil : due?.days(since: today)
        let blocker = state == .inExecution && !field[18].isEmpty ? field[18] : nil
        let (light, reason) = light(state, left: left, blocker: blocker)
        let isLate = serial == 31
        return ChartRow(
            id: ProjectID(town: TownID(1), year: 2026, serial: Int32(serial)), number: field[0], title: field[3],
            area: field[1], unit: field[2], category: field[4], secretary: secretary(field[2]), officer: field[17],
            state: state, light: light, lightReason: reason, turn: state.turn, turnName: turnName(state, field),
            requested: wan(5), awarded: wan(6), disbursed: wan(8), settled: wan(7), submittedOn: date(9), dueOn: due,
            dueProvisional: false, completedOn: done, daysLeft: left, blocker: blocker, nextAction: next(state),
            actual: actual((9...15).map(date), state: state), planned: planned(from: date(9), to: due),
            recordedLate: isLate, forecastMiss: serial == 36, stageSince: (9...14).compactMap(date).last,
            sources: wan(5).share(permille: serial % 5 == 0 ? 300 : 0),
            surplus: done == nil ? nil : wan(6) - wan(7), openConsultation: serial == 35 ? "配电改造由谁承担" : nil,
            openDispatch: serial == 35 ? "供电所：更换配电箱" : serial == 32 ? "市监所：食堂许可" : nil,
            ledger: ledger(field, date))
    }

    private static func ledger(_ field: [String], _ date: (Int) -> CivilDate?) -> LedgerFacts {
        var facts = LedgerFacts()
        facts.origin = "走访"
        facts.raisedOn = date(9)?.adding(days: -6)
        facts.works = field[3] + "，共 \(field[3].count * 3) 处"
        facts.admittedOn = date(10)
        facts.awardedOn = date(12)
        facts.noticeEndsOn = date(12)?.adding(days: 7)
        facts.satisfactionPermille = date(15) == nil ? nil : 960 + field[3].count
        facts.remark = field[18].isEmpty ? nil : field[18]
        return facts
    }

    private static func secretary(_ unit: String) -> String {
        let surnames = ["陈", "李", "黄", "张", "梁", "林", "何", "罗", "郑", "谢", "许", "邓", "冯", "曾", "蔡"]
        let given = ["国强", "秀兰", "志明", "建华", "美玲", "永福", "伟", "海燕"]
        let seed = unit.unicodeScalars.reduce(0) { $0 + Int($1.value) }
        return surnames[seed % 15] + given[seed / 7 % 8]
    }

    private static func turnName(_ state: State, _ field: [String]) -> String? {
        switch state.turn {
        case .secretary: secretary(field[2])
        case .guidanceOfficer: field[17]
        case .director: "周主任"
        case .clerk: "吴晓"
        case .finance: "财政所"
        case .leader, .panelMember, .auditor, .admin, .securityAdmin, .auditAdmin, nil: nil
        }
    }

    private static func next(_ state: State) -> String {
        switch state {
        case .inExecution: "完工并申请验收"
        case .onNotice: "公示期满转实施"
        case .inApproval: "审批批复"
        case .inReview: "核实现场"
        case .returned: "补齐材料重报"
        case .completed: "归档销号"
        case .submitted: "受理审查"
        case .draft, .suspended, .inAcceptance, .inRectification, .closedOut, .declined, .withdrawn, .terminated: ""
        }
    }

    private static func light(_ state: State, left: Int?, blocker: String?) -> (Light, String) {
        if state == .completed || state == .closedOut { return (.blue, "") }
        if state.isEnd || state == .draft { return (.grey, "") }
        if let left, left < 0 { return (.red, "超期\(-left)天") }
        if let left, left <= 5 { return (.yellow, "\(left)天后到期") }
        return blocker == nil ? (.green, "") : (.yellow, "有堵点")
    }

    /// One month later, near enough for a picture.
    private static func dueDay(_ day: CivilDate) -> CivilDate {
        let (year, month, number) = day.parts
        return CivilDate(year: year, month: month + 1, day: min(number, 30)) ?? day.adding(days: 30)
    }

    private static func actual(_ dates: [CivilDate?], state: State) -> [StageSpan] {
        let entered: [(Stage, CivilDate?)] = [
            (.application, dates[0]), (.review, dates[1]), (.approval, dates[2]), (.execution, dates[4] ?? dates[3]),
            (.acceptance, dates[5]),
        ]
        let known = entered.compactMap { stage, day in day.map { (stage, $0) } }
        return known.enumerated().map { index, item in
            let until = index + 1 < known.count ? known[index + 1].1 : dates[6] ?? min(today, item.1.adding(days: 40))
            return StageSpan(stage: item.0, from: item.1, to: until)
        }
    }

    private static func planned(from: CivilDate?, to: CivilDate?) -> [StageSpan] {
        guard let from, let to else { return [] }
        let cuts = [0, 2, 5, 9, 25]
        let stages: [Stage] = [.application, .review, .approval, .execution, .acceptance]
        return stages.enumerated().map { index, stage in
            StageSpan(
                stage: stage, from: from.adding(days: cuts[index]),
                to: index < 4 ? from.adding(days: cuts[index + 1] - 1) : to,
                noticeFrom: stage == .approval ? from.adding(days: 6) : nil)
        }
    }
}
