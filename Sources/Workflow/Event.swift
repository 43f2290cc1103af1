/// What happened: the command's verb in the past tense, with everything `evolve` needs and no rule left to apply.
public enum Event: Hashable, Sendable {
    case drafted(Drafted)
    case edited(Application)
    case submitted(Submitted)
    case admitted(Admitted)
    case verified(SiteVisit)
    case returned(Return)
    case endorsed(Endorsement)
    case awarded(Awarded)
    case declined(Reasoned)
    case objected(Objection)
    case objectionResolved(ObjectionRuling)
    case noticeConcluded(NoticeProof)
    case startRecorded(Start)
    case progressReported(ProgressReport)
    case amendmentRequested(Amendment)
    case amendmentDecided(AmendmentRuling)
    case extended(Extension)
    case suspended(Suspension)
    case resumed(Resumed)
    case inspectionRequested(InspectionRequest)
    case accepted(Acceptance)
    case rectificationDemanded(Rectification)
    case disbursed(Payment)
    case settled(Settlement)
    case recovered(Recovery)
    case paymentCorrected(PaymentCorrected)
    case retentionReturned(RetentionReturn)
    case receiptRecorded(SourceReceipt)
    case spendingRecorded(SourceSpending)
    case carriedForward(CarriedForward)
    case swept(Reasoned)
    case closedOut(CloseOut)
    case reopened(Reasoned)
    case withdrawn(Reasoned)
    case terminated(Termination)
    case blockerRaised(Blocker)
    case blockerCleared(BlockerCleared)
    case consulted(Consultation)
    case consultationDecided(ConsultationDecision)
    case consultationAdjourned(Adjournment)
    case dispatched(Dispatch)
    case dispatchSigned(DispatchSigned)
    case dispatchAnswered(DispatchAnswer)
    case dueRecomputed(DueRecomputed)
    case dutyExceptionUsed(DutyException)
    case documented(Documented)
    case chased(Remark)
    case commented(Remark)
}

public struct Drafted: Hashable, Codable, Sendable {
    public let place: Place
    public let application: Application
    /// Written by the office for the village (代录).
    public let onBehalf: Bool
}

/// The month starts on the first submission; a later one carries the due day moved by the time spent on mending.
public struct Submitted: Hashable, Codable, Sendable {
    public let policyVersion: Int
    public let cap: Money
    /// nil where the policy's month starts at admission.
    public let due: Promise?
}

/// The promised last day.
public struct Promise: Hashable, Codable, Sendable {
    /// Before rolling over non-working days: what a new holiday table is applied to.
    public let nominal: CivilDate
    /// The promise ends at 24:00 of this day.
    public let dueOn: CivilDate
    /// Computed without the holiday table of some year it touches.
    public let isProvisional: Bool
}

/// The due day where the policy's month starts at admission; nil where it started at the submission.
public struct Admitted: Hashable, Codable, Sendable {
    public let due: Promise?
}

/// A provisional due day, computed again after the year's holiday table arrived.
public struct DueRecomputed: Hashable, Codable, Sendable {
    public let due: Promise
}

/// Documents handed in with a step (随附材料), before the step itself.
public struct Documented: Hashable, Codable, Sendable {
    public let documents: [Document]

    public init(documents: [Document]) { self.documents = documents }
}

public struct Awarded: Hashable, Codable, Sendable {
    public let amount: Money
    public let conditions: String
    /// The award's own plan; nil where the policy's holds.
    public var tranches: [Tranche]?
    /// The notice's last day; nil when the policy has no notice.
    public let noticeEndsOn: CivilDate?
}

/// The due day after the pause was counted.
public struct Resumed: Hashable, Codable, Sendable {
    public let words: String
    public let pausedDays: Int
    public let due: Promise
}

/// One line of a project's log: an event and who, in which role, when it happened and when it was written down.
public struct Entry: Hashable, Sendable {
    /// 1, 2, 3 … without gaps; equal to the project's version after it.
    public let sequence: Int
    public let event: Event
    public let by: PersonID
    public let role: Role
    /// The day it happened, in Asia/Shanghai.
    public let effectiveOn: CivilDate
    /// The server's clock when it was written down.
    public let recordedAt: Instant
    /// Why it was entered more than a day after it happened (补录).
    public let lateReason: String?

    public init(
        sequence: Int, event: Event, by: PersonID, role: Role, effectiveOn: CivilDate, recordedAt: Instant,
        lateReason: String? = nil
    ) {
        self.sequence = sequence
        self.event = event
        self.by = by
        self.role = role
        self.effectiveOn = effectiveOn
        self.recordedAt = recordedAt
        self.lateReason = lateReason
    }

    /// Written down more than a day after it happened: shown with a 补录 badge.
    public var isRecordedLate: Bool { recordedAt.civilDate.days(since: effectiveOn) > 1 }
}
