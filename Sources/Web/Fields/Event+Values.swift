import Workflow

extension Event {
    /// What the event records, in the words of the fields: one list for the API and for the timeline.
    var values: Values {
        switch self {
        case .drafted(let drafted): drafted.application.values
        case .edited(let application): application.values
        case .submitted(let submitted):
            Values(
                [("policyVersion", .count(submitted.policyVersion)), ("cap", .money(submitted.cap))]
                    + Self.promise(submitted.due))
        case .admitted(let admitted): Values(Self.promise(admitted.due))
        case .verified(let visit):
            Values([
                ("visitedOn", .date(visit.visitedOn)), ("recommended", .flag(visit.recommended)),
                ("opinion", .text(visit.opinion)),
            ])
        case .returned(let what): Values([("sections", .texts(what.sections)), ("reason", .text(what.reason))])
        case .endorsed(let yes): Values([("amount", .money(yes.amount)), ("words", .text(yes.words))])
        case .awarded(let award): award.values
        case .objected(let objection): Values([("words", .text(objection.words))])
        case .objectionResolved(let ruling):
            Values([
                ("objection", .count(ruling.objection)), ("upheld", .flag(ruling.upheld)),
                ("reason", .text(ruling.reason)),
            ])
        case .noticeConcluded(let proof): Values([("proof", .text(proof.proof))])
        case .startRecorded(let start):
            Values([
                ("contractor", .text(start.contractor)), ("contractAmount", .money(start.contractAmount)),
                ("basis", .text(start.basis)),
            ])
        case .progressReported(let report):
            Values([
                ("milestone", .text(report.milestone.rawValue)), ("words", .text(report.words)),
                ("photos", .records(report.photos.map(\.values))),
            ])
        case .amendmentRequested(let change):
            change.values
        case .amendmentDecided(let ruling):
            Values([("approved", .flag(ruling.approved)), ("reason", .text(ruling.reason))])
        case .extended(let change):
            Values([("newDueOn", .date(change.newDueOn)), ("reason", .text(change.reason))])
        case .suspended(let pause): Values([("reason", .text(pause.reason)), ("evidence", .text(pause.evidence))])
        case .resumed(let resumed): resumed.values
        case .inspectionRequested(let request):
            Values([("documents", .records(request.documents.map(\.values))), ("words", .text(request.words))])
        case .accepted(let acceptance): acceptance.values
        case .rectificationDemanded(let what):
            Values([("items", .texts(what.items)), ("dueOn", .date(what.dueOn))])
        case .disbursed(let payment): payment.values
        case .settled(let settlement): settlement.values
        case .paymentCorrected(let corrected): corrected.correction.values
        case .retentionReturned(let back): back.values
        case .receiptRecorded(let receipt): receipt.values
        case .spendingRecorded(let spending): spending.values
        case .carriedForward(let carried): carried.values
        case .recovered(let recovery):
            Values([("amount", .money(recovery.amount)), ("reason", .text(recovery.reason))])
        case .closedOut(let end): Values([("publication", .text(end.publication))])
        case .declined(let end), .reopened(let end), .withdrawn(let end), .swept(let end):
            Values([("reason", .text(end.reason))])
        case .terminated(let end): end.values
        case .blockerRaised(let blocker):
            Values([
                ("kind", .text(blocker.kind.rawValue)), ("words", .text(blocker.words)),
                ("mustAct", .text(blocker.mustAct.rawValue)),
            ])
        case .blockerCleared(let cleared):
            Values([("blocker", .count(cleared.blocker)), ("words", .text(cleared.words))])
        case .consulted(let what):
            Values([
                ("question", .text(what.question)), ("participants", .texts(what.participants)),
                ("meetBy", .date(what.meetBy)),
            ])
        case .consultationDecided(let what):
            Values([
                ("consultation", .count(what.consultation)), ("decision", .text(what.decision)),
                ("owner", .text(what.owner)), ("doneBy", .date(what.doneBy)),
            ])
        case .consultationAdjourned(let what):
            Values([
                ("consultation", .count(what.consultation)), ("meetBy", .date(what.meetBy)),
                ("reason", .text(what.reason)),
            ])
        case .dispatched(let what):
            Values([("department", .text(what.department)), ("task", .text(what.task)), ("by", .date(what.by))])
        case .dispatchSigned(let what):
            Values([("dispatch", .count(what.dispatch)), ("signedBy", .text(what.signedBy))])
        case .dispatchAnswered(let what):
            Values([("dispatch", .count(what.dispatch)), ("feedback", .text(what.feedback))])
        case .dueRecomputed(let recomputed): Values(Self.promise(recomputed.due))
        case .dutyExceptionUsed(let exception):
            Values([
                ("one", .text(exception.one.rawValue)), ("other", .text(exception.other.rawValue)),
                ("to", .date(exception.to)), ("reason", .text(exception.reason)),
            ])
        case .documented(let handedIn): Values([("attachments", .records(handedIn.documents.map(\.values)))])
        case .chased(let remark), .commented(let remark): Values([("words", .text(remark.words))])
        }
    }
}

extension Event {
    /// The promised day, where the event sets one.
    fileprivate static func promise(_ due: Promise?) -> [(String, FieldValue)] {
        due.map { [("dueOn", .date($0.dueOn)), ("dueProvisional", .flag($0.isProvisional))] } ?? []
    }
}

extension Awarded {
    fileprivate var values: Values {
        var values = Values([("amount", .money(amount)), ("conditions", .text(conditions))])
        if let tranches { values.set("tranches", .records(tranches.map(\.values))) }
        if let noticeEndsOn { values.set("noticeEndsOn", .date(noticeEndsOn)) }
        return values
    }
}

extension Resumed {
    fileprivate var values: Values {
        Values([("words", .text(words)), ("pausedDays", .count(pausedDays))] + Event.promise(due))
    }
}

extension Termination {
    fileprivate var values: Values {
        var values = Values([("reason", .text(reason))])
        if let writeDownReason { values.set("writeDownReason", .text(writeDownReason)) }
        return values
    }
}
