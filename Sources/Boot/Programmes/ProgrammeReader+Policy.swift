import Workflow
import Yams

extension ProgrammeReader {
    /// The whole policy; only good when there are no findings.
    mutating func policy(_ root: Section) -> Policy {
        // Every setting is replaced; a test compares the settings with the policy's own members.
        var policy = Policy.secretaryActsNow
        for field in ProgrammeField.allCases { read(field, root, into: &policy) }
        return policy
    }

    private mutating func read(_ field: ProgrammeField, _ root: Section, into policy: inout Policy) {
        let key = field.rawValue
        switch field {
        case .programme: policy.programme = text(root, key)
        case .version: policy.version = number(root, key)
        case .categories: policy.categories = texts(root, key)
        case .month: policy.month = month(root)
        case .clockStart: policy.clockStart = word(root, key, ClockStart.self) ?? .submission
        case .returnStopsClock: policy.returnStopsClock = flag(root, key)
        case .limits: policy.limits = limits(root)
        case .noticeWorkingDays: policy.noticeWorkingDays = numberOrNone(root, key)
        case .emergencyPapersDays: policy.emergencyPapersDays = number(root, key)
        case .ladder: policy.ladder = ladder(root)
        case .cap: policy.cap = money(root, key)
        case .advancePermille: policy.advancePermille = number(root, key)
        case .amendmentPermille: policy.amendmentPermille = number(root, key)
        case .money: policy.money = moneyRules(root)
        case .documents: policy.documents = documents(root)
        case .panelMinimum: policy.panelMinimum = number(root, key)
        case .satisfactionPermille: policy.satisfactionPermille = number(root, key)
        case .pauseCapDays: policy.pauseCapDays = number(root, key)
        case .suspensionBackdatingDays: policy.suspensionBackdatingDays = number(root, key)
        case .extensionCapDays: policy.extensionCapDays = number(root, key)
        case .lights: policy.lights = lights(root)
        case .labels: policy.labels = labels(root)
        case .chart: policy.chart = chart(root)
        case .toCheck: policy.toCheck = words(root, key, ProgrammeField.self).map(\.rawValue)
        }
    }

    /// A mapping below the root.
    private mutating func part(_ root: Section, _ key: String, keys: [String]) -> Section {
        guard let node = root.values[key] else {
            if root.found != nil {
                fault(
                    root.line, key, "缺少此项，请补上，包括\(keys.joined(separator: "、"))。",
                    "it is missing; add it with \(keys.joined(separator: ", ")).")
            }
            return .missing(key)
        }
        return section(node, key, keys: keys, line: root.lines[key])
    }

    private mutating func month(_ root: Section) -> MonthRule {
        let rule = root.values["month"]?.mapping?["rule"]?.scalar?.string
        let extra =
            switch rule {
            case "civilMonth": ["rolls"]
            case "days": ["count", "rolls"]
            case "workingDays": ["count"]
            case _: [String]()
            }
        let month = part(root, "month", keys: ["rule"] + extra)
        return switch word(month, "rule", MonthWord.self) {
        case .days: .days(number(month, "count"), rolls: flag(month, "rolls"))
        case .workingDays: .workingDays(number(month, "count"))
        case .promised: .promised
        case .civilMonth: .civilMonth(rolls: flag(month, "rolls"))
        case nil: .promised
        }
    }

    private mutating func limits(_ root: Section) -> StageLimits {
        let limits = part(root, "limits", keys: ["application", "review", "approval", "acceptance", "mending"])
        return StageLimits(
            application: number(limits, "application"), review: number(limits, "review"),
            approval: number(limits, "approval"), acceptance: number(limits, "acceptance"),
            mending: number(limits, "mending"))
    }

    private mutating func ladder(_ root: Section) -> [LadderStep] {
        list(root, "ladder").enumerated().map { index, node in
            let step = section(
                node, "ladder[\(index + 1)]", keys: ["upTo", "leaderEndorses"],
                line: node.mark?.line ?? root.lines["ladder"])
            return LadderStep(upTo: money(step, "upTo"), leaderEndorses: flag(step, "leaderEndorses"))
        }
    }

    private mutating func moneyRules(_ root: Section) -> MoneyRules {
        let money = part(
            root, "money",
            keys: [
                "tranches", "ownMoneyFirst", "sharePermille", "surplus", "retentionPermille", "cashLimit",
                "paymentDays", "accountName",
            ])
        // Named already; what it lacks is not judged as well.
        guard money.found != nil else { return .usual }
        let tranches = list(money, "tranches").enumerated().map { index, node in
            let step = section(
                node, "money.tranches[\(index + 1)]", keys: ["permille", "after"],
                line: node.mark?.line ?? root.lines["money"])
            return Tranche(
                permille: number(step, "permille"), after: word(step, "after", TrancheEvent.self) ?? .settled)
        }
        return MoneyRules(
            tranches: tranches, ownMoneyFirst: flag(money, "ownMoneyFirst"),
            sharePermille: numberOrNone(money, "sharePermille"),
            surplus: word(money, "surplus", SurplusRule.self) ?? .fundFirst,
            retentionPermille: number(money, "retentionPermille"), cashLimit: self.money(money, "cashLimit"),
            paymentDays: number(money, "paymentDays"),
            accountName: word(money, "accountName", AccountNameRule.self) ?? .refuse)
    }

    private mutating func documents(_ root: Section) -> Requirements {
        let documents = part(root, "documents", keys: ["submission", "inspection", "commands"])
        var requirements = Requirements(
            submission: words(documents, "submission", DocumentKind.self),
            inspection: words(documents, "inspection", DocumentKind.self))
        // Most programmes ask for no more than that, and leave it out.
        guard let node = documents.values["commands"] else { return requirements }
        let known = Command.Kind.allCases.filter(\.mayRequire).map(\.rawValue)
        let commands = section(node, "documents.commands", keys: known, line: documents.lines["commands"])
        for kind in Command.Kind.allCases.filter(\.mayRequire) {
            guard let node = commands.values[kind.rawValue] else { continue }
            let step = section(
                node, commands.field(kind.rawValue), keys: ["documents", "fields"],
                line: commands.lines[kind.rawValue])
            requirements[kind].documents += words(step, "documents", DocumentKind.self)
            requirements[kind].fields += words(step, "fields", OptionalField.self)
        }
        return requirements
    }

    private mutating func lights(_ root: Section) -> LightThresholds {
        let lights = part(root, "lights", keys: ["dueSoon", "stageOver", "blockerOpen"])
        return LightThresholds(
            dueSoon: number(lights, "dueSoon"), stageOver: number(lights, "stageOver"),
            blockerOpen: number(lights, "blockerOpen"))
    }

    private mutating func labels(_ root: Section) -> [String: String] {
        guard let node = root.values["labels"] else {
            if root.found != nil { fault(root.line, "labels", "缺少此项，没有的写{}。", "it is missing; write {} for none.") }
            return [:]
        }
        // Any usual word may be a key.
        let keys = node.mapping?.keys.compactMap { $0.scalar?.string } ?? []
        let labels = section(node, "labels", keys: keys, line: root.lines["labels"])
        return keys.reduce(into: [:]) { $0[$1] = text(labels, $1) }
    }
}

extension ProgrammeReader {
    /// nil for the usual chart.
    private mutating func chart(_ root: Section) -> ChartSettings? {
        guard let node = root.values["chart"] else {
            if root.found != nil {
                fault(root.line, "chart", "缺少此项，用通常栏目的写usual。", "it is missing; write usual for the usual chart.")
            }
            return nil
        }
        if node.scalar?.string == "usual" { return nil }
        let chart = section(node, "chart", keys: ["columns", "ledger", "order"], line: root.lines["chart"])
        return ChartSettings(
            columns: words(chart, "columns", ChartColumn.self), ledger: words(chart, "ledger", LedgerField.self),
            order: word(chart, "order", RowOrder.self) ?? .unit)
    }
}

/// The names of `MonthRule`'s cases in a file.
enum MonthWord: String, CaseIterable {
    case civilMonth, days, workingDays, promised

    init(_ rule: MonthRule) {
        switch rule {
        case .civilMonth: self = .civilMonth
        case .days: self = .days
        case .workingDays: self = .workingDays
        case .promised: self = .promised
        }
    }
}
