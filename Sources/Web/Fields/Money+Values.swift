import Workflow

// What the commands and events about money carry, read from their fields and written as them.

extension Award {
    init(_ values: Values) throws(Problem) {
        var tranches: [Tranche] = []
        for line in values.records("tranches") { tranches.append(try Tranche(line)) }
        self.init(
            amount: try values.money("amount"), conditions: values.text("conditions"),
            tranches: tranches.isEmpty ? nil : tranches)
    }
}

extension Tranche {
    init(_ values: Values) throws(Problem) {
        self.init(permille: try values.count("permille"), after: try values.choice("after", TrancheEvent.self))
    }

    var values: Values { Values([("permille", .count(permille)), ("after", .text(after.rawValue))]) }
}

extension Amendment {
    init(_ values: Values) throws(Problem) {
        let quantities = try values.quantities()
        self.init(
            amount: try values.money("amount"), reason: values.text("reason"),
            quantities: quantities.isEmpty ? nil : quantities)
    }

    var values: Values {
        var values = Values([("amount", .money(amount)), ("reason", .text(reason))])
        if let quantities { values.set("quantities", .records(quantities.map(\.values))) }
        return values
    }
}

extension Payment {
    init(_ values: Values) throws(Problem) {
        self.init(
            amount: try values.money("amount"), payee: values.text("payee"),
            payeeKind: values.optionalText("payeeKind").flatMap(PayeeKind.init(rawValue:)) ?? .supplier,
            method: values.optionalText("method").flatMap(PaymentMethod.init(rawValue:)) ?? .transfer,
            // What was not written is not known: an empty name is asked for where it is needed.
            accountName: values.text("accountName"), nameReason: values.optionalText("nameReason"),
            labourList: values.optionalText("labourList"), invoice: values.optionalText("invoice"),
            voucher: values.text("voucher"))
        if accountName == "" { accountName = nil }
    }

    var values: Values {
        var values = Values([
            ("amount", .money(amount)), ("payee", .text(payee)), ("payeeKind", .text(payeeKind.rawValue)),
            ("method", .text(method.rawValue)),
        ])
        let words = [
            ("accountName", accountName), ("nameReason", nameReason), ("labourList", labourList), ("invoice", invoice),
        ]
        for (name, text) in words { if let text { values.set(name, .text(text)) } }
        values.set("voucher", .text(voucher))
        return values
    }
}

extension PaymentCorrection {
    init(_ values: Values) throws(Problem) {
        self.init(
            number: try values.count("number"), payment: try Payment(values), reason: values.text("reason"))
    }

    var values: Values {
        var values = Values([("number", .count(number))])
        for (name, value) in payment.values.items { values.set(name, value) }
        values.set("reason", .text(reason))
        return values
    }
}

extension RetentionReturn {
    init(_ values: Values) throws(Problem) {
        self.init(payment: try Payment(values), deductionReason: values.optionalText("deductionReason"))
    }

    var values: Values {
        var values = payment.values
        if let deductionReason { values.set("deductionReason", .text(deductionReason)) }
        return values
    }
}

extension Settlement {
    init(_ values: Values) throws(Problem) {
        self.init(
            actual: try values.money("actual"), words: values.text("words"),
            totalCost: values.optionalMoney("totalCost"), retained: values.optionalMoney("retained"),
            retainedUntil: values.optionalDate("retainedUntil"))
    }

    var values: Values {
        var values = Values([("actual", .money(actual)), ("words", .text(words))])
        if let totalCost { values.set("totalCost", .money(totalCost)) }
        if let retained { values.set("retained", .money(retained)) }
        if let retainedUntil { values.set("retainedUntil", .date(retainedUntil)) }
        return values
    }
}

extension SourceReceipt {
    init(_ values: Values) throws(Problem) {
        self.init(
            source: try values.count("source"), amount: try values.money("amount"), evidence: values.text("evidence"))
    }

    var values: Values {
        Values([("source", .count(source)), ("amount", .money(amount)), ("evidence", .text(evidence))])
    }
}

extension SourceSpending {
    init(_ values: Values) throws(Problem) {
        self.init(
            source: try values.count("source"), amount: try values.money("amount"), payee: values.text("payee"),
            voucher: values.text("voucher"))
    }

    var values: Values {
        Values([
            ("source", .count(source)), ("amount", .money(amount)), ("payee", .text(payee)),
            ("voucher", .text(voucher)),
        ])
    }
}

extension CarriedForward {
    var values: Values {
        Values([
            ("amount", .money(amount)), ("fromYear", .count(Int(fromYear))), ("toYear", .count(Int(toYear))),
            ("reason", .text(reason)),
        ])
    }
}

extension Values {
    fileprivate func optionalMoney(_ name: String) -> Money? {
        if case .money(let money)? = self[name] { money } else { nil }
    }
}
