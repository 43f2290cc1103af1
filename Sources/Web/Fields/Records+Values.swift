import Workflow

extension Application {
    init(_ values: Values) throws(Problem) {
        var budget: [BudgetLine] = []
        for line in values.records("budget") {
            budget.append(BudgetLine(what: line.text("what"), amount: try line.money("amount")))
        }
        var sources: [Source] = []
        for line in values.records("sources") {
            sources.append(
                Source(
                    kind: try line.choice("kind", SourceKind.self), promised: try line.money("promised"),
                    quantity: line.optionalText("quantity"), valuation: line.optionalText("valuation")))
        }
        // A draft may still be without an amount; asking for nothing is a project that needs no money.
        var requested = Money.zero
        if case .money(let money)? = values["requested"] { requested = money }
        self.init(
            title: values.text("title"), category: values.text("category"), need: values.text("need"),
            channel: values.text("channel"), place: values.text("place"), quantities: try values.quantities(),
            budget: budget, sources: sources, requested: requested, documents: try values.documents("documents"),
            promisedOn: values.optionalDate("promisedOn"), raisedOn: values.optionalDate("raisedOn"),
            emergencyOn: values.optionalDate("emergencyOn"))
    }

    var values: Values {
        var values = Values([
            ("title", .text(title)), ("category", .text(category)), ("need", .text(need)), ("channel", .text(channel)),
            ("place", .text(place)), ("quantities", .records(quantities.map(\.values))),
            ("budget", .records(budget.map { Values([("what", .text($0.what)), ("amount", .money($0.amount))]) })),
            (
                "sources",
                .records(sources.map(\.values))
            ),
            ("requested", .money(requested)), ("documents", .records(documents.map(\.values))),
        ])
        let days = [("raisedOn", raisedOn), ("promisedOn", promisedOn), ("emergencyOn", emergencyOn)]
        for (name, day) in days { if let day { values.set(name, .date(day)) } }
        return values
    }
}

extension Source {
    var values: Values {
        var values = Values([("kind", .text(kind.rawValue)), ("promised", .money(promised))])
        if let quantity { values.set("quantity", .text(quantity)) }
        if let valuation { values.set("valuation", .text(valuation)) }
        return values
    }
}

extension Acceptance {
    init(_ values: Values) throws(Problem) {
        let counts = try values.record("satisfaction")
        self.init(
            panel: values.people("panel"), quantities: try values.quantities(),
            satisfaction: Satisfaction(
                satisfied: try counts.count("satisfied"), basicallySatisfied: try counts.count("basicallySatisfied"),
                dissatisfied: try counts.count("dissatisfied"),
                grade: counts.optionalText("grade").flatMap(Satisfaction.Grade.init(rawValue:))),
            words: values.text("words"))
    }

    var values: Values {
        Values([
            ("panel", .people(panel)), ("quantities", .records(quantities.map(\.values))),
            ("satisfaction", .record(satisfaction.values)), ("words", .text(words)),
        ])
    }
}

extension Satisfaction {
    var values: Values {
        var values = Values([
            ("satisfied", .count(satisfied)), ("basicallySatisfied", .count(basicallySatisfied)),
            ("dissatisfied", .count(dissatisfied)),
        ])
        if let grade { values.set("grade", .text(grade.rawValue)) }
        return values
    }
}

extension Quantity {
    var values: Values { Values([("what", .text(what)), ("count", .count(count)), ("unit", .text(unit))]) }
}

extension Document {
    var values: Values {
        var values = Values([("kind", .text(kind.rawValue)), ("name", .text(name))])
        if let sha256 { values.set("sha256", .text(sha256)) }
        return values
    }
}

extension Values {
    func quantities() throws(Problem) -> [Quantity] {
        var quantities: [Quantity] = []
        for line in records("quantities") {
            quantities.append(
                Quantity(what: line.text("what"), count: try line.count("count"), unit: line.text("unit")))
        }
        return quantities
    }

    func documents(_ name: String) throws(Problem) -> [Document] {
        var documents: [Document] = []
        for line in records(name) {
            documents.append(
                Document(
                    kind: try line.choice("kind", DocumentKind.self), name: line.text("name"),
                    sha256: line.optionalText("sha256")))
        }
        return documents
    }
}
