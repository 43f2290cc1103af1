/// An event in two parts: its kind, a word, and its body, a coded value. The log stores both.
extension Event {
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case drafted, edited, submitted, admitted, verified, returned, endorsed, awarded
        case declined, objected, objectionResolved, noticeConcluded, startRecorded, progressReported, amendmentRequested
        case amendmentDecided, extended, suspended, resumed, inspectionRequested, accepted, rectificationDemanded
        case disbursed, settled, recovered, paymentCorrected, retentionReturned, receiptRecorded, spendingRecorded
        case carriedForward, swept, closedOut, reopened, withdrawn, terminated
        case blockerRaised, blockerCleared, consulted, consultationDecided, consultationAdjourned
        case dispatched, dispatchSigned, dispatchAnswered, dueRecomputed, dutyExceptionUsed, documented
        case chased, commented
    }

    public var kind: Kind {
        switch self {
        case .drafted: .drafted
        case .edited: .edited
        case .submitted: .submitted
        case .admitted: .admitted
        case .verified: .verified
        case .returned: .returned
        case .endorsed: .endorsed
        case .awarded: .awarded
        case .declined: .declined
        case .objected: .objected
        case .objectionResolved: .objectionResolved
        case .noticeConcluded: .noticeConcluded
        case .startRecorded: .startRecorded
        case .progressReported: .progressReported
        case .amendmentRequested: .amendmentRequested
        case .amendmentDecided: .amendmentDecided
        case .extended: .extended
        case .suspended: .suspended
        case .resumed: .resumed
        case .inspectionRequested: .inspectionRequested
        case .accepted: .accepted
        case .rectificationDemanded: .rectificationDemanded
        case .disbursed: .disbursed
        case .settled: .settled
        case .recovered: .recovered
        case .paymentCorrected: .paymentCorrected
        case .retentionReturned: .retentionReturned
        case .receiptRecorded: .receiptRecorded
        case .spendingRecorded: .spendingRecorded
        case .carriedForward: .carriedForward
        case .swept: .swept
        case .closedOut: .closedOut
        case .reopened: .reopened
        case .withdrawn: .withdrawn
        case .terminated: .terminated
        case .blockerRaised: .blockerRaised
        case .blockerCleared: .blockerCleared
        case .consulted: .consulted
        case .consultationDecided: .consultationDecided
        case .consultationAdjourned: .consultationAdjourned
        case .dispatched: .dispatched
        case .dispatchSigned: .dispatchSigned
        case .dispatchAnswered: .dispatchAnswered
        case .dueRecomputed: .dueRecomputed
        case .dutyExceptionUsed: .dutyExceptionUsed
        case .documented: .documented
        case .chased: .chased
        case .commented: .commented
        }
    }

    /// The value the event carries.
    public var body: any Codable & Sendable {
        switch self {
        case .drafted(let body): body
        case .edited(let body): body
        case .submitted(let body): body
        case .admitted(let body): body
        case .verified(let body): body
        case .returned(let body): body
        case .endorsed(let body): body
        case .awarded(let body): body
        case .declined(let body): body
        case .objected(let body): body
        case .objectionResolved(let body): body
        case .noticeConcluded(let body): body
        case .startRecorded(let body): body
        case .progressReported(let body): body
        case .amendmentRequested(let body): body
        case .amendmentDecided(let body): body
        case .extended(let body): body
        case .suspended(let body): body
        case .resumed(let body): body
        case .inspectionRequested(let body): body
        case .accepted(let body): body
        case .rectificationDemanded(let body): body
        case .disbursed(let body): body
        case .settled(let body): body
        case .recovered(let body): body
        case .paymentCorrected(let body): body
        case .retentionReturned(let body): body
        case .receiptRecorded(let body): body
        case .spendingRecorded(let body): body
        case .carriedForward(let body): body
        case .swept(let body): body
        case .closedOut(let body): body
        case .reopened(let body): body
        case .withdrawn(let body): body
        case .terminated(let body): body
        case .blockerRaised(let body): body
        case .blockerCleared(let body): body
        case .consulted(let body): body
        case .consultationDecided(let body): body
        case .consultationAdjourned(let body): body
        case .dispatched(let body): body
        case .dispatchSigned(let body): body
        case .dispatchAnswered(let body): body
        case .dueRecomputed(let body): body
        case .dutyExceptionUsed(let body): body
        case .documented(let body): body
        case .chased(let body): body
        case .commented(let body): body
        }
    }

    /// Puts an event together again. `read` decodes the stored body as the type asked for.
    public init<Reader: BodyReader>(kind: Kind, from read: Reader) throws(Reader.Failure) {
        switch kind {
        case .drafted: self = .drafted(try read.body(Drafted.self))
        case .edited: self = .edited(try read.body(Application.self))
        case .submitted: self = .submitted(try read.body(Submitted.self))
        case .admitted: self = .admitted(try read.body(Admitted.self))
        case .verified: self = .verified(try read.body(SiteVisit.self))
        case .returned: self = .returned(try read.body(Return.self))
        case .endorsed: self = .endorsed(try read.body(Endorsement.self))
        case .awarded: self = .awarded(try read.body(Awarded.self))
        case .declined: self = .declined(try read.body(Reasoned.self))
        case .objected: self = .objected(try read.body(Objection.self))
        case .objectionResolved: self = .objectionResolved(try read.body(ObjectionRuling.self))
        case .noticeConcluded: self = .noticeConcluded(try read.body(NoticeProof.self))
        case .startRecorded: self = .startRecorded(try read.body(Start.self))
        case .progressReported: self = .progressReported(try read.body(ProgressReport.self))
        case .amendmentRequested: self = .amendmentRequested(try read.body(Amendment.self))
        case .amendmentDecided: self = .amendmentDecided(try read.body(AmendmentRuling.self))
        case .extended: self = .extended(try read.body(Extension.self))
        case .suspended: self = .suspended(try read.body(Suspension.self))
        case .resumed: self = .resumed(try read.body(Resumed.self))
        case .inspectionRequested: self = .inspectionRequested(try read.body(InspectionRequest.self))
        case .accepted: self = .accepted(try read.body(Acceptance.self))
        case .rectificationDemanded: self = .rectificationDemanded(try read.body(Rectification.self))
        case .disbursed: self = .disbursed(try read.body(Payment.self))
        case .settled: self = .settled(try read.body(Settlement.self))
        case .recovered: self = .recovered(try read.body(Recovery.self))
        case .paymentCorrected: self = .paymentCorrected(try read.body(PaymentCorrected.self))
        case .retentionReturned: self = .retentionReturned(try read.body(RetentionReturn.self))
        case .receiptRecorded: self = .receiptRecorded(try read.body(SourceReceipt.self))
        case .spendingRecorded: self = .spendingRecorded(try read.body(SourceSpending.self))
        case .carriedForward: self = .carriedForward(try read.body(CarriedForward.self))
        case .swept: self = .swept(try read.body(Reasoned.self))
        case .closedOut: self = .closedOut(try read.body(CloseOut.self))
        case .reopened: self = .reopened(try read.body(Reasoned.self))
        case .withdrawn: self = .withdrawn(try read.body(Reasoned.self))
        case .terminated: self = .terminated(try read.body(Termination.self))
        case .blockerRaised: self = .blockerRaised(try read.body(Blocker.self))
        case .blockerCleared: self = .blockerCleared(try read.body(BlockerCleared.self))
        case .consulted: self = .consulted(try read.body(Consultation.self))
        case .consultationDecided: self = .consultationDecided(try read.body(ConsultationDecision.self))
        case .consultationAdjourned: self = .consultationAdjourned(try read.body(Adjournment.self))
        case .dispatched: self = .dispatched(try read.body(Dispatch.self))
        case .dispatchSigned: self = .dispatchSigned(try read.body(DispatchSigned.self))
        case .dispatchAnswered: self = .dispatchAnswered(try read.body(DispatchAnswer.self))
        case .dueRecomputed: self = .dueRecomputed(try read.body(DueRecomputed.self))
        case .dutyExceptionUsed: self = .dutyExceptionUsed(try read.body(DutyException.self))
        case .documented: self = .documented(try read.body(Documented.self))
        case .chased: self = .chased(try read.body(Remark.self))
        case .commented: self = .commented(try read.body(Remark.self))
        }
    }
}

/// Decodes one stored body; a protocol because a closure cannot be generic.
public protocol BodyReader<Failure> {
    associatedtype Failure: Error
    func body<Body: Decodable>(_ type: Body.Type) throws(Failure) -> Body
}
