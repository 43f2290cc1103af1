import UseCases
import Workflow

/// A fictional city in the proportions of one that published its numbers: 5,873 units and 15,259 items in about
/// 190 towns. Every town has its own ledger; the same today gives the same city.
struct DemoCity {
    static let units = 5873
    static let items = 15_259
    static let towns = 190
    /// What its counties' names begin with.
    static let county = "演示县"

    /// Items of each category, as published for 2021.
    static let categories: [(name: String, items: Int, works: String, unit: String)] = [
        ("改善生产生活条件", 2820, "硬化道路", "米"), ("发展壮大集体经济", 347, "修缮大棚", "座"),
        ("化解信访矛盾隐患", 454, "调解纠纷", "件"), ("走访慰问党员群众", 1652, "走访慰问", "户"),
        ("提升改善村容村貌", 9115, "整治环境", "处"), ("抓好班子带好队伍", 871, "组织培训", "场"),
    ]

    /// 开门一件事 with a fund, beside the shipped version 1 that has none: the categories of the city's programme,
    /// everything else as in 书记立办.
    static var policy: Policy {
        var policy = Policy.secretaryActsNow
        policy.programme = "开门一件事"
        policy.version = 2
        policy.categories = categories.map(\.name)
        return policy
    }

    /// Working days up to today, newest first: the days a ledger's steps are taken from.
    private let workingDays: [CivilDate]
    private let year: Int

    /// - Parameter today: the first entry of `workingDays`, or the working day before it.
    init(today: CivilDate, calendar: WorkingCalendar) {
        var days = [calendar.isWorking(today) ? today : calendar.adding(workingDays: -1, to: today)]
        while days.count < Self.longestAgo, let last = days.last {
            days.append(calendar.adding(workingDays: -1, to: last))
        }
        workingDays = days
        year = days[0].year
    }

    /// Working days: the oldest application of the year's ledger.
    private static let longestAgo = 220

    func town(_ index: Int) -> DemoTown {
        let name = Self.townName(index)
        let count = Self.share(Self.units, index)
        let units = (0..<count).map { unit in
            NewUnit(area: Self.areas[unit * Self.areas.count / count], name: "\(Self.unitName(unit))村")
        }
        return DemoTown(
            town: NewTown(
                name: name, county: "\(Self.county)\(index / 12 + 1)", numberPrefix: "\(name.prefix(2))办",
                programme: Self.policy.programme, policyVersion: Self.policy.version),
            units: units, officers: [:], appropriation: Money(fen: 2_000_000_000))
    }

    /// The town's ledger as a file would have it, so that it takes the same way in.
    func ledger(_ index: Int) -> Ledger {
        var random = SplitMix(seed: UInt64(index + 1))
        let town = town(index)
        let lines = (0..<Self.share(Self.items, index)).map { item in
            LedgerSheet.Line(number: item + 2, fields: fields(item + 1, town, &random))
        }
        return Ledger(LedgerSheet(header: LedgerColumn.allCases.map(\.rawValue), lines: lines))
    }

    private func fields(_ serial: Int, _ town: DemoTown, _ random: inout SplitMix) -> [String] {
        let unit = town.units[random.below(town.units.count)]
        let category = Self.category(random.below(Self.items))
        // Out of 42, as in a town's real year: 30 completed, 5 under way, and so on.
        let stage = Self.stages[random.below(Self.stages.count)]
        let submitted = stage == .completed ? 25 + random.below(Self.longestAgo - 26) : Self.age(stage, &random)
        // Visits and training cost nothing; works cost one to eight 万元.
        let costs = category.unit == "户" || category.unit == "场" || category.unit == "件" ? 0 : 1 + random.below(8)
        let awarded = [.completed, .inExecution, .onNotice].contains(stage) ? "\(costs)" : "0"
        func on(_ step: Int, from stages: Set<State>) -> String {
            stages.contains(stage) ? workingDays[max(0, submitted - step)].description : ""
        }
        let beyondReview: Set<State> = [.inApproval, .onNotice, .inExecution, .completed, .declined]
        let values: [LedgerColumn: String] = [
            .serial: "\(serial)", .number: "\(town.town.numberPrefix)〔\(year)〕\(serial)号", .area: unit.area,
            .unit: unit.name, .title: "\(unit.name)\(category.works)", .category: category.name, .channel: "走访",
            .works: "\(category.works)\(1 + random.below(300))\(category.unit)", .requested: "\(costs)",
            .ownContribution: "0", .awarded: awarded, .settled: stage == .completed ? awarded : "",
            .paid: stage == .completed ? awarded : "0", .submittedOn: workingDays[submitted].description,
            .admittedOn: on(1, from: beyondReview.union([.inReview])), .verifiedOn: on(3, from: beyondReview),
            .awardedOn: on(5, from: [.onNotice, .inExecution, .completed]),
            .startedOn: on(11, from: [.inExecution, .completed]),
            .acceptedOn: on(16 + random.below(8), from: [.completed]), .completedOn: on(24, from: [.completed]),
            .stage: stage.chinese, .satisfaction: stage == .completed ? "满意" : "",
        ]
        return LedgerColumn.allCases.map { values[$0] ?? "" }
    }

    /// How many working days ago an open project was submitted: late enough in its stage to be plausible.
    private static func age(_ stage: State, _ random: inout SplitMix) -> Int {
        switch stage {
        case .inExecution: 11 + random.below(10)
        case .onNotice: 5 + random.below(5)
        case .inApproval: 3 + random.below(3)
        case .inReview: 1 + random.below(3)
        case .declined: 3 + random.below(longestAgo - 4)
        case .returned, .draft, .submitted, .suspended, .inAcceptance, .inRectification, .completed, .closedOut,
            .withdrawn, .terminated:
            random.below(5)
        }
    }

    private static let stages: [State] =
        Array(repeating: .completed, count: 30) + Array(repeating: .inExecution, count: 5)
        + [.inApproval, .inApproval, .inReview, .inReview, .onNotice, .returned, .declined]

    /// The category in which the `item`-th of all items lies.
    private static func category(_ item: Int) -> (name: String, items: Int, works: String, unit: String) {
        var rest = item
        for category in categories {
            if rest < category.items { return category }
            rest -= category.items
        }
        return categories[0]
    }

    /// What of `total` falls to the town; all towns together get exactly `total`.
    private static func share(_ total: Int, _ index: Int) -> Int {
        total * (index + 1) / towns - total * index / towns
    }

    private static let areas = ["东片", "西片", "中片"]
    private static let stems = "青云清石柳枫松竹梅兰荷溪泉岭坪".map(String.init)

    /// Two different characters for each of up to 210 towns.
    private static func townName(_ index: Int) -> String {
        let others = stems.count - 1
        let first = index / others
        return "\(stems[first])\(stems[(first + 1 + index % others) % stems.count])镇"
    }

    private static func unitName(_ unit: Int) -> String {
        "\(stems[unit % stems.count])\(["上", "下", "东"][unit / stems.count % 3])"
    }
}

/// A small generator with a fixed course (SplitMix64, public domain, S. Vigna).
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Evenly among 0..<`limit`; the tiny bias of the remainder does not matter for made-up rows.
    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }
}
