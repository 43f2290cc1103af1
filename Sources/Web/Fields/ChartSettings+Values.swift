import Workflow

extension ChartSettings {
    init(_ values: Values) throws(Problem) {
        self.init(
            columns: try values.words("columns", of: ChartColumn.self, "chart/columns"),
            ledger: try values.words("ledger", of: LedgerField.self, "chart/ledger"),
            order: try values.choice("order", RowOrder.self))
    }

    var values: Values {
        Values([
            ("columns", .texts(columns.map(\.rawValue))), ("ledger", .texts(ledger.map(\.rawValue))),
            ("order", .text(order.rawValue)),
        ])
    }
}
