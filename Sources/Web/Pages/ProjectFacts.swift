import UseCases
import Workflow

/// What the project's page shows, as the template's names.
enum ProjectFacts {
    struct Fact {
        let label: String
        let value: String
    }

    struct EventView {
        let day: String
        let name: String
        let by: String
        let role: String
        let late: String?
        let details: [Fact]
        let hasDetails: Bool
    }

    static func content(
        _ project: Project, _ view: ProjectView, _ entries: [StoredEntry], _ fund: FundState?
    ) -> [String: Any] {
        let (summary, standing) = (view.summary, view.standing)
        var content: [String: Any] = [
            "id": summary.id.description, "place": "\(view.labels.area) \(view.labels.unit)",
            "number": view.labels.number, "light": standing.light.rawValue, "shape": standing.light.shape,
            "word": standing.light.chinese, "late": summary.recordedLate,
            "dates": dates(project, standing), "money": money(summary, fund),
            "application": facts(project.application.values, FieldTables.application),
            "events": entries.reversed().map(event),
        ]
        // The light of a draft has no reason but the state that stands beside it.
        content["reason"] = standing.lightReason == summary.state.chinese ? nil : standing.lightReason.nilIfEmpty
        content["next"] = standing.nextAction.nilIfEmpty
        // A light may be the state's own word already: 办结.
        content["state"] = summary.state.chinese == standing.light.chinese ? nil : summary.state.chinese
        return content
    }

    private static func dates(_ project: Project, _ standing: Standing) -> [Fact] {
        let clock = project.clock
        var facts: [Fact] = []
        func add(_ label: String, _ day: CivilDate?, _ more: String = "") {
            if let day { facts.append(Fact(label: label, value: "\(day)\(more)")) }
        }
        let left = standing.daysLeft.map { "（\(DayWords.left($0))）" } ?? ""
        add("办结期限", standing.dueOn, (clock.dueProvisional ? "（暂定，待节假日安排公布）" : "") + left)
        add("延期前的期限", clock.originalDueOn)
        add("申报", clock.submittedOn)
        add("受理", clock.admittedOn)
        add("现场核实", clock.verifiedOn)
        add("批复", clock.awardedOn)
        add("公示至", project.notice?.endsOn)
        add("进入实施", clock.executionOn)
        add("申请验收", clock.inspectionOn)
        add("办结", clock.completedOn)
        add("结算", clock.settledOn)
        add("销号", clock.closedOn)
        if facts.isEmpty { add("起草", clock.draftedOn) }
        return facts
    }

    private static func money(_ summary: ProjectSummary, _ fund: FundState?) -> [Fact] {
        var facts = [Fact(label: "申请", value: summary.requested.wanText)]
        func add(_ label: String, _ money: Money?) {
            if let money, money > .zero { facts.append(Fact(label: label, value: money.wanText)) }
        }
        add("单个项目上限", summary.cap)
        add("批复", summary.awarded)
        if summary.awarded > .zero { facts.append(Fact(label: "批复大写", value: summary.awarded.capitals)) }
        add("占用（未付）", summary.encumbered)
        add("已拨付", summary.disbursed)
        add("已收回", summary.recovered)
        add("结算", summary.settled)
        if let fund { facts.append(Fact(label: "资金可用余额", value: fund.balance.free.wanText)) }
        return facts
    }

    private static func facts(_ values: Values, _ fields: [Field]) -> [Fact] {
        values.items.compactMap { item in
            let field = fields.first { $0.name == item.name }
            let text = item.value.text(field)
            return text.isEmpty ? nil : Fact(label: field?.zh ?? item.name, value: text)
        }
    }

    private static func event(_ stored: StoredEntry) -> EventView {
        let entry = stored.entry
        let kind = entry.event.kind
        // What was applied for stands above already; the log need not repeat all of it.
        let isApplication = kind == .drafted || kind == .edited
        let details =
            isApplication
            ? []
            : entry.event.values.items.compactMap { item -> Fact? in
                // That a day is final goes without saying; that it is provisional does not.
                if item.name == "dueProvisional", case .flag(false) = item.value { return nil }
                var text = item.value.text((kind.command?.fields ?? []).first { $0.name == item.name })
                // On the printout an amount that moves money stands in capitals too.
                if case .money(let money) = item.value, kind.movesMoney { text += "（\(money.capitals)）" }
                return text.isEmpty ? nil : Fact(label: EventWords.label(item.name, of: kind), value: text)
            }
        return EventView(
            day: entry.effectiveOn.description, name: kind.zh, by: stored.byName, role: entry.role.chinese,
            late: entry.isRecordedLate
                ? "\(entry.recordedAt.civilDate)录入" + (entry.lateReason.map { "：\($0)" } ?? "") : nil,
            details: details, hasDetails: !details.isEmpty)
    }
}

extension Event.Kind {
    /// Awards, payments and settlements: what is printed and signed.
    fileprivate var movesMoney: Bool {
        [.awarded, .amendmentDecided, .disbursed, .settled, .recovered].contains(self)
    }
}
