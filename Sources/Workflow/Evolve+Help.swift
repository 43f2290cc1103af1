/// The registers of blockers, consultations, dispatches and documents handed in. A number that is not there changes
/// nothing: replay never refuses.
extension Project {
    mutating func help(_ event: Event, on day: CivilDate) {
        switch event {
        case .blockerRaised(let blocker):
            blockers.append(
                BlockerRecord(
                    kind: blocker.kind, words: blocker.words, mustAct: blocker.mustAct, raisedOn: day, clearedOn: nil))
        case .blockerCleared(let cleared): change(&blockers, cleared.blocker) { $0.clearedOn = day }
        case .consulted(let called):
            consultations.append(
                ConsultationRecord(
                    question: called.question, participants: called.participants, calledOn: day,
                    meetBy: called.meetBy, adjournments: 0, decision: nil))
        case .consultationDecided(let decision):
            change(&consultations, decision.consultation) { $0.decision = decision }
        case .consultationAdjourned(let adjournment):
            change(&consultations, adjournment.consultation) {
                $0.adjournments += 1
                $0.meetBy = adjournment.meetBy
            }
        case .dispatched(let sent):
            dispatches.append(
                DispatchRecord(
                    department: sent.department, task: sent.task, sentOn: day, by: sent.by, signedBy: nil,
                    feedback: nil))
        case .dispatchSigned(let signed): change(&dispatches, signed.dispatch) { $0.signedBy = signed.signedBy }
        case .dispatchAnswered(let answer): change(&dispatches, answer.dispatch) { $0.feedback = answer.feedback }
        case .documented(let handedIn): filed = (filed ?? []) + handedIn.documents
        case .drafted, .edited, .submitted, .admitted, .verified, .returned, .endorsed, .awarded, .declined, .objected,
            .objectionResolved, .noticeConcluded, .startRecorded, .progressReported, .amendmentRequested,
            .amendmentDecided, .extended, .suspended, .resumed, .inspectionRequested, .accepted,
            .rectificationDemanded, .disbursed, .settled, .recovered, .paymentCorrected, .retentionReturned,
            .receiptRecorded, .spendingRecorded, .carriedForward, .swept, .closedOut, .reopened, .withdrawn,
            .terminated,
            .dueRecomputed, .dutyExceptionUsed, .chased, .commented:
            break
        }
    }

    private func change<Record>(_ records: inout [Record], _ number: Int, _ body: (inout Record) -> Void) {
        if records.indices.contains(number - 1) { body(&records[number - 1]) }
    }
}
