import UseCases
import Workflow

/// What the project's page shows, as the template's names.
enum ProjectFacts {
    struct Fact {
        let label: String
        let value: String
    }

    struct EventView {
        let iso: String
        let day: String
        let name: String
        let by: String
        let role: String
        let late: String?
        let details: [Fact]
        let hasDetails: Bool
    }

    static func content(
        _ project: Project, _ view: ProjectView, _ entries: [StoredEntry], _ fund: FundState?, _ words: Words
    ) -> [String: Any] {
        let (summary, standing) = (view.summary, view.standing)
        var content: [String: Any] = [
            "id": summary.id.description, "place": "\(view.labels.area) \(view.labels.unit)",
            "number": view.labels.number, "light": standing.light.rawValue, "shape": standing.light.shape,
            "word": words(standing.light), "late": summary.recordedLate,
            "dates": dates(project, standing, words), "money": money(summary, fund, words),
            "application": facts(project.application.values, FieldTables.application, words),
            "events": entries.reversed().map { event($0, words) },
        ]
        if let left = standing.daysLeft {
            content["left"] = words.left(left)
            content["isOver"] = left < 0
            content["dueLine"] = standing.dueOn.map { words("project.dueOn", ["day": words.day($0)]) }
        }
        content["reason"] = RowView.reason(standing.lightReason, summary.state).map { words.reason($0) }
        content["next"] = standing.nextAction.nilIfEmpty.map { words.reason($0) }
        // A light may be the state's own word already: 办结.
        content["state"] = summary.state.chinese == standing.light.chinese ? nil : words(summary.state)
        return content
    }

    private static func dates(_ project: Project, _ standing: Standing, _ words: Words) -> [Fact] {
        let clock = project.clock
        var facts: [Fact] = []
        func add(_ name: String, _ day: CivilDate?, _ more: String = "") {
            if let day { facts.append(Fact(label: name, value: words.day(day) + more)) }
        }
        add(words("date.due"), standing.dueOn, clock.dueProvisional ? words("project.provisional") : "")
        add(words("date.originalDue"), clock.originalDueOn)
        add(words("date.submitted"), clock.submittedOn)
        add(words("date.admitted"), clock.admittedOn)
        add(words("date.verified"), clock.verifiedOn)
        add(words("date.awarded"), clock.awardedOn)
        add(words("date.noticeEnds"), project.notice?.endsOn)
        add(words("date.execution"), clock.executionOn)
        add(words("date.inspection"), clock.inspectionOn)
        add(words("date.completed"), clock.completedOn)
        add(words("date.settled"), clock.settledOn)
        add(words("date.closed"), clock.closedOn)
        if facts.isEmpty { add(words("date.drafted"), clock.draftedOn) }
        return facts
    }

    private static func money(_ summary: ProjectSummary, _ fund: FundState?, _ words: Words) -> [Fact] {
        var facts = [Fact(label: words("sum.requested"), value: words.money(summary.requested))]
        func add(_ name: String, _ money: Money?) {
            if let money, money > .zero { facts.append(Fact(label: name, value: words.money(money))) }
        }
        add(words("sum.cap"), summary.cap)
        add(words("sum.awarded"), summary.awarded)
        if summary.awarded > .zero, let capitals = words.capitals(summary.awarded) {
            facts.append(Fact(label: words("sum.capitals"), value: capitals))
        }
        add(words("sum.encumbered"), summary.encumbered)
        add(words("sum.disbursed"), summary.disbursed)
        add(words("sum.recovered"), summary.recovered)
        add(words("sum.settled"), summary.settled)
        if let fund { facts.append(Fact(label: words("sum.free"), value: words.money(fund.balance.free))) }
        return facts
    }

    static func facts(_ values: Values, _ fields: [Field], _ words: Words) -> [Fact] {
        values.items.compactMap { item in
            let field = fields.first { $0.name == item.name }
            let text = item.value.text(field, words)
            return text.isEmpty ? nil : Fact(label: field.map { words.label($0) } ?? item.name, value: text)
        }
    }

    private static func event(_ stored: StoredEntry, _ words: Words) -> EventView {
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
                var text = item.value.text((kind.command?.fields ?? []).first { $0.name == item.name }, words)
                // On the printout an amount that moves money stands in capitals too.
                if case .money(let money) = item.value, kind.movesMoney, let capitals = words.capitals(money) {
                    text += "（\(capitals)）"
                }
                return text.isEmpty ? nil : Fact(label: EventWords.label(item.name, of: kind, words), value: text)
            }
        return EventView(
            iso: entry.effectiveOn.description, day: words.day(entry.effectiveOn), name: words(kind), by: stored.byName,
            role: words(entry.role),
            late: entry.isRecordedLate
                ? words("event.recordedOn", ["day": words.day(entry.recordedAt.civilDate)])
                    + (entry.lateReason.map { words.pick("：", ": ") + $0 } ?? "") : nil,
            details: details, hasDetails: !details.isEmpty)
    }
}

extension Event.Kind {
    /// Awards, payments and settlements: what is printed and signed.
    fileprivate var movesMoney: Bool {
        [.awarded, .amendmentDecided, .disbursed, .settled, .recovered].contains(self)
    }
}
