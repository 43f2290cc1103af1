import Workflow

extension Policy {
    init(_ values: Values) throws(Problem) {
        var ladder: [LadderStep] = []
        for step in values.records("ladder") {
            ladder.append(
                LadderStep(upTo: try step.money("upTo"), leaderEndorses: try step.flag("leaderEndorses")))
        }
        let (limits, lights) = (try values.record("limits"), try values.record("lights"))
        let documents = try values.record("documents")
        self.init(
            programme: values.text("programme"), version: try values.count("version"),
            categories: values.texts("categories"), month: try MonthRule(try values.record("month")),
            clockStart: try values.choice("clockStart", ClockStart.self),
            returnStopsClock: try values.flag("returnStopsClock"),
            limits: StageLimits(
                application: try limits.count("application"), review: try limits.count("review"),
                approval: try limits.count("approval"), acceptance: try limits.count("acceptance"),
                mending: try limits.count("mending")),
            noticeWorkingDays: values.optionalCount("noticeWorkingDays"),
            emergencyPapersDays: try values.count("emergencyPapersDays"), ladder: ladder,
            cap: try values.money("cap"), advancePermille: try values.count("advancePermille"),
            amendmentPermille: try values.count("amendmentPermille"), money: try MoneyRules(in: values),
            documents: try Requirements(documents),
            panelMinimum: try values.count("panelMinimum"),
            satisfactionPermille: try values.count("satisfactionPermille"),
            pauseCapDays: try values.count("pauseCapDays"),
            suspensionBackdatingDays: try values.count("suspensionBackdatingDays"),
            extensionCapDays: try values.count("extensionCapDays"),
            lights: LightThresholds(
                dueSoon: try lights.count("dueSoon"), stageOver: try lights.count("stageOver"),
                blockerOpen: try lights.count("blockerOpen")),
            labels: Dictionary(
                values.records("labels").map { ($0.text("usual"), $0.text("own")) },
                uniquingKeysWith: { _, last in last }),
            chart: values["chart"] == nil ? nil : try ChartSettings(try values.record("chart")),
            toCheck: values.texts("toCheck"))
    }

    /// In the order of the table, so that what is read can be sent back.
    var values: Values {
        var values = Values([
            ("programme", .text(programme)), ("version", .count(version)), ("categories", .texts(categories)),
            ("month", .record(month.values)), ("clockStart", .text(clockStart.rawValue)),
            ("returnStopsClock", .flag(returnStopsClock)),
            (
                "limits",
                .record(
                    Values([
                        ("application", .count(limits.application)), ("review", .count(limits.review)),
                        ("approval", .count(limits.approval)), ("acceptance", .count(limits.acceptance)),
                        ("mending", .count(limits.mending)),
                    ]))
            ),
        ])
        if let noticeWorkingDays { values.set("noticeWorkingDays", .count(noticeWorkingDays)) }
        let rest: [(String, FieldValue)] = [
            ("emergencyPapersDays", .count(emergencyPapersDays)),
            (
                "ladder",
                .records(
                    ladder.map {
                        Values([("upTo", .money($0.upTo)), ("leaderEndorses", .flag($0.leaderEndorses))])
                    })
            ),
            ("cap", .money(cap)), ("advancePermille", .count(advancePermille)),
            ("amendmentPermille", .count(amendmentPermille)), ("money", .record(money.values)),
            ("documents", .record(documents.values)),
            ("panelMinimum", .count(panelMinimum)), ("satisfactionPermille", .count(satisfactionPermille)),
            ("pauseCapDays", .count(pauseCapDays)), ("suspensionBackdatingDays", .count(suspensionBackdatingDays)),
            ("extensionCapDays", .count(extensionCapDays)),
            (
                "lights",
                .record(
                    Values([
                        ("dueSoon", .count(lights.dueSoon)), ("stageOver", .count(lights.stageOver)),
                        ("blockerOpen", .count(lights.blockerOpen)),
                    ]))
            ),
            (
                "labels",
                .records(
                    labels.sorted { $0.key < $1.key }.map {
                        Values([("usual", .text($0.key)), ("own", .text($0.value))])
                    })
            ),
        ]
        for (name, value) in rest { values.set(name, value) }
        if let chart { values.set("chart", .record(chart.values)) }
        values.set("toCheck", .texts(toCheck))
        return values
    }
}

extension MoneyRules {
    /// What clients that know nothing of it leave out holds as usual.
    fileprivate init(in policy: Values) throws(Problem) {
        guard policy["money"] != nil else {
            self = .usual
            return
        }
        let values = try policy.record("money")
        var tranches: [Tranche] = []
        for line in values.records("tranches") { tranches.append(try Tranche(line)) }
        self.init(
            tranches: tranches, ownMoneyFirst: try values.flag("ownMoneyFirst"),
            sharePermille: values.optionalCount("sharePermille"),
            surplus: try values.choice("surplus", SurplusRule.self),
            retentionPermille: try values.count("retentionPermille"), cashLimit: try values.money("cashLimit"),
            paymentDays: try values.count("paymentDays"),
            accountName: try values.choice("accountName", AccountNameRule.self))
    }

    fileprivate var values: Values {
        var values = Values([
            ("tranches", .records(tranches.map(\.values))), ("ownMoneyFirst", .flag(ownMoneyFirst)),
        ])
        if let sharePermille { values.set("sharePermille", .count(sharePermille)) }
        let rest: [(String, FieldValue)] = [
            ("surplus", .text(surplus.rawValue)), ("retentionPermille", .count(retentionPermille)),
            ("cashLimit", .money(cashLimit)), ("paymentDays", .count(paymentDays)),
            ("accountName", .text(accountName.rawValue)),
        ]
        for (name, value) in rest { values.set(name, value) }
        return values
    }
}

extension MonthRule {
    fileprivate init(_ values: Values) throws(Problem) {
        let rolls: Bool = if case .flag(let flag)? = values["rolls"] { flag } else { false }
        switch values.text("kind") {
        case "days": self = .days(try Self.days(values), rolls: rolls)
        case "workingDays": self = .workingDays(try Self.days(values))
        case "promised": self = .promised
        case _: self = .civilMonth(rolls: rolls)
        }
    }

    private static func days(_ values: Values) throws(Problem) -> Int {
        guard let count = values.optionalCount("count"), count > 0 else {
            var problem = Problem(.missingField, detail: "请填写期限的天数。", detailEn: "Give the number of days.")
            problem.field = "month/count"
            throw problem
        }
        return count
    }

    fileprivate var values: Values {
        switch self {
        case .civilMonth(let rolls): Values([("kind", .text("civilMonth")), ("rolls", .flag(rolls))])
        case .days(let count, let rolls):
            Values([("kind", .text("days")), ("count", .count(count)), ("rolls", .flag(rolls))])
        case .workingDays(let count): Values([("kind", .text("workingDays")), ("count", .count(count))])
        case .promised: Values([("kind", .text("promised"))])
        }
    }
}

extension Values {
    fileprivate func optionalCount(_ name: String) -> Int? {
        if case .count(let count)? = self[name] { count } else { nil }
    }
}
