public import Workflow

/// Statements and reports as JSON, the same for the API and the command line.
public enum StatementJSON {
    public static func bytes(_ statement: FundStatement) -> [UInt8] {
        object { json in write(statement, to: &json) }
    }

    public static func bytes(_ report: MonthReport) -> [UInt8] {
        object { json in
            json.field("month", report.statement.from.monthText)
            write(report.statement, to: &json)
            json.array("toDate", report.toDate) { json, flow in write(flow, to: &json) }
        }
    }

    public static func bytes(_ report: YearReport) -> [UInt8] {
        object { json in
            write(report.fund, to: &json)
            json.field("to", report.until)
            json.array("items", Array(zip(report.months, report.closings))) { json, month in
                json.object { json in
                    json.field("month", month.0.month.monthText)
                    json.array("flows", month.0.flows) { json, flow in write(flow, to: &json) }
                    write("closing", month.1, to: &json)
                }
            }
            json.array("total", report.total) { json, flow in write(flow, to: &json) }
            write("closing", report.closing, to: &json)
            write(report.acts, to: &json)
            json.field("sumsUp", report.sumsUp)
        }
    }

    public static func bytes(_ report: CommittedReport) -> [UInt8] {
        object { json in
            write(report.fund, to: &json)
            json.field("on", report.on)
            json.array("items", report.commitments) { json, commitment in
                json.object { json in
                    write(commitment.project, to: &json)
                    json.field("area", commitment.area)
                    json.field("state", commitment.state.rawValue)
                    json.field("since", commitment.since)
                    json.field("paidFen", commitment.paid)
                    json.field("heldFen", commitment.held)
                }
            }
            json.field("heldFen", report.held)
            json.field("sumsUp", report.sumsUp)
        }
    }

    public static func bytes(_ statement: ProjectStatement) -> [UInt8] {
        object { json in
            write(statement.project, to: &json)
            json.field("state", statement.state.rawValue)
            json.field("to", statement.to)
            json.field("requestedFen", statement.requested)
            json.field("awardedFen", statement.money.awarded)
            json.field("awardedCapitals", statement.money.awarded.capitals)
            json.field("settledFen", statement.money.settled)
            lines(statement.lines, statement.running, to: &json)
            json.array("tranches", statement.tranches) { json, tranche in
                json.object { json in
                    json.field("name", tranche.name)
                    json.field("condition", tranche.condition)
                    json.field("plannedFen", tranche.planned)
                    json.field("paidFen", tranche.paid)
                    json.field("leftFen", tranche.left)
                    json.field("open", tranche.isOpen)
                }
            }
            write("closing", statement.closing, to: &json)
            json.field("sumsUp", statement.sumsUp)
        }
    }

    private static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(capacity: 4096)
        json.object(body)
        return json.bytes
    }

    private static func write(_ statement: FundStatement, to json: inout JSONWriter) {
        write(statement.fund, to: &json)
        json.field("from", statement.from)
        json.field("to", statement.to)
        write("opening", statement.opening, to: &json)
        lines(statement.lines, statement.running, to: &json)
        json.array("flows", statement.flows) { json, flow in write(flow, to: &json) }
        write("closing", statement.closing, to: &json)
        write(statement.acts, to: &json)
        json.field("freeCapitals", statement.closing.free.capitals)
        if let sumsUp = statement.sumsUp { json.field("sumsUp", sumsUp) }
        json.field("next", statement.goesOn ? statement.lines.last.map { "\($0.bookedOn).\($0.number)" } : nil)
    }

    private static func write(_ acts: [FundYearAct], to json: inout JSONWriter) {
        json.array("acts", acts) { json, act in
            json.object { json in
                json.field("act", act.kind.rawValue)
                json.field("on", act.on)
                json.field("person", act.person)
                json.field("reason", act.reason)
            }
        }
    }

    private static func lines(_ lines: [StatementLine], _ running: [AccountSums], to json: inout JSONWriter) {
        json.array("items", Array(zip(lines, running))) { json, item in
            let (line, sums) = item
            json.object { json in
                json.field("number", line.number)
                json.field("kind", line.kind.rawValue)
                json.field("from", line.from.rawValue)
                json.field("to", line.to.rawValue)
                json.field("amountFen", line.amount)
                if let project = line.project { write(project, to: &json) }
                json.field("reason", line.why)
                json.field("payee", line.payee)
                json.field("voucher", line.voucher)
                json.field("invoice", line.invoice)
                json.field("person", line.person)
                json.field("bookedOn", line.bookedOn)
                json.field("effectiveOn", line.effectiveOn)
                json.field("recordedAt", line.recordedAt)
                json.field("corrects", line.corrects.map(Int.init))
                write("after", sums, to: &json)
            }
        }
    }

    private static func write(_ fund: FundReference, to json: inout JSONWriter) {
        json.object("fund") { json in
            json.field("id", fund.id.raw)
            json.field("town", fund.town)
            json.field("programme", fund.programme)
            json.field("year", fund.year)
        }
    }

    private static func write(_ project: ProjectReference, to json: inout JSONWriter) {
        json.field("project", project.id.description)
        json.field("projectNumber", project.number)
        json.field("title", project.title)
        json.field("unit", project.unit)
    }

    private static func write(_ flow: Flow, to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", flow.kind.rawValue)
            json.field("from", flow.from.rawValue)
            json.field("to", flow.to.rawValue)
            json.field("amountFen", flow.amount)
            json.field("count", flow.count)
        }
    }

    private static func write(_ name: StaticString, _ sums: AccountSums, to json: inout JSONWriter) {
        json.object(name) { json in
            json.field("appropriatedFen", sums.appropriated)
            json.field("freeFen", sums.free)
            json.field("encumberedFen", sums.encumbered)
            json.field("paidFen", sums.paid)
        }
    }
}
