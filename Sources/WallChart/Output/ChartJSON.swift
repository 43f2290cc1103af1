import Workflow

/// The report for programs: money in fen, days in ISO 8601, absent values as null.
enum ChartJSON {
    static func write(_ report: ChartReport) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("town", report.town)
            json.member("programme", report.programme)
            json.member("year", report.year)
            json.member("asOf", report.asOf.description)
            json.member("checkpoint", report.checkpoint)
            json.member("edition", report.edition)
            json.member("previousEdition", report.previous?.edition)
            json.member("knownOn", report.knownOn?.description)
            json.key("totals")
            json.object { write(report.totals, to: &$0) }
            json.key("money")
            json.object { write(report.money, to: &$0) }
            json.key("projects")
            json.array { json in
                for row in report.projects { json.object { write(row, to: &$0) } }
            }
        }
        return json.bytes
    }

    private static func write(_ totals: ChartTotals, to json: inout JSONWriter) {
        json.member("projects", totals.projects)
        json.key("byState")
        json.object { json in
            for state in State.allCases { if let count = totals.byState[state] { json.member(state.chinese, count) } }
        }
        json.key("byLight")
        json.object { json in
            for light in Light.allCases { if let count = totals.byLight[light] { json.member(light.chinese, count) } }
        }
        json.member("requestedFen", totals.requested)
        json.member("awardedFen", totals.awarded)
        json.member("disbursedFen", totals.disbursed)
        json.member("settledFen", totals.settled)
    }

    private static func write(_ money: FundBalance, to json: inout JSONWriter) {
        json.member("appropriatedFen", money.appropriated)
        json.member("encumberedFen", money.encumbered)
        json.member("disbursedFen", money.disbursed)
        json.member("recoveredFen", money.recovered)
        json.member("freeFen", money.free)
    }

    private static func write(_ row: ChartRow, to json: inout JSONWriter) {
        json.member("id", row.id.description)
        json.member("number", row.number)
        json.member("title", row.title)
        json.member("area", row.area)
        json.member("unit", row.unit)
        json.member("category", row.category)
        json.member("secretary", row.secretary)
        json.member("officer", row.officer)
        json.member("state", row.state.rawValue)
        json.member("stateName", row.state.chinese)
        json.member("stage", row.state.stage.rawValue)
        json.member("light", row.light.rawValue)
        json.member("lightName", row.light.chinese)
        json.member("lightReason", row.lightReason)
        json.member("turn", row.turn?.rawValue)
        json.member("turnName", row.turnName)
        json.member("submittedOn", row.submittedOn)
        json.member("dueOn", row.dueOn)
        json.member("dueProvisional", row.dueProvisional)
        json.member("completedOn", row.completedOn)
        json.member("daysLeft", row.daysLeft)
        json.member("requestedFen", row.requested)
        json.member("awardedFen", row.awarded)
        json.member("disbursedFen", row.disbursed)
        json.member("settledFen", row.settled)
        json.member("blocker", row.blocker)
        json.member("nextAction", row.nextAction)
        json.member("recordedLate", row.recordedLate)
        json.member("stageSince", row.stageSince)
        json.member("forecastMiss", row.forecastMiss)
        json.member("sourcesFen", row.sources)
        json.member("surplusFen", row.surplus.map { Int($0.fen) })
        json.member("consultation", row.openConsultation)
        json.member("dispatch", row.openDispatch)
    }
}
