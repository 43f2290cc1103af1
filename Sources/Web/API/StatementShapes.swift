import UseCases
import Workflow

// The forms of statements, reports, warnings and reconciliations.

extension WarningRoutes {
    static let shape = Shape(
        "Warning", "提醒",
        [
            "key": .text.orNull, "kind": .text.orNull, "words": .text, "open": .flag,
            "evidence": .list(
                .object([
                    "project": .projectID, "number": .text, "title": .text, "unit": .text,
                    "state": .one(of: State.self), "submittedOn": .day.orNull, "amountFen": .fen.orNull,
                ])),
        ], optional: ["answer": .object(["words": .text, "by": .text, "at": .instant])])
}

extension StatementRoutes {
    static let format = Contract.Parameter(
        "format", .one(of: StatementFormat.self), "json、csv或xlsx", "JSON, or a table to take away")
    static let files = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]
    static let from = Contract.Parameter("from", .day, "自", "from this day")
    static let to = Contract.Parameter("to", .day, "至", "to this day, inclusive")
    static let on = Contract.Parameter("on", .day, "截至", "as of this day")
    static let month = Contract.Parameter(
        "month", .string(pattern: "^[0-9]{4}-[0-9]{2}$"), "月份，如2026-03", "month, such as 2026-03")
    static let after = Contract.Parameter(
        "after", .string(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[0-9]+$"), "上一页的next", "the page before's `next`")

    private static let reference: Schema = .object(["id": .id, "town": .text, "programme": .text, "year": .id])
    private static let sums: Schema = .object([
        "appropriatedFen": .fen, "freeFen": .fen, "encumberedFen": .fen, "paidFen": .fen,
    ])
    private static let flow: Schema = .object([
        "kind": .text, "from": .text, "to": .text, "amountFen": .fen, "count": .count,
    ])
    private static let line: Schema = .object(
        [
            "number": .long, "kind": .text, "from": .text, "to": .text, "amountFen": .fen, "reason": .text.orNull,
            "payee": .text.orNull, "voucher": .text.orNull, "invoice": .text.orNull, "person": .text.orNull,
            "bookedOn": .day, "effectiveOn": .day, "recordedAt": .instant, "corrects": .long.orNull, "after": sums,
        ], optional: ["project": .projectID, "projectNumber": .text, "title": .text, "unit": .text])
    private static let acts: Schema = .list(
        .object(["act": .one(of: FundYearAct.Kind.self), "on": .day, "person": .text, "reason": .text]))
    private static let statement: Members = [
        "fund": reference, "from": .day.orNull, "to": .day, "opening": sums, "items": .list(line),
        "flows": .list(flow), "closing": sums, "acts": acts, "freeCapitals": .text, "next": .text.orNull,
    ]

    static let fundShape = Shape("FundStatement", "资金明细账", statement, optional: ["sumsUp": .flag])
    static let monthShape = Shape(
        "MonthReport", "资金月报",
        [
            "month": .text, "fund": reference, "from": .day.orNull, "to": .day, "opening": sums, "items": .list(line),
            "flows": .list(flow), "closing": sums, "acts": acts, "freeCapitals": .text, "next": .text.orNull,
            "toDate": .list(flow),
        ], optional: ["sumsUp": .flag])
    static let yearShape = Shape(
        "YearReport", "资金年报",
        [
            "fund": reference, "to": .day,
            "items": .list(.object(["month": .text, "flows": .list(flow), "closing": sums])), "total": .list(flow),
            "closing": sums, "acts": acts, "sumsUp": .flag,
        ])
    static let committedShape = Shape(
        "CommittedReport", "已批未付",
        [
            "fund": reference, "on": .day,
            "items": .list(
                .object([
                    "project": .projectID, "projectNumber": .text, "title": .text, "unit": .text, "area": .text,
                    "state": .one(of: State.self), "since": .day.orNull, "paidFen": .fen, "heldFen": .fen,
                ])), "heldFen": .fen, "sumsUp": .flag,
        ])
    static let projectShape = Shape(
        "ProjectStatement", "项目资金账",
        [
            "project": .projectID, "projectNumber": .text, "title": .text, "unit": .text,
            "state": .one(of: State.self), "to": .day, "requestedFen": .fen, "awardedFen": .fen,
            "awardedCapitals": .text, "settledFen": .fen.orNull, "items": .list(line),
            "tranches": .list(
                .object([
                    "name": .text, "condition": .text, "plannedFen": .fen, "paidFen": .fen, "leftFen": .fen,
                    "open": .flag,
                ])), "closing": sums, "sumsUp": .flag,
        ])
}

extension ReconciliationRoutes {
    static let parameters: [Contract.Parameter] = [
        StatementRoutes.from, StatementRoutes.to,
        .init(
            "days",
            .integer(
                Int64(ReconciliationTerms.tolerances.lowerBound)...Int64(ReconciliationTerms.tolerances.upperBound)),
            "相差天数", "days two entries of one payment may lie apart"),
        .init("programme", .string(maximum: 100), "专项", "programme"), StatementRoutes.format,
    ]

    private static let line: Schema = .object([
        "number": .long, "day": .day, "direction": .text, "amountFen": .fen, "payee": .text.orNull,
        "words": .text.orNull, "project": .projectID.orNull,
    ])

    static let shape = Shape(
        "Reconciliation", "银行对账",
        [
            "from": .day, "to": .day, "counts": .map(.count),
            "items": .list(
                .object(["outcome": .text, "reason": .text.orNull], optional: ["bank": line, "ledger": line])),
            "faults": .list(.object(["line": .count, "detail": .text, "detailEn": .text])), "skipped": .count,
            "agrees": .flag,
        ])
}
