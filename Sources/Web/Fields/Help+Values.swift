import Workflow

// What the commands that help a stuck project carry, from the values of their fields.

extension Blocker {
    init(_ values: Values) throws(Problem) {
        self.init(
            kind: try values.choice("kind", Kind.self), words: values.text("words"),
            mustAct: try values.choice("mustAct", Role.self))
    }
}

extension BlockerCleared {
    init(_ values: Values) throws(Problem) {
        self.init(blocker: try values.count("blocker"), words: values.text("words"))
    }
}

extension Consultation {
    init(_ values: Values) throws(Problem) {
        self.init(
            question: values.text("question"), participants: values.texts("participants"),
            meetBy: try values.date("meetBy"))
    }
}

extension ConsultationDecision {
    init(_ values: Values) throws(Problem) {
        self.init(
            consultation: try values.count("consultation"), decision: values.text("decision"),
            owner: values.text("owner"), doneBy: try values.date("doneBy"))
    }
}

extension Adjournment {
    init(_ values: Values) throws(Problem) {
        self.init(
            consultation: try values.count("consultation"), meetBy: try values.date("meetBy"),
            reason: values.text("reason"))
    }
}

extension Dispatch {
    init(_ values: Values) throws(Problem) {
        self.init(department: values.text("department"), task: values.text("task"), by: try values.date("by"))
    }
}

extension DispatchSigned {
    init(_ values: Values) throws(Problem) {
        self.init(dispatch: try values.count("dispatch"), signedBy: values.text("signedBy"))
    }
}

extension DispatchAnswer {
    init(_ values: Values) throws(Problem) {
        self.init(dispatch: try values.count("dispatch"), feedback: values.text("feedback"))
    }
}
