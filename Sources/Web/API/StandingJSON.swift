import Hummingbird
import UseCases
import Workflow

/// What follows from a project's whole log today: lateness by owner, clocks, blockers, consultations, dispatches.
///
/// It has an address of its own because it needs the fold; the project itself is read from its row alone.
enum StandingJSON {
    static func read(_ call: Call, _ caller: Caller) async throws -> Response {
        let details = try await call.services.reading.details(try call.projectID(), for: caller.person)
        var json = JSONWriter(capacity: 2048)
        json.object { json in
            clocks(details, to: &json)
            marks(details, to: &json)
            help(details.project, call.services.clock.now().civilDate, to: &json)
        }
        return .json(json.bytes, version: details.project.version)
    }

    private static func clocks(_ details: ProjectDetails, to json: inout JSONWriter) {
        let (view, lateness) = (details.view, details.lateness)
        json.field("id", details.project.id.description)
        json.field("version", details.project.version)
        json.field("programme", details.policy.programme)
        json.field("policyVersion", details.policy.version)
        json.array("turns", details.turns) { json, role in json.value(role.rawValue) }
        json.field("dueOn", view.standing.dueOn)
        json.field("forecastOn", view.forecastOn)
        json.field("willMiss", view.willMiss)
        json.object("lateDays") { json in
            json.field("office", lateness.office)
            json.field("officer", lateness.officer)
            json.field("village", lateness.village)
            json.field("panel", lateness.panel)
            json.field("total", lateness.total)
        }
        json.object("clockDays") { json in
            json.field("need", details.clocks.need)
            json.field("promise", details.clocks.promise)
            json.field("payment", details.clocks.payment)
        }
        json.field("paymentDueOn", details.paymentClock?.dueOn)
        json.field("paidInFullOn", details.paymentClock?.paidOn)
        json.field("paymentDaysLeft", details.paymentClock?.daysLeft)
        json.field("paymentLate", details.paymentClock?.isLate ?? false)
        json.field("pausedDays", details.pausedDays)
    }

    private static func marks(_ details: ProjectDetails, to json: inout JSONWriter) {
        let project = details.project
        json.field("onBehalf", project.onBehalf)
        json.field("dutyExceptionUsed", project.duties.exceptionUsed)
        json.field("emergencyOn", project.application.emergencyOn)
        json.array("blockers", Array(project.blockers.enumerated())) { json, item in
            json.object { json in
                json.field("number", item.offset + 1)
                json.field("kind", item.element.kind.rawValue)
                json.field("words", item.element.words)
                json.field("mustAct", item.element.mustAct.rawValue)
                json.field("raisedOn", item.element.raisedOn)
                json.field("clearedOn", item.element.clearedOn)
            }
        }
    }

    private static func help(_ project: Project, _ today: CivilDate, to json: inout JSONWriter) {
        json.array("consultations", Array(project.consultations.enumerated())) { json, item in
            json.object { json in write(item.element, number: item.offset + 1, today, to: &json) }
        }
        json.array("dispatches", Array(project.dispatches.enumerated())) { json, item in
            json.object { json in write(item.element, number: item.offset + 1, today, to: &json) }
        }
    }

    /// The members of one consultation, here and in the town's list.
    static func write(_ record: ConsultationRecord, number: Int, _ today: CivilDate, to json: inout JSONWriter) {
        json.field("number", number)
        json.field("state", record.state(on: today).rawValue)
        json.field("question", record.question)
        json.array("participants", record.participants) { $0.value($1) }
        json.field("calledOn", record.calledOn)
        json.field("meetBy", record.meetBy)
        json.field("adjournments", record.adjournments)
        json.field("decision", record.decision?.decision)
        json.field("owner", record.decision?.owner)
        json.field("doneBy", record.decision?.doneBy)
    }

    static func write(_ record: DispatchRecord, number: Int, _ today: CivilDate, to json: inout JSONWriter) {
        json.field("number", number)
        json.field("state", record.state(on: today).rawValue)
        json.field("department", record.department)
        json.field("task", record.task)
        json.field("sentOn", record.sentOn)
        json.field("by", record.by)
        json.field("signedBy", record.signedBy)
        json.field("feedback", record.feedback)
    }
}

/// Where a consultation or dispatch stands; what is over its day is said before what it still waits for.
enum HelpState: String, CaseIterable, Worded {
    case open, signed, overdue, done

    var chinese: String {
        switch self {
        case .open: "待办"
        case .signed: "已签收"
        case .overdue: "已过期限"
        case .done: "已办"
        }
    }

    var english: String {
        switch self {
        case .open: "open"
        case .signed: "signed for"
        case .overdue: "past its day"
        case .done: "done"
        }
    }
}

extension ConsultationRecord {
    func state(on today: CivilDate) -> HelpState {
        decision != nil ? .done : today > meetBy ? .overdue : .open
    }
}

extension DispatchRecord {
    func state(on today: CivilDate) -> HelpState {
        if feedback != nil { return .done }
        return today > by ? .overdue : signedBy == nil ? .open : .signed
    }
}
