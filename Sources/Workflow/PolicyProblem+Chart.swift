extension ChartSettings {
    /// What is wrong with the columns of chart and ledger.
    var problems: [PolicyProblem] { columnProblems + ledgerProblems }

    private var columnProblems: [PolicyProblem] {
        var found: [PolicyProblem] = []
        let missing = ChartColumn.required.filter { !columns.contains($0) }
        if !missing.isEmpty {
            found.append(
                problem(
                    "chart.columns", "挂图不能没有\(Self.list(missing.map(\.chinese)))，请补上。",
                    "A chart cannot be without \(Self.words(missing.map(\.rawValue))); add it."))
        }
        if Set(columns).count != columns.count {
            found.append(problem("chart.columns", "挂图的栏目重复，请删去重复的。", "A column of the chart stands twice."))
        }
        let leading = columns.prefix { ChartColumn.leading.contains($0) }
        if columns.dropFirst(leading.count).contains(where: ChartColumn.leading.contains) {
            found.append(
                problem(
                    "chart.columns", "片区、村（社区）、项目编号、项目名称须排在最前，请移到其他栏目之前。",
                    "Area, unit, number and title come before all other columns."))
        }
        return found
    }

    private var ledgerProblems: [PolicyProblem] {
        var found: [PolicyProblem] = []
        let missing = LedgerField.required.filter { !ledger.contains($0) }
        if !missing.isEmpty {
            found.append(
                problem(
                    "chart.ledger", "台账不能没有项目编号、村（社区）、项目名称和灯（number、unit、title、light），请补上。",
                    "A ledger cannot be without \(Self.words(missing.map(\.rawValue))); add it."))
        }
        if Set(ledger).count != ledger.count {
            found.append(problem("chart.ledger", "台账的栏目重复，请删去重复的。", "A column of the ledger stands twice."))
        }
        return found
    }

    private func problem(_ field: String, _ chinese: String, _ english: String) -> PolicyProblem {
        PolicyProblem(field: field, chinese: chinese, english: english)
    }

    private static func list(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: "、") }
    private static func words(_ words: [String]) -> String { words.joined(separator: ", ") }
}
